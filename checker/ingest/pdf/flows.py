"""Flows: stretches of lines that run down one column, with the edges that tell a full line from a short one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from checker.ingest.pdf.lines import WORD_BREAK, Line

_RISE = 6.0  # points a line may stand higher than the one before, as after a raised note mark
_USUAL_ADVANCE = 5.0


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines one below the other; `left` and `right` are the edges that most of them keep.

    `advance` is the usual width of a character, `leading` the page's usual distance between lines, in points.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    advance: float
    leading: float


def flows(lines: Sequence[Line], leading: float) -> Iterator[Flow]:
    """`lines` cut wherever reading jumps up, or to the side of all that the flow has covered so far."""
    current: list[Line] = []
    low = high = 0.0
    for line in lines:
        if current and _leaves(current[-1], line, low, high):
            yield _flow(current, leading)
            current = []
        low = min(low, line.u0) if current else line.u0
        high = max(high, line.u1) if current else line.u1
        current.append(line)
    if current:
        yield _flow(current, leading)


def continues(before: Line, line: Line) -> bool:
    """Whether two pieces that pdfium keeps apart, as around a raised note mark, stand on one line."""
    return abs(line.v0 - before.v1) < _RISE and -1 < line.u0 - before.u1 < 3 * _RISE


def advance(line: Line) -> float:
    """The mean width of a line's characters; 0 where a word broken inside it hides the width."""
    count = len(line.text) - 1
    return (line.u1 - line.u0) / count if count > 3 and WORD_BREAK not in line.text else 0.0


def _leaves(before: Line, line: Line, low: float, high: float) -> bool:
    if line.sideways != before.sideways:
        return True
    jumps = line.v0 < before.v1 - _RISE or line.u0 > high or line.u1 < low
    return jumps and not continues(before, line)


def _flow(lines: list[Line], leading: float) -> Flow:
    """Edges that one line in ten may overstep: a heading across the columns or a hanging number does not move them."""
    spare = len(lines) // 10
    lefts = sorted(line.u0 for line in lines)
    rights = sorted(line.u1 for line in lines)
    advances = [width for line in lines if (width := advance(line))]
    usual = median_low(advances) if advances else _USUAL_ADVANCE
    return Flow(tuple(lines), lefts[spare], rights[-1 - spare], usual, leading)
