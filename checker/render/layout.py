"""Lines for a terminal: widths and breaks that hold for Japanese as for English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

WIDTH = 100

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_OPENERS = "「『（［【〔〈《"
_CLOSERS = "、。，．」』）］】〕〉》！？ーっゃゅょッャュョ々％"
# A Japanese line may break after any character, but not before a closing mark nor after an opening one.
_ATOM = re.compile(rf"\s+|[{_OPENERS}]*[{_WIDE}][{_CLOSERS}]*|[^\s{_WIDE}]+")


def columns(text: str) -> int:
    """How many terminal columns `text` takes."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """`text` in lines of at most `width` columns, broken at blanks and between Japanese characters."""
    lines = [""]
    for atom in _atoms(text, width):
        if columns(lines[-1] + atom.rstrip()) > width:
            lines.append("")
        lines[-1] += atom if lines[-1] else atom.lstrip()
    return tuple(line.rstrip() for line in lines)


def pad(text: str, width: int) -> str:
    """`text` followed by blanks up to `width` columns."""
    return text + " " * (width - columns(text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _atoms(text: str, width: int) -> Iterator[str]:
    for match in _ATOM.finditer(text):
        yield from _pieces(match[0], width)


def _pieces(atom: str, width: int) -> Iterator[str]:
    piece = ""
    for character in atom:
        if columns(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
