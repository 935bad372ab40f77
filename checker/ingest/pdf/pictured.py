"""Pages read from their pictures: lines of words as OCR gives them, in points, with how sure it was of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from checker import limits
from checker.ingest.characters import clean
from checker.ingest.pdf.line import LINE_END, Line
from checker.ingest.pdf.lines import Layout, usual_leading
from checker.ingest.pdf.ocr import Recognised, recognise
from checker.ingest.pdf.pages import OpenPage, OpenPages
from checker.ingest.pdf.recognition import Recognition, Row
from checker.model.text import Box

if TYPE_CHECKING:
    from PIL import Image

_SCALE = 150 / 72  # pixels per point
_MARGIN = 8.0  # points
_LARGEST = 2_000  # pixels at the longer side; more is not looked at more closely


def with_pictured(pages: OpenPages, layouts: Iterable[Layout], numbers: Container[int]) -> tuple[Layout, ...]:
    """`layouts` with the pages of these numbers read from their pictures; one without words stays as it is."""
    return tuple(
        _pictured(pages.get(page.number), page) if page.number in numbers and page.bottom > page.top else page
        for page in layouts
    )


def drawn(opened: OpenPage, strip: Box) -> str:
    """The words that OCR sees in and right around a part of a page; none where it is too large to draw."""
    width, height = opened.page.get_size()
    x0, top = max(strip.x0 - _MARGIN, 0.0), max(strip.top - _MARGIN, 0.0)
    part = Box(x0, top, min(strip.x1 + _MARGIN, width), min(strip.bottom + _MARGIN, height))
    image = _image(opened, (part.x0, height - part.bottom, width - part.x1, part.top), part)
    return "\n".join(line.words for line in recognise(image)) if image else ""


def _pictured(opened: OpenPage, page: Layout) -> Layout:
    width, height = opened.page.get_size()
    image = _image(opened, (0.0, 0.0, 0.0, 0.0), Box(0.0, 0.0, width, height))
    found = recognise(image) if image else ()
    if not image or not found:
        return page
    text, rows = _written(found, width / image.width)
    lines = tuple(_line(text, row) for row in rows)
    recognition = Recognition(tuple(rows))
    return Layout(page.number, text, lines, 0.0, height, usual_leading(lines), recognition=recognition)


def _written(found: Sequence[Recognised], scale: float) -> tuple[str, list[Row]]:
    """The lines as a page's text, and where each stands in it and on the page."""
    pieces: list[str] = []
    rows: list[Row] = []
    start = 0
    for line in found:
        words = clean(line.words.strip())
        box = Box(line.box.x0 * scale, line.box.top * scale, line.box.x1 * scale, line.box.bottom * scale)
        rows.append(Row(start, len(words), box, line.confidence))
        pieces.append(words)
        start += len(words) + len(LINE_END)
    return LINE_END.join(pieces), rows


def _line(text: str, row: Row) -> Line:
    words = text[row.first : row.first + row.count]
    return Line(row.first, words, row.box.x0, row.box.x1, row.baseline, row.baseline, 0)


def _image(opened: OpenPage, crop: tuple[float, float, float, float], part: Box) -> Image.Image | None:
    """A part of a page drawn, `crop` being what is left out at its left, bottom, right and top."""
    across, down = part.x1 - part.x0, part.bottom - part.top
    scale = min(_SCALE, _LARGEST / max(across, down, 1.0))
    if across * down * scale**2 > limits.PICTURE_PIXELS or min(across, down) * scale < 1:
        return None
    image: Image.Image = opened.page.render(scale=scale, crop=crop, grayscale=True).to_pil()
    return image
