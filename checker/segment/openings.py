"""Openings: what a line begins with, and so whether it begins a block of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from checker.segment.divisions import DIVISION_WORDS, division_mark
from checker.segment.lines import Line
from checker.segment.notes import note_mark
from checker.segment.numbering import Family, Mark, chained_mark, item_mark
from checker.segment.turns import read_turn

_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_MOST_MARKS = 4
_ORDINARY = re.compile(rf"(?!(?i:{DIVISION_WORDS})|Footnote|[ivx]+[.)])[A-Za-z][a-z]")
_LONGEST_NAME = 120


class Strength(Enum):
    """Whether a line opens a block, or could do so by an accident of line breaking (a line that begins with "15.")."""

    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line begins with: the Markdown level of a heading (0: none), its marks, outermost first.

    `start` and `end` leave out Markdown's #.
    """

    start: int
    end: int
    strength: Strength = Strength.NONE
    level: int = 0
    marks: tuple[Mark, ...] = ()


def opening(text: str, line: Line) -> Opening:
    """What `line` begins with."""
    start, end = line.start, line.end
    if line.ruling or line.running:
        return Opening(start, end, Strength.STRONG)
    if text[start] == "#" and (match := _MARKDOWN.match(text, start, end)):
        start, end = match.end(), _without_hashes(text, match.end(), end)
        return Opening(start, end, Strength.STRONG, len(match[1]), _marks(text, start, end, line.indent, titled=True))
    if _ORDINARY.match(text, start, end) and not _has_colon(text, start, min(end, start + _LONGEST_NAME)):
        return Opening(start, end)
    marks = _marks(text, start, end, line.indent, titled=False)
    if marks:
        return Opening(start, end, Strength.WEAK if marks[0].weak else Strength.STRONG, 0, marks)
    opens = note_mark(text, start, end) or read_turn(text, start, end, asked=True)
    return Opening(start, end, Strength.WEAK if opens else Strength.NONE)


def _has_colon(text: str, start: int, end: int) -> bool:
    return text.find(":", start, end) >= 0 or text.find("：", start, end) >= 0


def _without_hashes(text: str, start: int, end: int) -> int:
    """The end of a Markdown heading's words: # behind a blank only closes it."""
    words = text[start:end].rstrip("#")
    bare = words.rstrip()
    return start + len(bare) if bare and len(bare) < len(words) else end


def _marks(text: str, start: int, end: int, indent: int, titled: bool) -> tuple[Mark, ...]:
    first = division_mark(text, start, end, titled) or item_mark(text, start, end, indent)
    if first is None:
        return ()
    marks = [first]
    place = first.end
    while len(marks) < _MOST_MARKS and first.family is not Family.TARIFF and place < end:
        mark = chained_mark(text, place, end)
        if mark is None:
            break
        marks.append(mark)
        place = mark.end
    return tuple(marks)
