"""The open pages of one PDF: each is parsed once where possible, and only so many are held at a time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.ingest.characters import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_HELD = 32


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page, its text, and pdfium's index of each character of it (None where they are simply the same)."""

    page: PdfPage
    text_page: PdfTextPage
    text: str
    indexes: tuple[int, ...] | None

    def index(self, character: int) -> int:
        """pdfium's index of the character at this place in `text`."""
        return self.indexes[character] if self.indexes else character


class OpenPages:
    """Pages by number, counted from 1. Raises PdfiumError for a page that cannot be opened."""

    def __init__(self, pdf: PdfDocument) -> None:
        self._pdf = pdf
        self._held: OrderedDict[int, OpenPage] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pdf)

    def get(self, number: int) -> OpenPage:
        """The page and its text."""
        if number not in self._held:
            self._held[number] = _open(self._pdf[number - 1])
            if len(self._held) > _HELD:
                _close(self._held.popitem(last=False)[1])
        return self._held[number]

    def close(self) -> None:
        """Close every page, then the document."""
        while self._held:
            _close(self._held.popitem()[1])
        self._pdf.close()


def _open(page: PdfPage) -> OpenPage:
    text_page = page.get_textpage()
    # get_text_bounded would drop characters at the page's edge, and count others than the rectangles do.
    text = text_page.get_text_range()
    count = text_page.count_chars()
    return OpenPage(page, text_page, clean(text), None if count == len(text) else _indexes(text_page, text, count))


def _indexes(text_page: PdfTextPage, text: str, count: int) -> tuple[int, ...]:
    """pdfium counts a character beyond the basic plane as two, and may leave out or insert some on top of that."""
    import pypdfium2.raw as pdfium

    units: list[int] = []
    unit = 0
    for character in text:
        units.append(unit)
        unit += 2 if character > "\uffff" else 1
    if unit == count:
        return tuple(units)
    return tuple(max(pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, unit), 0) for unit in units)


def _close(opened: OpenPage) -> None:
    opened.text_page.close()
    opened.page.close()
