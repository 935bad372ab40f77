"""Statements: what one sentence says of one concept, every attribute with the words that set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.match.lexicon import Mention
from checker.model.commitment import Modality
from checker.model.provision import Kind
from checker.model.text import Span
from checker.read.amendments import taken_out
from checker.read.cues import Cue
from checker.read.definitions import used
from checker.read.exceptions import proviso, regions
from checker.read.modality import modal_word, modality
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import SenseRead, sense
from checker.read.standing import StandingRead, Voices, quoted, standing


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence's word on one concept.

    `mention` is the wording (for a defined term the wording in its definition, with `via` the place of the
    definition); `modal` is the word that sets the modality; `excepted` are the regions of the sentence, or the proviso
    after it, that are taken back.
    """

    passage: Passage
    mention: Mention
    sense: SenseRead
    modality: Modality
    standing: StandingRead
    excepted: tuple[Span, ...]
    proviso: Passage | None
    via: Span | None = None
    modal: Span | None = None

    @property
    def holds(self) -> bool:
        """Whether the sentence says the concept holds, after negation and after the answer to a demand or question."""
        return self.sense.holds is not self.standing.turned

    @property
    def in_exception(self) -> bool:
        """Whether the wording itself stands in the part taken back."""
        return any(region.covers(self.mention.span) for region in self.excepted)


def statements(text: ReadText, concepts: frozenset[str], voices: Voices) -> Iterator[Statement]:
    """Every statement of a document on one of `concepts`, in order; a heading frames and states nothing."""
    for index, sentence in enumerate(text.passages):
        if text.provisions[sentence.provision].kind is Kind.HEADING:
            continue
        spoken: list[tuple[Mention, Span | None, Mention]] = [
            (mention, None, mention) for mention in _said(sentence) if mention.concept in concepts
        ]
        spoken += _defined(text, sentence, concepts)
        headed = list(_headed(text, sentence, concepts))
        if not spoken and not headed:
            continue
        setting = text.setting(index)
        excepted, after = regions(sentence), proviso(text.passages, index)
        for mention, via, anchor in spoken:
            read = sense(sentence, anchor)
            said = quoted(setting, anchor.span, voices) or standing(setting, voices, anchor.span)
            how, modal = modality(sentence, anchor, read.holds is not said.turned), modal_word(sentence, anchor)
            yield Statement(sentence, mention, read, how, said, excepted, after, via, modal.span if modal else None)
        for mention, read, cell in headed:
            said = standing(setting, voices, cell)
            how = Modality.REQUIRED if read.holds else Modality.NOT_REQUIRED
            yield Statement(sentence, mention, read, how, said, (), None)


def _said(sentence: Passage) -> tuple[Mention, ...]:
    """What a sentence names, without the words it takes out of the text it amends."""
    gone = taken_out(sentence.text, sentence.span.start)
    return tuple(m for m in sentence.mentions if not any(span.meets(m.span) for span in gone))


def _headed(text: ReadText, sentence: Passage, concepts: frozenset[str]) -> Iterator[tuple[Mention, SenseRead, Span]]:
    """What the cells of a table row say of the concepts in their headers: "not required" under "Crash test".

    Only a cell that answers (required, none, 不要) makes a statement; its sense is the cell's own.
    """
    for cell in text.provisions[sentence.provision].cells:
        words = _words(sentence, cell.span)
        answers = sentence.between(cell.span.start, cell.span.end, *_ANSWERS)
        if not answers and words.lower() not in _BARE_ANSWERS:
            continue
        turned = [cue.span for cue in answers if cue.concept in (Cue.NEGATION, Cue.RELEASED)]
        denied = bool(turned) or words.lower() in _DENYING
        for header in text.frames[sentence.provision]:
            for mention in header.mentions:
                if mention.concept in concepts and mention.span.of(text.document.text) in cell.header:
                    yield mention, SenseRead(denied is mention.opposite, tuple(turned)), cell.span


def _words(sentence: Passage, span: Span) -> str:
    """The words of a part of a sentence."""
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start].strip()


_ANSWERS = (Cue.NEGATION, Cue.RELEASED, Cue.DUTY, Cue.YES)
_DENYING = frozenset({"no", "none", "nil", "-", "—", "–", "×", "なし", "無", "無し", "不要"})
_BARE_ANSWERS = _DENYING | {"yes", "○", "◯", "要", "有", "あり", "有り", "必要"}


def _defined(
    text: ReadText, sentence: Passage, concepts: frozenset[str]
) -> Iterator[tuple[Mention, Span | None, Mention]]:
    """Statements made through a defined term: the concept of its definition, in the sense of the term's use."""
    for definition in text.definitions:
        place = used(definition, sentence)
        if place is None:
            continue
        definer = text.passages[definition.passage]
        for mention in definition.mentions:
            if mention.concept in concepts:
                opposite = not sense(definer, mention).holds
                yield mention, definition.span, Mention(mention.concept, place, opposite, definition.term)
