"""Cuts a paragraph or list item: notes in brackets, run-in lists, a question it opens with, divisions inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.model.provision import Kind
from checker.model.text import Span
from checker.segment.blocks import Block
from checker.segment.divisions import division_mark
from checker.segment.notes import bracketed, note_mark
from checker.segment.numbering import Family, Mark
from checker.segment.numerals import KANJI_DIGITS
from checker.segment.pieces import Piece
from checker.segment.runin import run_in_marks
from checker.segment.sentences import sentences
from checker.segment.spans import trim
from checker.segment.turns import Turn, asks

_DIVISION_WORDS = ("Article", "Section", "Sec.", "Rule", "Step", "条")
_INNER_DIVISION = re.compile(
    r"[ASR](?:rticle|ection|ec\.|ule|tep)\s\d{1,3}[A-Z]?(?:[.:]\s|\s(?<=Step...))"
    rf"|第[0-9０-９{KANJI_DIGITS}]{{1,5}}条[　（]"
)
_STOPPED = re.compile(r"[.;:]\s+$|[。　]\s*$")


def split_divisions(text: str, block: Block) -> list[Block]:
    """A block, or the blocks it would be if every division inside it ("... . Article 3. ...") began on its own line."""
    words = block.span.of(text)
    if block.level or block.running or not any(word in words for word in _DIVISION_WORDS):
        return [block]
    places = [match.start() for match in _INNER_DIVISION.finditer(text, block.body + 1, block.span.end)]
    marks = [division_mark(text, place, block.span.end) for place in places if _STOPPED.search(text[place - 4 : place])]
    found = [mark for mark in marks if mark is not None]
    if not found:
        return [block]
    edges = [*(mark.start for mark in found), block.span.end]
    parts = [replace(block, span=trim(text, block.span.start, edges[0]))]
    for mark, end in zip(found, edges[1:], strict=True):
        parts.append(Block(trim(text, mark.start, end), marks=(mark,)))
    return parts


def cut_body(text: str, block: Block) -> list[Piece]:
    """The pieces of a block that is neither a heading nor a turn."""
    pieces: list[Piece] = []
    start = block.span.start
    for note in bracketed(text, block.body, block.span.end):
        before = trim(text, start, note.start)
        pieces += _cut_list(text, before, block.marks if not pieces else (), block.gap and not pieces) if before else []
        pieces.append(Piece(Kind.FOOTNOTE, note, note=note_mark(text, note.start + 1, note.end)))
        start = note.end
    rest = trim(text, start, block.span.end)
    return pieces + (_cut_list(text, rest, block.marks if not pieces else (), block.gap and not pieces) if rest else [])


def _cut_list(text: str, span: Span, marks: tuple[Mark, ...], gap: bool) -> list[Piece]:
    """One piece, or a stem and the items of the list it runs into."""
    whole = Piece(_kind(marks), span, marks, gap=gap)
    if whole.kind is Kind.TABLE_ROW:
        return [whole]
    inside = run_in_marks(text, whole.body, span.end, marks)
    if not inside:
        return _cut_question(text, whole)
    edges = [*(mark.start for mark in inside), span.end]
    stem = replace(whole, span=trim(text, span.start, edges[0]))
    items = [
        Piece(Kind.LIST_ITEM, trim(text, mark.start, end), (mark,)) for mark, end in zip(inside, edges[1:], strict=True)
    ]
    return [*([stem] if stem.span else []), *items[:-1], *_split_flush(text, items)]


def _kind(marks: Sequence[Mark]) -> Kind:
    if not marks:
        return Kind.PARAGRAPH
    mark = marks[-1]
    if mark.family is Family.TARIFF:
        return Kind.TABLE_ROW
    if mark.family is Family.DIVISION:
        return Kind.PARAGRAPH
    return Kind.PARAGRAPH if mark.dotted else Kind.LIST_ITEM


def _split_flush(text: str, items: Sequence[Piece]) -> list[Piece]:
    """The last item of a run-in list, and the sentences behind it where its other members are parts of one sentence."""
    last = items[-1]
    first, *others = sentences(text, last.span.start, last.span.end, last.body)
    fragments = len(items) > 1 and all(text[item.span.end - 1] not in ".。．" for item in items[:-1])
    if not fragments or not others:
        return [last]
    return [replace(last, span=first), Piece(Kind.PARAGRAPH, Span(others[0].start, last.span.end), flush=True)]


def _cut_question(text: str, whole: Piece) -> list[Piece]:
    """A paragraph that opens with a question and goes on with its answer is two pieces; others stay whole."""
    words = whole.span.of(text)
    if "?" not in words and "？" not in words and "か。" not in words:
        return [whole]
    found = sentences(text, whole.body, whole.span.end)
    if not found or not asks(found[0].of(text)):
        return [whole]
    if all(asks(sentence.of(text)) for sentence in found):
        return [replace(whole, kind=Kind.QUESTION)]
    return question_and_answer(text, whole, questions_end(text, Span(whole.body, whole.span.end)), None)


def questions_end(text: str, span: Span) -> int | None:
    """Where the first questions in `span` end and something else goes on, or None."""
    end = None
    for sentence in sentences(text, span.start, span.end):
        if asks(sentence.of(text)):
            end = sentence.end
        elif end is not None:
            return end
    return None


def question_and_answer(text: str, whole: Piece, end: int | None, turn: Turn | None) -> list[Piece]:
    """The question that `whole` is, or the question up to `end` and the answer behind it."""
    asked = replace(whole, kind=Kind.QUESTION, turn=turn)
    if end is None:
        return [asked]
    answer = Piece(Kind.ANSWER, trim(text, end, whole.span.end), turn=turn)
    return [replace(asked, span=trim(text, whole.span.start, end)), answer]
