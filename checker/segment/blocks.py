"""Blocks: the paragraphs, headings and list items of a text, before their insides are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model.text import Span
from checker.segment.lines import Line, physical
from checker.segment.numbering import Family, Mark
from checker.segment.openings import Opening, Strength, opening
from checker.segment.tables import Table, find_tables
from checker.segment.wrapping import Width, breaks_off, goes_on, hangs_on, refers_on, wrap_width


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
    def body(self) -> int:
        """Where the words behind its marks begin."""
        return self.marks[-1].end if self.marks else self.span.start


def blocks(text: str) -> tuple[Block | Table, ...]:
    """The blocks and tables of a text, in order."""
    lines = physical(text)
    openings = [opening(text, line) for line in lines]
    tables = {table.first: table for table in find_tables(text, lines)}
    width = wrap_width(text, lines)
    doubtful: dict[str, int] = {}
    found: list[Block | Table] = []
    index = 0
    while index < len(lines):
        if index in tables:
            found.append(tables[index])
            index = tables[index].last
            continue
        after = index + 1
        while after < len(lines) and after not in tables and _joins(text, lines, openings, index, after, width):
            after += 1
        if not lines[index].ruling:
            block = _block(text, lines[index:after], openings[index], lines[after] if after < len(lines) else None)
            found.append(_without_doubtful(block, doubtful))
        index = after
    return tuple(found)


def _joins(text: str, lines: Sequence[Line], openings: Sequence[Opening], first: int, index: int, width: Width) -> bool:
    """Whether line `index` belongs to the block that begins with line `first` and holds all lines between them."""
    above, line = lines[index - 1], lines[index]
    begun, opened = openings[first], openings[index]
    if opened.level or line.ruling or line.running or begun.level or lines[first].ruling or lines[first].running:
        return False
    if opened.strength is not Strength.NONE:
        broken = opened.strength is Strength.WEAK and breaks_off(text, above, line, width)
        return broken or refers_on(text, above, line)
    tariff = bool(begun.marks) and begun.marks[0].family is Family.TARIFF
    return goes_on(text, above, line, width, index - 1 == first) or (tariff and hangs_on(text, lines[first], line))


def _block(text: str, lines: Sequence[Line], begun: Opening, below: Line | None) -> Block:
    line = lines[0]
    level = begun.level
    if below is not None and below.ruling and not below.gap and len(lines) == 1 and text[below.start] in "=-":
        level = level or (1 if text[below.start] == "=" else 2)
    end = begun.end if len(lines) == 1 else lines[-1].end
    return Block(Span(begun.start, end), line.gap > 0, level, line.running, begun.marks)


def _without_doubtful(block: Block, series: dict[str, int]) -> Block:
    """Drop "J." and "2 Toyota" as list marks where no "I." and no "1" came before.

    `series` holds the last place reached in each series of letters or bare numbers.
    """
    if not block.marks or not (block.marks[0].lettered or block.marks[0].bare):
        return block
    for name, value in block.marks[0].readings:
        if value == 1 or series.get(name) == value - 1:
            series[name] = value
            return block
    return replace(block, marks=())
