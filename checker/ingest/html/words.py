"""Words and numbers as a page means them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.ingest.pieces import BREAK

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CJK = "[\u3000-\u9fff\uf900-\ufaff\uff01-\uff9f]"
_WRAPPED = re.compile(rf"(?<={_CJK})[ \t\r]*\n[ \t\r\n]*(?={_CJK})")
_MOST = 1_000


def joined(raw: str) -> str:
    """Words as a page shows them: blanks run together, none where Japanese goes on in the next line of the file."""
    if raw.isascii():
        return " ".join(raw.split())
    words = _BLANKS.sub(" ", _WRAPPED.sub("", raw) if "\n" in raw else raw)
    if BREAK in words:
        words = "\n".join([line.strip(" ") for line in words.split(BREAK)])
    return words.strip(" \n")


def number(element: _Element, name: str) -> int:
    """The number from 1 that an attribute gives; 1 where it gives none."""
    value = element.get(name, "")
    return min(int(value), _MOST) if value.isascii() and value.isdigit() and len(value) < 9 and int(value) else 1
