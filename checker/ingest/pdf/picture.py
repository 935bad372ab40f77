"""A picture of the strip of a page on which some words stand, small enough to put into a report."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker import limits
from checker.ingest.pdf.boxes import box, hull
from checker.ingest.pdf.flows import flows
from checker.ingest.pdf.lines import layout
from checker.ingest.pdf.pages import OpenPage
from checker.ingest.reading import Picture
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
            image = _webp(_drawn(opened, strip, dots))
            if len(image) <= limits.PICTURE_BYTES:
                return Picture(image, strip.x0, strip.top, strip.x1 - strip.x0, strip.bottom - strip.top)
    return None


def _strip(opened: OpenPage, boxes: Sequence[Box]) -> Box:
    """What to draw: from the first of the boxes down, at most a third of the page."""
    width, height = opened.page.get_size()
    words = hull(boxes)
    column = hull((words, *_column(opened, words)))
    top = max(words.top - _MARGIN, 0.0)
    bottom = min(words.bottom + _MARGIN, top + height * _TALLEST, height)
    return Box(max(column.x0 - _MARGIN, 0.0), top, min(column.x1 + _MARGIN, width), max(bottom, top + 1))


def _column(opened: OpenPage, words: Box) -> tuple[Box, ...]:
    """The rectangle of the column that holds `words`, if they lie in one."""
    page = layout(1, opened)
    for flow in flows(page.lines, page.leading):
        first, last = flow.lines[0], flow.lines[-1]
        column = box(opened, first.start, last.start + len(last.text) - first.start)
        if column and column.x0 <= words.x0 and words.x1 <= column.x1 and column.top <= words.top <= column.bottom:
            return (column,)
    return ()


def _drawn(opened: OpenPage, strip: Box, dots: int) -> Image.Image:
    width, height = opened.page.get_size()
    crop = (strip.x0, height - strip.bottom, width - strip.x1, strip.top)
    drawn: Image.Image = opened.page.render(scale=dots / 72, crop=crop, grayscale=True).to_pil()
    step = 256 // _GREYS
    return drawn.convert("L").point([min(level // step * 255 // (_GREYS - 1), 255) for level in range(256)])


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, quality=100, method=4)
    return out.getvalue()
