"""A picture of the strip of a page on which some words stand, small enough to put into a report."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker import limits
from checker.ingest.pdf.boxes import hull
from checker.ingest.pdf.flows import Flow, flows
from checker.ingest.pdf.lines import layout
from checker.ingest.pdf.opening import open_pdf
from checker.ingest.pdf.pages import OpenPage, OpenPages
from checker.ingest.reading import Picture
from checker.model.document import Problem
from checker.model.text import Box

if TYPE_CHECKING:
    from PIL import Image

_MARGIN = 24.0  # points around the words
_TALLEST = 1 / 3  # of the page
_DOTS = (150, 110, 80, 55)  # per inch; the next lower one where the picture would be too heavy
_GREYS = 16


def picture(opened: OpenPage, boxes: Sequence[Box]) -> Picture | None:
    """The strip around `boxes`, as wide as their column; None where it cannot be drawn within the limits."""
    strip = _strip(opened, boxes)
    for dots in _DOTS:
        pixels = (strip.x1 - strip.x0) * (strip.bottom - strip.top) * (dots / 72) ** 2
        if pixels <= limits.PICTURE_PIXELS:
            drawn, shown = _trimmed(_drawn(opened, strip, dots), strip)
            image = _webp(drawn)
            if len(image) <= limits.PICTURE_BYTES:
                return Picture(image, shown.x0, shown.top, shown.x1 - shown.x0, shown.bottom - shown.top)
    return None


def pictures(data: bytes, places: Sequence[tuple[int, Sequence[Box]]]) -> list[Picture | None] | None:
    """A picture for each page and boxes on it, of a PDF whose bytes these are; None where it cannot be opened."""
    from pypdfium2 import PdfiumError

    opened = open_pdf(data)
    if isinstance(opened, Problem):
        return None
    pages = OpenPages(opened.pdf)
    try:
        return [picture(pages.get(page), boxes) for page, boxes in places]
    except PdfiumError:
        return None
    finally:
        pages.close()


def _strip(opened: OpenPage, boxes: Sequence[Box]) -> Box:
    """What to draw: from the first of the boxes down, at most a third of the page."""
    width, height = opened.page.get_size()
    words = hull([box.told for box in boxes])
    left, right = _column(opened, words) or (0.0, width)
    top = max(words.top - _MARGIN, 0.0)
    bottom = min(words.bottom + _MARGIN, top + height * _TALLEST, height)
    return Box(max(left - _MARGIN, 0.0), top, min(right + _MARGIN, width), max(bottom, top + 1))


def _column(opened: OpenPage, words: Box) -> tuple[float, float] | None:
    """The edges of the column that holds `words`, where the page is upright and they lie in one column."""
    page = layout(1, opened)
    offset = opened.page.get_bbox()[0]
    if opened.page.get_rotation() or not page.upright:
        return None
    for flow in flows(page.lines, page.leading):
        left, right = flow.left - offset, flow.right + flow.advance - offset
        if left - _MARGIN < words.x0 and words.x1 < right + _MARGIN and _spans(flow, page.top, words):
            return left, right
    return None


def _spans(flow: Flow, top: float, words: Box) -> bool:
    return flow.lines[0].v0 - top - _MARGIN < words.bottom and words.top < flow.lines[-1].v1 - top + _MARGIN


def _drawn(opened: OpenPage, strip: Box, dots: int) -> Image.Image:
    width, height = opened.page.get_size()
    crop = (strip.x0, height - strip.bottom, width - strip.x1, strip.top)
    drawn: Image.Image = opened.page.render(scale=dots / 72, crop=crop, grayscale=True).to_pil()
    step = 256 // _GREYS
    return drawn.convert("L").point([min(level // step * 255 // (_GREYS - 1), 255) for level in range(256)])


def _trimmed(drawn: Image.Image, strip: Box) -> tuple[Image.Image, Box]:
    """The picture without the blank paper at its left and right, but for a margin, and the rectangle it then shows."""
    ink = drawn.point(lambda level: 255 - level).getbbox()
    if ink is None:
        return drawn, strip
    scale = drawn.width / (strip.x1 - strip.x0)
    margin = round(_MARGIN / 2 * scale)
    left, right = max(ink[0] - margin, 0), min(ink[2] + margin, drawn.width)
    shown = Box(strip.x0 + left / scale, strip.top, strip.x0 + right / scale, strip.bottom)
    return drawn.crop((left, 0, right, drawn.height)), shown


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, quality=100, method=4)
    return out.getvalue()
