"""Cells that rulings enclose. What cells they are is pdfplumber's to say; a table ruled between its rows alone, as
printers set it, gets the rulings that are missing from the gaps between its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from checker.ingest.pdf.rulings import Ruling

_NEAR = 3.0  # points; rulings closer than this are one
_GAP = 7.0  # points without words that part two columns
_LEAST_RULES = 3


class Area(NamedTuple):
    """A cell's edges in the page's reading frame, and where it stands in its table: `rows` is how many it covers."""

    u0: float
    v0: float
    u1: float
    v1: float
    row: int
    column: int
    rows: int = 1

    def holds(self, u: float, v: float) -> bool:
        """Whether a character set at (u, v), the height of its baseline, stands in the cell."""
        return self.u0 - 1 <= u < self.u1 - 1 and self.v0 <= v < self.v1


class Extent(NamedTuple):
    """Where one character is drawn along its line, and the height of its baseline."""

    u0: float
    u1: float
    v: float


def grids(lines: Sequence[Ruling]) -> list[tuple[Area, ...]]:
    """The tables that `lines` draw, each as its cells; a single row or column is none."""
    from pdfplumber import table

    edges = table.merge_edges([_edge(line) for line in lines], _NEAR, _NEAR, _NEAR, _NEAR)
    cells = table.intersections_to_cells(table.edges_to_intersections(edges, _NEAR, _NEAR))
    found = [_placed(each) for each in table.cells_to_tables(cells)]
    return [areas for areas in found if max(area.row for area in areas) and max(area.column for area in areas)]


def completed(lines: Sequence[Ruling], words: Sequence[Extent]) -> list[Ruling]:
    """`lines` with upright ones in the gaps between columns, for stacks of level ones that nothing crosses."""
    added: list[Ruling] = []
    for stack in _stacks([line for line in lines if line.is_level]):
        left, right, top, bottom = stack[0].u0, stack[0].u1, stack[0].v0, stack[-1].v0
        inside = [word for word in words if top < word.v < bottom and left - _NEAR < word.u0 < right]
        edges = [left, *_gaps(inside), right]
        crossed = any(not line.is_level and left < line.u0 < right and top - 1 < line.v0 < bottom for line in lines)
        if len(edges) > 2 and not crossed:
            added += [Ruling(edge, top, edge, bottom) for edge in edges]
    return [*lines, *added]


def _stacks(level: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Level lines of the same width one below the other."""
    by_width: defaultdict[tuple[int, int], list[Ruling]] = defaultdict(list)
    for line in _joined(level):
        key = next(
            (known for known in by_width if abs(known[0] - line.u0) < _NEAR and abs(known[1] - line.u1) < _NEAR),
            (round(line.u0), round(line.u1)),
        )
        by_width[key].append(line)
    for lines in by_width.values():
        heights = sorted(lines, key=lambda line: line.v0)
        apart = [line for at, line in enumerate(heights) if not at or line.v0 - heights[at - 1].v0 > _NEAR]
        if len(apart) >= _LEAST_RULES:
            yield apart


def _joined(level: Sequence[Ruling]) -> list[Ruling]:
    """Level lines that touch at their ends, as those under each cell of a row do, as one."""
    joined: list[Ruling] = []
    for line in sorted(level, key=lambda line: (round(line.v0 / _NEAR), line.u0)):
        last = joined[-1] if joined else None
        if last and abs(last.v0 - line.v0) < _NEAR and line.u0 <= last.u1 + _NEAR:
            joined[-1] = last._replace(u1=max(last.u1, line.u1))
        else:
            joined.append(line)
    return joined


def _gaps(words: Sequence[Extent]) -> Iterator[float]:
    """The middles of the gaps that no character reaches into."""
    reach: float | None = None
    for u0, u1, _ in sorted(words):
        if reach is not None and u0 - reach > _GAP:
            yield u0 - 2.0  # what stands left of a column belongs to the one before
        reach = u1 if reach is None else max(reach, u1)


def _edge(line: Ruling) -> dict[str, Any]:
    u0, v0, u1, v1 = line
    sides = {"x0": u0, "x1": u1, "top": v0, "bottom": v1, "width": u1 - u0, "height": v1 - v0}
    return {**sides, "orientation": "h" if line.is_level else "v"}


def _placed(cells: Sequence[tuple[float, float, float, float]]) -> tuple[Area, ...]:
    """Cells numbered by row and column."""
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    placed = [
        Area(u0, v0, u1, v1, tops.index(v0), lefts.index(u0), sum(v0 <= top < v1 for top in tops))
        for u0, v0, u1, v1 in cells
    ]
    return tuple(sorted(placed, key=lambda area: (area.row, area.column)))
