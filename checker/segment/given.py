"""Provisions given: a text that its caller has cut already, into sentences, clauses or paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment.divisions import division_mark
from checker.segment.numbering import Family, Mark, chained_mark, item_mark
from checker.segment.outline import outline
from checker.segment.pieces import Piece
from checker.segment.spans import trim
from checker.segment.titles import could_be_title, in_capitals

_MOST_MARKS = 4


def given(text: str, spans: Sequence[Span]) -> tuple[Provision, ...]:
    """The provisions that `spans` of `text` are, one for one, in their order.

    Their marks are read as those of any document are: each provision has its label, its headings and its lead-ins.
    Raises ValueError for spans that are blank, out of order or overlap.
    """
    trimmed = [trim(text, span.start, span.end) for span in spans]
    if not all(trimmed) or any(a.end > b.start for a, b in pairwise(trimmed)):
        raise ValueError("provisions that are given follow each other, and each has words")
    return outline(text, [_piece(text, span) for span in trimmed])


def _piece(text: str, span: Span) -> Piece:
    marks = _marks(text, span)
    words = text[marks[-1].end : span.end] if marks else span.of(text)
    if could_be_title(words) or (in_capitals(words) and marks):
        return Piece(Kind.HEADING, span, marks)
    listed = bool(marks) and marks[-1].family is not Family.DIVISION and not marks[-1].dotted
    return Piece(Kind.LIST_ITEM if listed else Kind.PARAGRAPH, span, marks)


def _marks(text: str, span: Span) -> tuple[Mark, ...]:
    """The marks that a span begins with, outermost first."""
    mark = division_mark(text, span.start, span.end, False) or item_mark(text, span.start, span.end)
    marks: list[Mark] = []
    while mark is not None and len(marks) < _MOST_MARKS:
        marks.append(mark)
        mark = chained_mark(text, mark.end, span.end) if mark.end < span.end else None
    return tuple(marks)
