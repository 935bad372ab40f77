"""The physical lines of a page as pdfium reads them, with where each begins and ends.

Positions are taken in the page's reading frame: u runs along the lines, v from line to line, both in points, so that
pages turned by any quarter and vertical Japanese are laid out like an upright page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

from checker.ingest.pdf.pages import OpenPage

WORD_BREAK = "\ufffe"
"""What pdfium leaves for a hyphen at the end of a line, having joined the two lines."""

_USUAL_LEADING = 12.0
# u and v of a point (x, y) per direction of writing on the unturned page: u = a*x + b*y, v = c*x + d*y.
_FRAMES = {
    "right": (1, 0, 0, -1),
    "left": (-1, 0, 0, 1),
    "up": (0, 1, 1, 0),
    "down": (0, -1, -1, 0),
}


Rough = tuple[int, str, float, float, float, float]
"""Where a line starts in the raw text, its words, and the points where its first and last character are set."""


class Line(NamedTuple):
    """One line: where it starts in the page's raw text, its words, and the origins of its first and last character.

    `sideways` lines run across the others. A tuple, because making the lines is a good part of the cost of reading.
    """

    start: int
    text: str
    u0: float
    u1: float
    v0: float
    v1: float
    sideways: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's text and its lines in reading order.

    `top` and `bottom` are the page's edges in v, `leading` its usual distance from line to line; `upright` says that
    most of its lines run left to right, or upside down.
    """

    number: int
    raw: str
    lines: tuple[Line, ...]
    top: float
    bottom: float
    leading: float
    upright: bool


def layout(number: int, opened: OpenPage) -> Layout:
    """The lines of a page."""
    rough = _rough_lines(opened.text, _origins(opened))
    direction = _direction(rough)
    a, b, c, d = _FRAMES[direction]
    lines: list[Line] = []
    for start, text, x0, y0, x1, y1 in rough:
        u0, u1, v0, v1 = a * x0 + b * y0, a * x1 + b * y1, c * x0 + d * y0, c * x1 + d * y1
        sideways = abs(v1 - v0) > abs(u1 - u0) and WORD_BREAK not in text
        # A raised note mark at either end must not move the line: the lower baseline is the line's own.
        level = v0 if WORD_BREAK in text or sideways else max(v0, v1)
        lines.append(Line(start, text, u0, u1, level, max(level, v1), sideways))
    left, low, right, high = opened.page.get_bbox()
    top, bottom = sorted((c * left + d * low, c * right + d * high))
    upright = direction in ("right", "left")
    return Layout(number, opened.text, tuple(lines), top, bottom, _leading(lines), upright)


def _origins(opened: OpenPage) -> Callable[[int], tuple[float, float]]:
    """A function that gives the point where a character of the page is set."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    x_out, y_out = ctypes.byref(x), ctypes.byref(y)
    handle = opened.text_page.raw
    get_origin = pdfium.FPDFText_GetCharOrigin

    def origin(character: int) -> tuple[float, float]:
        get_origin(handle, opened.index(character), x_out, y_out)
        return x.value, y.value

    return origin


def _rough_lines(raw: str, origin: Callable[[int], tuple[float, float]]) -> list[Rough]:
    rough: list[Rough] = []
    at = 0
    for piece in raw.split("\r\n"):
        text = piece.strip()
        if text:
            start = at + piece.index(text)
            rough.append((start, text, *origin(start), *origin(start + len(text) - 1)))
        at += len(piece) + 2
    return rough


def _direction(rough: list[Rough]) -> str:
    """The direction in which most of the characters are written."""
    amounts = dict.fromkeys(_FRAMES, 0)
    for _, text, x0, y0, x1, y1 in rough:
        if len(text) > 1 and WORD_BREAK not in text:
            dx, dy = x1 - x0, y1 - y0
            flat = ("right" if dx >= 0 else "left") if abs(dx) >= abs(dy) else ("up" if dy > 0 else "down")
            amounts[flat] += len(text)
    return max(amounts, key=lambda direction: amounts[direction])


def _leading(lines: list[Line]) -> float:
    gaps = [b.v0 - a.v1 for a, b in zip(lines, lines[1:], strict=False) if b.v0 - a.v1 > 2]
    return median_low(gaps) if gaps else _USUAL_LEADING
