"""The objects of a page in the order they are drawn: what each is, where it stands, how it is drawn.

Objects are pdfium's addresses. A page has hundreds, so each question is one plain call with room kept for its answer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from checker.ingest.pdf.native import ADDRESS, LENGTH, NUMBER, address, function

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

TEXT, PATH, IMAGE, SHADING, _FORM = 1, 2, 3, 4, 5
_WHITE = 250  # of 255 in every colour
_DEEPEST = 5
_MOST = 20_000  # objects of one page that are looked at
_LETTERS = 256  # letters of one object that are fetched at the first go

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's own coordinates."""


class Drawn(NamedTuple):
    """An object of a page: its address, its type, whether it is part of a form, which hides where it stands."""

    handle: int
    kind: int
    in_form: bool

    @property
    def bounds(self) -> Bounds | None:
        """Where the object stands; None inside a form."""
        return None if self.in_form else _bounds(self.handle)


class _Pdfium:
    """pdfium's questions about objects, and room for the answers."""

    def __init__(self) -> None:
        one = (NUMBER, ADDRESS)
        self.count = function("FPDFPage_CountObjects", *one)
        self.object = function("FPDFPage_GetObject", ADDRESS, ADDRESS, NUMBER)
        self.count_in_form = function("FPDFFormObj_CountObjects", *one)
        self.object_in_form = function("FPDFFormObj_GetObject", ADDRESS, ADDRESS, LENGTH)
        self.kind = function("FPDFPageObj_GetType", *one)
        self.mode = function("FPDFTextObj_GetTextRenderMode", *one)
        self.size = function("FPDFTextObj_GetFontSize", *one, ADDRESS)
        self.matrix = function("FPDFPageObj_GetMatrix", *one, ADDRESS)
        self.fill = function("FPDFPageObj_GetFillColor", *one, *[ADDRESS] * 4)
        self.bounds = function("FPDFPageObj_GetBounds", *one, *[ADDRESS] * 4)
        self.draw_mode = function("FPDFPath_GetDrawMode", *one, ADDRESS, ADDRESS)
        self.text = function("FPDFTextObj_GetText", LENGTH, ADDRESS, ADDRESS, ADDRESS, LENGTH)
        self.reals = (ctypes.c_float * 8)()
        self.numbers = (ctypes.c_uint * 4)()
        self.reals_at = ctypes.addressof(self.reals)
        self.numbers_at = ctypes.addressof(self.numbers)


_pdfium = cache(_Pdfium)


def objects(page: PdfPage) -> Iterator[Drawn]:
    """The objects of a page in the order they are drawn, those inside forms too."""
    ask, handle = _pdfium(), address(page.raw)
    waiting = [(ask.object(handle, at), 0) for at in range(ask.count(handle))][::-1]
    seen = 0
    while waiting and seen < _MOST:
        each, depth = waiting.pop()
        seen += 1
        kind = ask.kind(each)
        if kind == _FORM and depth < _DEEPEST:
            inside = [(ask.object_in_form(each, at), depth + 1) for at in range(ask.count_in_form(each))]
            waiting += inside[::-1]
        else:
            yield Drawn(each, kind, depth > 0)


class Written(NamedTuple):
    """How the letters of a text object are drawn.

    `mode` is the number of the PDF standard, `size` their height in points as far as the object itself says it
    (infinite where it does not), `baseline` the height at which they stand in the page's own coordinates.
    """

    mode: int
    size: float
    is_white: bool
    baseline: float


def written(text: int) -> Written:
    """How the letters of a text object are drawn."""
    ask = _pdfium()
    reals, at = ask.reals_at, ask.numbers_at
    is_sized = ask.size(text, reals)
    is_placed = ask.matrix(text, reals + 4)
    is_white = ask.fill(text, at, at + 4, at + 8, at + 12) and min(ask.numbers[:3]) >= _WHITE
    points, a, b, c, d, _, baseline, _ = ask.reals[:]
    scale = max(c * c + d * d, a * a + b * b) ** 0.5 if is_placed else 0.0
    return Written(ask.mode(text), abs(points) * scale if is_sized else inf, bool(is_white), baseline)


def is_white(each: int) -> bool:
    """Whether an object is filled with white, or nearly so."""
    ask = _pdfium()
    at = ask.numbers_at
    return bool(ask.fill(each, at, at + 4, at + 8, at + 12)) and min(ask.numbers[:3]) >= _WHITE


def is_filled(path: int) -> bool:
    """Whether the surface inside a path is filled."""
    ask = _pdfium()
    return bool(ask.draw_mode(path, ask.numbers_at, ask.numbers_at + 4)) and ask.numbers[0] > 0


def letters(text: int, page: PdfTextPage) -> str:
    """The letters of a text object."""
    ask, of = _pdfium(), address(page.raw)
    room = (ctypes.c_ushort * _LETTERS)()
    needed = ask.text(text, of, ctypes.addressof(room), 2 * _LETTERS)
    if needed > 2 * _LETTERS:
        room = (ctypes.c_ushort * needed)()
        ask.text(text, of, ctypes.addressof(room), needed)
    return bytes(room)[:needed].decode("utf-16-le", "replace")


def _bounds(handle: int) -> Bounds | None:
    ask, at = _pdfium(), _pdfium().reals_at
    if not ask.bounds(handle, at, at + 4, at + 8, at + 12):
        return None
    left, bottom, right, top, *_ = ask.reals[:]
    return left, bottom, right, top
