"""The words of a tree cut at the elements that matter, in one pass of the parser's own speed.

Going through a tree element by element costs several times what parsing it did. So the chosen elements are marked in
the text itself, the whole text is taken at once, and cut at the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

# Code points that are no characters, but that XML lets stand in a text.
_OPEN = "\ufdd0"
_TAIL = "\ufdd1"
BREAK = "\ufdd2"
"""Stands for a line's end that the document asks for; those of the file are blanks."""
_CONTROLS = rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]))(?![0-9a-f]);?"
_MARKED = re.compile(rb"\xef\xb7[\x90-\x92]|&#(?:x0*fdd[0-2]|0*6497[678])(?![0-9a-f]);?|" + _CONTROLS, re.IGNORECASE)


class Piece(NamedTuple):
    """An element and the words from its beginning up to the next piece; `after` says they come after its end.

    A tuple, because making them is a good part of the cost of reading.
    """

    element: _Element
    words: str
    after: bool = False


def text_of(root: _Element) -> str:
    """All the text under `root`; the library's own writer is many times as fast as going through the nodes."""
    from lxml import etree

    return etree.tostring(root, method="text", encoding="unicode", with_tail=False)


def unmarked(data: bytes) -> bytes:
    """A file in UTF-8 without the marks and control codes, which no honest one names."""
    return _MARKED.sub("\ufffd".encode(), data) if b"&#" in data or b"\xef\xb7" in data else data


def pieces(root: _Element, names: tuple[str, ...]) -> Iterator[Piece]:
    """The words under `root`, cut where elements called `names` begin and where words follow their end.

    The tree is changed by it and of no further use but to say where its elements stand.
    """
    chosen = [element for element in root.iter(*names) if element is not root]
    for number, element in enumerate(chosen):
        element.text = _OPEN + (element.text or "")
        tail = element.tail
        if tail is not None and not tail.isspace():
            element.tail = f"{_TAIL}{number}{_TAIL}{tail}"
    before, *cut = text_of(root).split(_OPEN)
    if before and not before.isspace():
        yield Piece(root, before)
    for element, words in zip(chosen, cut, strict=True):
        if _TAIL not in words:
            yield Piece(element, words)
            continue
        own, *tails = words.split(_TAIL)
        yield Piece(element, own)
        for owner, following in zip(tails[::2], tails[1::2], strict=True):
            yield Piece(chosen[int(owner)], following, after=True)
