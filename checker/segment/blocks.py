"""Blocks: the paragraphs, headings and list items of a text, before their insides are looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from checker.model.text import Span
from checker.segment.divisions import DIVISION_WORDS, division_mark
from checker.segment.lines import Line, physical
from checker.segment.notes import note_mark
from checker.segment.numbering import Family, Mark, chained_mark, item_mark
from checker.segment.tables import Table, find_tables
from checker.segment.titles import could_be_title
from checker.segment.turns import read_turn
from checker.segment.wrapping import breaks_off, goes_on, refers_on, wrap_width

_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_MAY_OPEN = re.compile(
    rf"[^A-Za-z]|[A-Za-z](?:[^a-z]|$)|[ivx]{{2,5}}[.)]|(?i:{DIVISION_WORDS})|Footnote|[^:：]{{0,80}}[:：]"
)
_HASHES_AFTER = re.compile(r"\s+#+$")


class Opening(Enum):
    """Whether a line begins with a mark of its own, and whether that could be an accident of line breaking."""

    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item as it stands in the text.

    `level` is the Markdown level of a heading (0: none); `marks` are the list and division marks it begins with,
    outermost first; `gap` says that an empty line stands above it; `running` marks a page's running head.
    """

    span: Span
    gap: bool = False
    level: int = 0
    running: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def body(self) -> Span:
        """The block without its marks."""
        return Span(self.marks[-1].end, self.span.end) if self.marks else self.span


def blocks(text: str) -> tuple[Block | Table, ...]:
    """The blocks and tables of a text, in order."""
    lines = physical(text)
    tables = {table.first: table for table in find_tables(text, lines)}
    found: list[Block | Table] = []
    index = 0
    width = wrap_width(text, lines)
    letters: dict[str, int] = {}
    while index < len(lines):
        if index in tables:
            found.append(tables[index])
            index = tables[index].last
            continue
        last = _last_line(text, lines, index, width, tables)
        if not lines[index].ruling:
            found.append(_without_initials(_block(text, lines, index, last), letters))
        index = last + 1
    return tuple(found)


def _last_line(text: str, lines: Sequence[Line], first: int, width: int, tables: dict[int, Table]) -> int:
    """The index of the last line of the block that begins with line `first`."""
    last = first
    if _stands_alone(text, lines[first]):
        return first
    while last + 1 < len(lines) and last + 1 not in tables:
        above, line = lines[last], lines[last + 1]
        if line.ruling or line.running or _MARKDOWN.match(text, line.start, line.end):
            break
        opening = _opening(text, line)
        if opening is Opening.NONE and not goes_on(text, above, line, width, last == first):
            break
        if opening is not Opening.NONE and not _reads_on(text, above, line, width, opening):
            break
        last += 1
    return last


def _reads_on(text: str, above: Line, line: Line, width: int, opening: Opening) -> bool:
    """Whether what looks like a mark stands in the middle of a sentence that was broken into lines."""
    return refers_on(text, above, line) or (opening is Opening.WEAK and breaks_off(text, above, line, width))


def _stands_alone(text: str, line: Line) -> bool:
    return line.ruling or line.running or _MARKDOWN.match(text, line.start, line.end) is not None


def _opening(text: str, line: Line) -> Opening:
    if _MAY_OPEN.match(text, line.start, line.end) is None:
        return Opening.NONE
    mark = division_mark(text, line.start, line.end) or item_mark(text, line.start, line.end, line.indent)
    if mark is not None:
        return Opening.WEAK if mark.weak else Opening.STRONG
    if note_mark(text, line.start, line.end) or read_turn(text, line.start, line.end, asked=True):
        return Opening.WEAK
    return Opening.NONE


def _block(text: str, lines: Sequence[Line], first: int, last: int) -> Block:
    line = lines[first]
    start, end = line.start, lines[last].end
    below = lines[last + 1] if last + 1 < len(lines) else None
    level = 0
    if match := _MARKDOWN.match(text, start, end):
        level, start = len(match[1]), match.end()
        closing = _HASHES_AFTER.search(text, start, end)
        end = closing.start() if closing else end
    elif below is not None and below.ruling and not below.gap and first == last and text[below.start] in "=-":
        level = 1 if text[below.start] == "=" else 2
    marks = () if line.running else _marks(text, Span(start, end), line.indent, level > 0)
    return Block(Span(start, end), line.gap > 0, level, line.running, marks)


def _without_initials(block: Block, letters: dict[str, int]) -> Block:
    """Drop "J." as a list mark where no "I." came before: `letters` holds the last place in each lettered series."""
    if not block.marks or not block.marks[0].lettered:
        return block
    for series, value in block.marks[0].readings:
        if value == 1 or letters.get(series) == value - 1:
            letters[series] = value
            return block
    return replace(block, marks=())


def _marks(text: str, span: Span, indent: int, titled: bool) -> tuple[Mark, ...]:
    if _MAY_OPEN.match(text, span.start, span.end) is None:
        return ()
    first = division_mark(text, span.start, span.end, titled) or item_mark(text, span.start, span.end, indent)
    if first is None:
        return ()
    marks = [first]
    place = _skip_blanks(text, first.end, span.end)
    while first.family is not Family.TARIFF and place < span.end and (mark := chained_mark(text, place, span.end)):
        marks.append(mark)
        place = mark.end
    return tuple(marks)


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
