"""Ruled tables: the words of a page that stand in the cells of one, told apart cell by cell.

Looking for rulings costs as much as reading a page of prose does, so it is done only where the lines of a page look
like rows or cells: narrow, side by side, with gaps in them, or going up again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from checker.ingest.pdf.flows import advance
from checker.ingest.pdf.frames import spots
from checker.ingest.pdf.grids import Area, Extent, completed, grids
from checker.ingest.pdf.line import Cell, Line
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.pages import OpenPage, OpenPages
from checker.ingest.pdf.rulings import Ruling, rulings

_LEVEL = 2.0  # points between the baselines of one row
_WIDER = 1.6  # a line this many times as wide per character as others has gaps in it
_TURNS = 3  # times that reading goes up on a page of prose: to the next column, to a note
_NARROW = 110.0  # points; most columns of prose are wider
_FEW = 5  # lines; among so few it cannot be told which are rows
_FEWEST = 3  # heights with rulings in a table of two rows
_ONE = 3.0  # points; rulings closer than this are one


def with_tables(pages: OpenPages, layouts: Iterable[Layout]) -> tuple[Layout, ...]:
    """`layouts` with the words of ruled tables in cells."""
    return tuple(_tabled(pages.get(page.number), page) if _has_rows(page) else page for page in layouts)


def _has_rows(page: Layout) -> bool:
    """Whether some of a page's lines look like rows of a table; a picture has no rulings to ask for."""
    lines = page.lines
    if page.recognition:
        return False
    turns = 0
    narrow = sum([line.u1 - line.u0 < _NARROW for line in lines])
    if narrow * 2 >= max(len(lines), 2) or 1 < len(lines) <= _FEW:
        return True
    for before, line in pairwise(lines):
        if line.v0 < before.v0 - _LEVEL:
            turns += 1
        elif line.u0 > before.u1 and abs(line.v0 - before.v1) < _LEVEL:
            return True
    widths = sorted([width for line in lines if (width := advance(line))])
    return turns >= _TURNS or (bool(widths) and widths[-1] > _WIDER * widths[len(widths) // 4])


def _tabled(opened: OpenPage, page: Layout) -> Layout:
    drawn = rulings(opened.page, page.direction)
    if _levels(drawn) < _FEWEST:
        return page
    lines = page.lines
    for number, areas in enumerate(grids(completed(drawn, list(_extents(opened, page, drawn))))):
        filled = _filled(opened, page, lines, areas, number)
        lines = filled if _is_table(filled, number) else lines
    return page if lines is page.lines else replace(page, lines=lines)


def _levels(drawn: Sequence[Ruling]) -> int:
    """At how many heights there are level rulings."""
    heights = sorted([line.v0 for line in drawn if line.is_level])
    return len(heights[:1]) + sum(height - before > _ONE for before, height in pairwise(heights))


def _is_table(lines: Sequence[Line], number: int) -> bool:
    """Whether at least two rows of a table have words in at least two columns."""
    cells = {(line.cell.row, line.cell.column) for line in lines if line.cell and line.cell.table == number}
    rows = [row for row, _ in cells]
    return sum(rows.count(row) > 1 for row in set(rows)) > 1


def _filled(
    opened: OpenPage, page: Layout, lines: Sequence[Line], areas: Sequence[Area], number: int
) -> tuple[Line, ...]:
    """`lines` with those in `areas` cut at the cells' edges and put in their order, where the first of them stood."""
    hull = (min(a.u0 for a in areas), min(a.v0 for a in areas), max(a.u1 for a in areas), max(a.v1 for a in areas))
    outside: list[Line] = []
    inside: list[Line] = []
    at = None
    for line in lines:
        parts = [line] if line.cell or not _meets(line, hull) else list(_parts(opened, page, line, areas, number))
        for part in parts:
            if part.cell and part.cell.table == number:
                at = len(outside) if at is None else at
                inside.append(part)
            else:
                outside.append(part)
    inside.sort(key=lambda line: (line.cell, line.start))
    return (*outside[:at], *inside, *outside[at:])


def _meets(line: Line, hull: tuple[float, float, float, float]) -> bool:
    u0, v0, u1, v1 = hull
    return line.u0 < u1 and u0 < line.u1 and min(line.v0, line.v1) < v1 and v0 < max(line.v0, line.v1)


def _parts(opened: OpenPage, page: Layout, line: Line, areas: Sequence[Area], number: int) -> Iterator[Line]:
    """The parts of a line that stand in one cell each, or outside of all."""
    set_at = spots(opened, page.direction, range(line.start, line.start + len(line.text)))
    shown = [at for at, character in enumerate(line.text) if not character.isspace()]
    for area, group in groupby(shown, key=lambda at: _area(areas, *set_at[at])):
        places = list(group)
        first, last = places[0], places[-1]
        (u0, v0), (u1, v1) = set_at[first], set_at[last]
        text = line.text[first : last + 1]
        cell = Cell(number, area.row, area.column, area.rows) if area else None
        yield line._replace(start=line.start + first, text=text, u0=u0, u1=u1, v0=v0, v1=v1, cell=cell)


def _area(areas: Sequence[Area], u: float, v: float) -> Area | None:
    return next((area for area in areas if area.holds(u, v)), None)


def _extents(opened: OpenPage, page: Layout, drawn: Sequence[Ruling]) -> Iterator[Extent]:
    """Where the characters of the lines between the highest and the lowest ruling stand."""
    low, high = min(line.v0 for line in drawn), max(line.v1 for line in drawn)
    for line in page.lines:
        if low < line.v0 < high:
            set_at = spots(opened, page.direction, range(line.start, line.start + len(line.text)))
            usual = advance(line) or page.leading / 2
            for at, (u, v) in enumerate(set_at):
                if not line.text[at].isspace():
                    following = set_at[at + 1][0] - u if at + 1 < len(set_at) else usual
                    yield Extent(u, u + (following if 0 < following < 2 * usual else usual), v)
