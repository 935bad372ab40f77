"""The straight lines drawn on a page, along its lines of text and across them, in the page's reading frame."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.ingest.pdf.frames import FRAMES

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST = 5_000  # objects of one page that are looked at
_SEGMENTS = 400  # of one path; what has more is a drawing
_SLOPE = 1.0  # points by which the ends of a straight line may differ
_SHORTEST = 3.0
_LINE_TO = 0
_MOVE_TO = 2

Point = tuple[float, float]


class Ruling(NamedTuple):
    """A line from (`u0`, `v0`) to (`u1`, `v1`), the smaller first, in points; it runs along u or along v."""

    u0: float
    v0: float
    u1: float
    v1: float

    @property
    def is_level(self) -> bool:
        """Whether it runs along the lines of text."""
        return self.u1 - self.u0 >= self.v1 - self.v0


def rulings(page: PdfPage, direction: str) -> list[Ruling]:
    """The rulings of a page whose text runs in `direction`; borders of rectangles are four."""
    a, b, c, d = FRAMES[direction]
    found = []
    for path in _paths(page):
        for (x0, y0), (x1, y1) in _segments(path):
            us, vs = sorted((a * x0 + b * y0, a * x1 + b * y1)), sorted((c * x0 + d * y0, c * x1 + d * y1))
            across, down = us[1] - us[0], vs[1] - vs[0]
            if min(across, down) < _SLOPE and max(across, down) >= _SHORTEST:
                found.append(Ruling(us[0], vs[0], us[1], vs[1]))
    return found


def _paths(page: PdfPage) -> Iterator[object]:
    """The paths of a page that are drawn."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)):
        each = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPath_GetDrawMode(each, fill, stroke) and (fill.value or stroke.value):
            yield each


def _segments(path: object) -> Iterator[tuple[Point, Point]]:
    """The straight parts of a path, each from point to point in the page's own coordinates."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    count = pdfium.FPDFPath_CountSegments(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for at in range(count if count <= _SEGMENTS else 0):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            start = point
        elif kind == _LINE_TO:
            yield last, point
        last = point
        if kind != _MOVE_TO and pdfium.FPDFPathSegment_GetClose(segment):
            yield point, start
