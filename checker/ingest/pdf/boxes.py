"""Rectangles: where characters stand on the page as it is shown, one rectangle per line."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.ingest.pdf.pages import OpenPage
from checker.model.text import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage


def box(opened: OpenPage, first: int, count: int) -> Box | None:
    """The rectangle around `count` characters of one line, from `first` on; None where none of them is drawn."""
    start, last = opened.index(first), opened.index(first + count - 1)
    rectangles = _rectangles(opened.text_page, start, last - start + 1)
    shown = [_shown(opened.page, rectangle) for rectangle in rectangles]
    return hull(shown) if shown else None


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of `boxes`."""
    many = tuple(boxes)
    return Box(
        min(box.x0 for box in many),
        min(box.top for box in many),
        max(box.x1 for box in many),
        max(box.bottom for box in many),
    )


def _rectangles(text_page: PdfTextPage, first: int, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of pdfium's rectangles, in the page's own coordinates."""
    import pypdfium2.raw as pdfium

    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    for index in range(pdfium.FPDFText_CountRects(text_page, first, count)):
        if pdfium.FPDFText_GetRect(text_page, index, left, top, right, bottom):
            yield left.value, bottom.value, right.value, top.value


def _shown(page: PdfPage, rectangle: tuple[float, float, float, float]) -> Box:
    """A rectangle as the page is shown: cropped, turned, with the origin in the top left corner."""
    left, bottom, right, top = rectangle
    page_left, page_bottom, page_right, page_top = page.get_bbox()
    match page.get_rotation():
        case 90:
            return Box(bottom - page_bottom, left - page_left, top - page_bottom, right - page_left)
        case 180:
            return Box(page_right - right, bottom - page_bottom, page_right - left, top - page_bottom)
        case 270:
            return Box(page_top - top, page_right - right, page_top - bottom, page_right - left)
        case _:
            return Box(left - page_left, page_top - top, right - page_left, page_top - bottom)
