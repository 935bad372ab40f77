"""Text that lies: words in a page's text that no reader sees, told apart by how they are drawn.

They are drawn invisibly, white on white, smaller than anybody reads, or off the page. A page that is a picture with
invisible words over it is a scan with its recognised text, and not meant to deceive.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker.ingest.pdf.line import LINE_END, WORD_BREAK, Line
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.pages import OpenPage

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s\x00-\x1f]+")
_INVISIBLE = 3
_CLIPPED = 7
_TINY = 4.0  # points
_WHITE = 250  # of 255 in every colour
_SCAN = 0.5  # of the page; a picture as large as that is what the reader sees
_DEEPEST = 5
_MOST = 20_000  # objects of one page that are looked at

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's own coordinates."""


class _Drawn(NamedTuple):
    """An object of a page: its handle, its type, whether it is part of a form, which hides where it stands."""

    handle: object
    kind: int
    in_form: bool

    @property
    def address(self) -> int:
        """What tells the object from others."""
        return _address(self.handle)

    @property
    def bounds(self) -> Bounds | None:
        """Where the object stands; None inside a form."""
        return None if self.in_form else _bounds(self.handle)


def without_hidden(opened: OpenPage, page: Layout) -> Layout:
    """`page` without the words that no reader sees; the very same one where all of them are seen."""
    suspects = _suspects(opened.page, list(_objects(opened.page)), _runs_off(opened.page, page))
    if not suspects:
        return page
    addresses = frozenset(each.address for each in suspects)
    could_draw = _Letters([_text(opened, each.handle) for each in suspects])
    lines: list[Line] = []
    for line in page.lines:
        words = list(_WORD.finditer(line.text))
        seen = [
            word.span()
            for word in words
            if not (could_draw.word(word[0]) and _is_drawn_by(opened, line.start + word.start(), addresses))
        ]
        lines += [line] if len(seen) == len(words) else _parts(line, _stretches(line.text, words, seen))
    return page if lines == list(page.lines) else replace(page, lines=tuple(lines))


class _Letters:
    """What some text objects draw: asking the page of every single word who drew it costs as much as reading it."""

    def __init__(self, texts: list[str]) -> None:
        self._pieces = tuple({piece for text in texts for piece in _PIECE.findall(text)})
        self._all = "\n".join(self._pieces)
        self._plain = all(piece.isascii() for piece in self._pieces)

    def word(self, word: str) -> bool:
        """Whether they could have drawn how a word begins; letters beyond ASCII may have been written otherwise."""
        return not self._plain or word in self._all or word.startswith(self._pieces)


def _stretches(text: str, words: list[re.Match[str]], seen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a line that can be seen: neighbouring words together."""
    found: list[tuple[int, int]] = []
    before = -1
    for at, word in enumerate(words):
        if word.span() not in seen:
            continue
        if found and before == at - 1:
            found[-1] = (found[-1][0], word.end())
        else:
            found.append(word.span())
        before = at
    return [(start, end) for start, end in found if text[start:end].strip()]


def _parts(line: Line, stretches: list[tuple[int, int]]) -> list[Line]:
    """Parts of a line as lines of their own, each about where its share of the characters puts it."""
    parts = []
    for start, end in stretches:
        text = line.text[start:end]
        share = (line.u1 - line.u0) / max(len(line.text), 1)
        u0, u1 = line.u0 + share * start, line.u0 + share * end
        ends = text.count(LINE_END) + text.count(WORD_BREAK)
        parts.append(line._replace(start=line.start + start, text=text, u0=u0, u1=u1, ends=ends))
    return parts


def _objects(page: PdfPage) -> Iterator[_Drawn]:
    """The objects of a page in the order they are drawn, those inside forms too."""
    import pypdfium2.raw as pdfium

    waiting = [(pdfium.FPDFPage_GetObject(page, at), 0) for at in range(pdfium.FPDFPage_CountObjects(page))][::-1]
    seen = 0
    while waiting and seen < _MOST:
        each, depth = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(each)
            waiting += [(pdfium.FPDFFormObj_GetObject(each, at), depth + 1) for at in range(count)][::-1]
        else:
            yield _Drawn(each, kind, depth > 0)


def _runs_off(page: PdfPage, lines: Layout) -> bool:
    """Whether any line seems to begin off the page; codes beside it were left out with the running heads."""
    left, bottom, right, top = page.get_bbox()
    low, high = (left, right) if lines.upright else (min(bottom, -top), max(top, -bottom))
    return any(not (lines.top <= line.v0 <= lines.bottom and low <= line.u0 <= high) for line in lines.lines)


def _suspects(page: PdfPage, drawn: list[_Drawn], off_page: bool) -> list[_Drawn]:
    """The text objects that cannot be seen; those `off_page` only where asked for."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    pictures = [each.bounds for each in drawn if each.kind == pdfium.FPDF_PAGEOBJ_IMAGE]
    is_scan = any(bounds is not None and _area(bounds) > _SCAN * area for bounds in pictures)
    found = []
    for at, each in enumerate(drawn):
        if each.kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if _mode(each.handle) in (_INVISIBLE, _CLIPPED):
            if not is_scan:
                found.append(each)
        elif (
            _size(each.handle) < _TINY
            or (off_page and _is_outside(each.bounds, (left, bottom, right, top)))
            or (_is_white(each.handle) and not _on_a_ground(each, drawn[:at]))
        ):
            found.append(each)
    return found


def _is_drawn_by(opened: OpenPage, character: int, suspects: frozenset[int]) -> bool:
    import pypdfium2.raw as pdfium

    return _address(pdfium.FPDFText_GetTextObject(opened.text_page, opened.index(character))) in suspects


def _text(opened: OpenPage, handle: object) -> str:
    """The letters of a text object."""
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFTextObj_GetText(handle, opened.text_page, None, 0)
    buffer = (ctypes.c_ushort * size)()
    pdfium.FPDFTextObj_GetText(handle, opened.text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace")


def _address(handle: object) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _bounds(handle: object) -> Bounds | None:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    known = pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return (left.value, bottom.value, right.value, top.value) if known else None


def _mode(handle: object) -> int:
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFTextObj_GetTextRenderMode(handle))


def _size(handle: object) -> float:
    """The height of the letters in points, as far as the object itself says it."""
    import pypdfium2.raw as pdfium

    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    if not pdfium.FPDFTextObj_GetFontSize(handle, size):
        return _TINY
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    return float(abs(size.value) * max((matrix.c**2 + matrix.d**2) ** 0.5, (matrix.a**2 + matrix.b**2) ** 0.5))


def _is_white(handle: object) -> bool:
    colour = _fill(handle)
    return colour is not None and min(colour[:3]) >= _WHITE


def _fill(handle: object) -> tuple[int, int, int, int] | None:
    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value, alpha.value


def _on_a_ground(text: _Drawn, before: list[_Drawn]) -> bool:
    """Whether white words stand on a picture or a coloured surface drawn before them; inside a form they may."""
    import pypdfium2.raw as pdfium

    place = text.bounds
    if place is None:
        return True
    for each in before:
        bounds = None if each.kind == pdfium.FPDF_PAGEOBJ_TEXT else each.bounds
        if bounds is None or not _meet(bounds, place):
            continue
        if each.kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            return True
        if each.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(each.handle) and not _is_white(each.handle):
            return True
    return False


def _is_filled(handle: object) -> bool:
    import pypdfium2.raw as pdfium

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(handle, mode, stroke)) and mode.value > 0


def _is_outside(bounds: Bounds | None, page: Bounds) -> bool:
    return bounds is not None and not _meet(bounds, page)


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
