"""Answers in table cells: what a short cell ("not required", "–", 要) says of its row's label and of its header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.match.fold import fold
from checker.match.lexicon import Concepts, Mention
from checker.model.provision import Cell
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import SenseRead

_ANSWERS = (Cue.NEGATION, Cue.RELEASED, Cue.DUTY, Cue.YES)
_DENYING = frozenset({"no", "none", "nil", "-", "×", "なし", "無", "無し", "不要"})
_AFFIRMING = frozenset({"yes", "○", "◯", "●", "✓", "✔", "要", "有", "あり", "有り", "必要"})
_SHORT = 24
"""How many letters an answer to the label of its row has at most; a longer cell speaks for itself."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cell says of a mention in its header or in its row's label."""

    mention: Mention
    sense: SenseRead
    cell: Span


def answers(text: ReadText, sentence: Passage, concepts: frozenset[str]) -> Iterator[Answer]:
    """What the cells of a table row answer of `concepts`; nothing where the sentence is no table row."""
    cells = text.provisions[sentence.provision].cells
    for cell in cells:
        read = _answer(text, sentence, cell.span)
        if read is not None:
            label = _label(sentence, cells[0], cell, concepts)
            for mention in (*label, *header(text, sentence, cell, concepts)):
                yield Answer(mention, SenseRead(read.holds is not mention.opposite, read.because), cell.span)


def header(text: ReadText, sentence: Passage, cell: Cell, concepts: Concepts) -> tuple[Mention, ...]:
    """Where the header of a cell names some concepts."""
    named = (m for frame in text.frames[sentence.provision] for m in frame.of(concepts))
    return tuple(m for m in named if m.span.of(text.document.text) in cell.header)


def _label(sentence: Passage, first: Cell, cell: Cell, concepts: Concepts) -> tuple[Mention, ...]:
    """Where the first cell of a row names some concepts, if another cell answers to it."""
    if cell is first or len(cell.span) > _SHORT:
        return ()
    return tuple(m for m in sentence.of(concepts) if first.span.covers(m.span))


def _answer(text: ReadText, sentence: Passage, cell: Span) -> SenseRead | None:
    """The answer a cell gives, in its own words or by a mark of the document's key; None where it gives none."""
    word = fold(sentence.text[cell.start - sentence.span.start : cell.end - sentence.span.start]).strip().lower()
    for key in text.definitions:
        if key.mark and key.term == word:
            return _turned(key.passage, key.span)
    if word not in _DENYING | _AFFIRMING and not sentence.between(cell.start, cell.end, *_ANSWERS):
        return None
    return SenseRead(False, ()) if word in _DENYING else _turned(sentence, cell)


def _turned(passage: Passage, words: Span) -> SenseRead:
    """The sense of words that answer: every negation in them turns it, as in "without it the car cannot be sold"."""
    turned = passage.between(words.start, words.end, Cue.NEGATION, Cue.RELEASED)
    return SenseRead(len(turned) % 2 == 0, tuple(cue.span for cue in turned))
