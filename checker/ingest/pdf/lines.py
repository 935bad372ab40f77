"""The physical lines of a page as pdfium reads them, with where each begins and ends.

Positions are taken in the page's reading frame: u runs along the lines, v from line to line, both in points, so that
pages turned by any quarter and vertical Japanese are laid out like an upright page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.ingest.characters import clean
from checker.ingest.pdf.line import WORD_BREAK, Line
from checker.ingest.pdf.pages import OpenPage
from checker.ingest.pdf.raised import with_raised_figures

_USUAL_LEADING = 12.0
# u and v of a point (x, y) per direction of writing on the unturned page: u = a*x + b*y, v = c*x + d*y.
_FRAMES = {
    "right": (1, 0, 0, -1),
    "left": (-1, 0, 0, 1),
    "up": (0, 1, 1, 0),
    "down": (0, -1, -1, 0),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's text and its lines in reading order.

    `top` and `bottom` are the page's edges in v, `leading` its usual distance from line to line; `upright` says that
    most of its lines run left to right, or upside down.
    """

    number: int
    text: str
    lines: tuple[Line, ...]
    top: float
    bottom: float
    leading: float
    upright: bool


def layout(number: int, opened: OpenPage) -> Layout:
    """The lines of a page."""
    lines = _upright_lines(opened)
    direction = _direction(lines)
    _, _, c, d = _FRAMES[direction]
    if direction != "right":
        lines = [_turned(line, direction) for line in lines]

    def levels(characters: Sequence[int]) -> list[float]:
        points = opened.origins(characters)
        return [c * x + d * y for x, y in zip(points[::2], points[1::2], strict=True)]

    lines = with_raised_figures([line if line.v0 == line.v1 else _level(line) for line in lines], levels)
    left, low, right, high = opened.page.get_bbox()
    top, bottom = sorted((c * left + d * low, c * right + d * high))
    return Layout(number, opened.text, tuple(lines), top, bottom, _leading(lines), direction in ("right", "left"))


def _upright_lines(opened: OpenPage) -> list[Line]:
    """The lines in the frame of an unturned page. Only two positions per line are asked for: they cost."""
    found: list[tuple[int, str]] = []
    at = 0
    for piece in opened.text.split("\r\n"):
        text = piece.strip()
        if text:
            found.append((at + piece.find(text), text))
        at += len(piece) + 2
    ends = [place for start, text in found for place in (start, start + len(text) - 1)]
    points = iter(opened.origins(ends))
    return [
        Line(start, text if text.isascii() and text.isprintable() else clean(text), x0, x1, -y0, -y1)
        for (start, text), x0, y0, x1, y1 in zip(found, points, points, points, points, strict=True)
    ]


def _direction(lines: Sequence[Line]) -> str:
    """The direction in which most of the characters are written."""
    amounts = dict.fromkeys(_FRAMES, 0)
    for _, text, u0, u1, v0, v1, _ in lines:
        if v0 == v1 and u0 <= u1:
            amounts["right"] += len(text)
        elif WORD_BREAK not in text:
            du, dv = u1 - u0, v1 - v0
            flat = ("right" if du >= 0 else "left") if abs(du) >= abs(dv) else ("down" if dv > 0 else "up")
            amounts[flat] += len(text)
    return max(amounts, key=lambda direction: amounts[direction])


def _turned(line: Line, direction: str) -> Line:
    a, b, c, d = _FRAMES[direction]
    return line._replace(
        u0=a * line.u0 - b * line.v0,
        u1=a * line.u1 - b * line.v1,
        v0=c * line.u0 - d * line.v0,
        v1=c * line.u1 - d * line.v1,
    )


def _level(line: Line) -> Line:
    """A line whose ends stand at different heights: it runs sideways, or ends in a raised note mark, or both are two.

    A raised mark must not move the line: the lower baseline is the line's own.
    """
    if WORD_BREAK in line.text:
        return line
    if abs(line.v1 - line.v0) > abs(line.u1 - line.u0):
        return line._replace(sideways=True)
    level = max(line.v0, line.v1)
    return line._replace(v0=level, v1=level)


def _leading(lines: Sequence[Line]) -> float:
    """The distance from line to line inside paragraphs: the lower quartile of all distances."""
    gaps = sorted([gap for before, line in pairwise(lines) if (gap := line.v0 - before.v1) > 2])
    return gaps[(len(gaps) - 1) // 4] if gaps else _USUAL_LEADING
