"""Text that lies: words in a page's text that no reader sees, told apart by how they are drawn.

They are drawn invisibly, white on white, smaller than anybody reads, or off the page. A page that is a picture with
invisible words over it is a scan with its recognised text, and not meant to deceive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.ingest.pdf import drawn
from checker.ingest.pdf.drawn import Bounds, Drawn
from checker.ingest.pdf.line import LINE_END, WORD_BREAK, Line
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.native import ADDRESS, NUMBER, address, function
from checker.ingest.pdf.pages import OpenPage

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s\x00-\x1f]+")
_INVISIBLE = 3
_CLIPPED = 7
_TINY = 4.0  # points
_AROUND = 15.0  # points between the height of a line and that of a raised mark in it, and then some
_SCAN = 0.5  # of the page; a picture as large as that is what the reader sees


class _Suspect(NamedTuple):
    """A text object that cannot be seen, and the height it stands at; None where a form hides that."""

    handle: int
    height: float | None


def without_hidden(opened: OpenPage, page: Layout) -> Layout:
    """`page` without the words that no reader sees; the very same one where all of them are seen."""
    suspects = _suspects(opened.page, list(drawn.objects(opened.page)), _runs_off(opened.page, page))
    near = [_may_stand(line, suspects) for line in page.lines] if page.upright else [bool(suspects)] * len(page.lines)
    if not any(near):
        return page
    letters = _Letters([drawn.letters(each.handle, opened.text_page) for each in suspects])
    handles = frozenset(each.handle for each in suspects)
    lines: list[Line] = []
    for line, is_near in zip(page.lines, near, strict=True):
        lines += _seen(opened, line, letters, handles) if is_near else [line]
    return page if lines == list(page.lines) else replace(page, lines=tuple(lines))


def _may_stand(line: Line, suspects: Sequence[_Suspect]) -> bool:
    """Whether one of some suspects may stand on a line that runs across, or is one of several taken together."""
    low, high = min(line.v0, line.v1) - _AROUND, max(line.v0, line.v1) + _AROUND
    return any(each.height is None or low <= each.height <= high or low <= -each.height <= high for each in suspects)


def _seen(opened: OpenPage, line: Line, letters: _Letters, suspects: frozenset[int]) -> list[Line]:
    """What of a line is not drawn by any of `suspects`, whose letters these are."""
    words = list(_WORD.finditer(line.text))
    seen = [
        word.span()
        for word in words
        if not (letters.could_draw(word[0]) and _is_drawn_by(opened, line.start + word.start(), suspects))
    ]
    return [line] if len(seen) == len(words) else _parts(line, _stretches(line.text, words, seen))


class _Letters:
    """What some text objects draw: asking the page of every single word who drew it costs as much as reading it."""

    def __init__(self, texts: list[str]) -> None:
        self._pieces = tuple({piece for text in texts for piece in _PIECE.findall(text)})
        self._all = "\n".join(self._pieces)
        self._plain = all(piece.isascii() for piece in self._pieces)

    def could_draw(self, word: str) -> bool:
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


def _runs_off(page: PdfPage, lines: Layout) -> bool:
    """Whether any line seems to begin off the page; codes beside it were left out with the running heads."""
    left, bottom, right, top = page.get_bbox()
    low, high = (left, right) if lines.upright else (min(bottom, -top), max(top, -bottom))
    return any(not (lines.top <= line.v0 <= lines.bottom and low <= line.u0 <= high) for line in lines.lines)


def _suspects(page: PdfPage, objects: list[Drawn], off_page: bool) -> list[_Suspect]:
    """The text objects that cannot be seen; those `off_page` only where asked for."""
    bbox = page.get_bbox()
    pictures = [each.bounds for each in objects if each.kind == drawn.IMAGE]
    is_scan = any(bounds is not None and _area(bounds) > _SCAN * _area(bbox) for bounds in pictures)
    found = []
    for at, each in enumerate(objects):
        if each.kind != drawn.TEXT:
            continue
        mode, size, is_white, baseline = drawn.written(each.handle)
        if (
            not is_scan
            if mode in (_INVISIBLE, _CLIPPED)
            else size < _TINY
            or (off_page and _is_outside(each.bounds, bbox))
            or (is_white and not _on_a_ground(each, objects[:at]))
        ):
            found.append(_Suspect(each.handle, None if each.in_form else baseline))
    return found


def _is_drawn_by(opened: OpenPage, character: int, suspects: frozenset[int]) -> bool:
    return _drawn_by()(address(opened.text_page.raw), opened.index(character)) in suspects


@cache
def _drawn_by() -> Callable[..., int]:
    return function("FPDFText_GetTextObject", ADDRESS, ADDRESS, NUMBER)


def _on_a_ground(text: Drawn, before: list[Drawn]) -> bool:
    """Whether white words stand on a picture or a coloured surface drawn before them; inside a form they may."""
    place = text.bounds
    if place is None:
        return True
    for each in before:
        bounds = None if each.kind == drawn.TEXT else each.bounds
        if bounds is None or not _meet(bounds, place):
            continue
        if each.kind in (drawn.IMAGE, drawn.SHADING):
            return True
        if each.kind == drawn.PATH and drawn.is_filled(each.handle) and not drawn.is_white(each.handle):
            return True
    return False


def _is_outside(bounds: Bounds | None, page: Bounds) -> bool:
    return bounds is not None and not _meet(bounds, page)


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
