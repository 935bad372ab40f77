"""The open pages of one PDF: each is parsed once where possible, and only so many are held at a time."""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.ingest.pdf.native import ADDRESS, NUMBER, address, function

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_HELD = 32


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page, its text, and pdfium's index of each character of it (None where they are simply the same).

    The lines of `text` end in CR LF, as pdfium gives them.
    """

    page: PdfPage
    text_page: PdfTextPage
    text: str
    indexes: tuple[int, ...] | None

    def index(self, character: int) -> int:
        """pdfium's index of the character at this place in `text`."""
        return self.indexes[character] if self.indexes else character

    def origins(self, characters: Sequence[int]) -> list[float]:
        """The points where characters are set, in the page's own coordinates: x and y of each in turn."""
        places = [self.indexes[character] for character in characters] if self.indexes else characters
        handle = address(self.text_page.raw)
        points = (ctypes.c_double * (2 * len(places)))()
        get_origin, at = _origin(), ctypes.addressof(points)
        for place in places:
            get_origin(handle, place, at, at + 8)
            at += 16
        return points[:]

    def size(self, character: int) -> float:
        """The size of the letters of a character in points."""
        import pypdfium2.raw as pdfium

        return float(pdfium.FPDFText_GetFontSize(self.text_page, self.index(character)))


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


@cache
def _origin() -> Callable[..., int]:
    return function("FPDFText_GetCharOrigin", NUMBER, ADDRESS, NUMBER, ADDRESS, ADDRESS)


def _open(page: PdfPage) -> OpenPage:
    text_page = page.get_textpage()
    # get_text_bounded would drop characters at the page's edge, and count others than the rectangles do.
    # Half a surrogate pair is replaced, not dropped, lest the places after it move.
    text = text_page.get_text_range(errors="replace")
    count = text_page.count_chars()
    return OpenPage(page, text_page, text, None if count == len(text) else _indexes(text_page, text, count))


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
