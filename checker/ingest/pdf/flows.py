"""Flows: stretches of lines that run down one column, with the edges that tell a full line from a short one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.ingest.pdf.line import Line

_RISE = 6.0  # points a line may stand higher than the one before, as after a raised note mark
_USUAL_ADVANCE = 5.0
_SAMPLE = 15


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines one below the other; `left` and `right` are the edges that most of them keep.

    `advance` is the usual width of a character, `leading` the page's usual distance between lines, in points; `notes`
    says that the lines are notes at the foot of a column.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    advance: float
    leading: float
    notes: bool = False


def flows(lines: Sequence[Line], leading: float) -> Iterator[Flow]:
    """`lines` cut wherever reading jumps up, or to the side of all that the flow has covered so far."""
    current: list[Line] = []
    low = high = floor = 0.0
    for line in lines:
        _, _, u0, u1, v0, v1, _, sideways, *_ = line
        if current and (v0 < floor or u0 > high or u1 < low or sideways) and not continues(current[-1], line):
            yield _flow(current, leading)
            current = []
            low, high = u0, u1
        if u0 < low or not current:
            low = u0
        if u1 > high or not current:
            high = u1
        floor = v1 - _RISE
        current.append(line)
    if current:
        yield _flow(current, leading)


def continues(before: Line, line: Line) -> bool:
    """Whether two pieces that pdfium keeps apart, as around a raised note mark, stand on one line."""
    return abs(line.v0 - before.v1) < _RISE and -1 < line.u0 - before.u1 < 3 * _RISE


def advance(line: Line) -> float:
    """The mean width of a line's characters; 0 where a line end inside hides the width."""
    count = len(line.text) - 1
    return (line.u1 - line.u0) / count if count > 3 and not line.ends else 0.0


def _flow(lines: list[Line], leading: float) -> Flow:
    """Edges that one line may overstep: a heading across the columns or a hanging number does not move them."""
    spare = 1 if len(lines) > 3 else 0
    lefts = sorted([line.u0 for line in lines])
    rights = sorted([line.u1 for line in lines])
    sample = lines[:: len(lines) // _SAMPLE + 1]
    advances = sorted([width for line in sample if (width := advance(line))])
    usual = advances[(len(advances) - 1) // 2] if advances else _USUAL_ADVANCE
    return Flow(tuple(lines), lefts[spare], rights[-1 - spare], usual, leading)
