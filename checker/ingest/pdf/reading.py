"""The reading of a PDF: its document, and where on its pages the words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.ingest.pdf.boxes import box
from checker.ingest.pdf.compose import Composed
from checker.ingest.pdf.pages import OpenPages
from checker.ingest.pdf.picture import picture
from checker.ingest.reading import Alternative, Enclosed, PageBoxes, Picture
from checker.model.document import Document
from checker.model.text import Box, Span


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF that was read and is still open."""

    document: Document
    composed: Composed
    pages: OpenPages
    alternatives: tuple[Alternative, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    def boxes(self, span: Span) -> PageBoxes:
        """The rectangles of the characters of `span`, one per line, by page number."""
        found: dict[int, list[Box]] = {}
        for stretch in self.composed.stretches(span):
            drawn = box(self.pages.get(stretch.page), stretch.first, stretch.count)
            if drawn:
                found.setdefault(stretch.page, []).append(drawn)
        return tuple((number, tuple(boxes)) for number, boxes in found.items())

    def place(self, span: Span) -> str:
        """The page on which `span` starts: "page 3"."""
        return f"page {self.composed.page_at(span.start)}"

    def crop(self, page: int, boxes: Sequence[Box]) -> Picture | None:
        """A picture of the strip of `page` around `boxes`; None where it would be too large to draw."""
        return picture(self.pages.get(page), boxes) if boxes else None

    def close(self) -> None:
        """Close the file."""
        self.pages.close()
