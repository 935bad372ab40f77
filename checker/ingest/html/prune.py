"""Taking out of a page what is no word of it, and noting what its reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from checker.ingest.html.styles import concealing, conceals
from checker.ingest.pieces import BREAK

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_WORDS = re.findall(
    r"\w+",
    "script style template noscript rt rp head iframe object embed svg math canvas audio video map select button input "
    "textarea datalist noframes",
)
_DELETED = ("del", "s", "strike")
_SUSPECT = "//*[@hidden or @aria-hidden='true' or @style]"
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def drop_unspoken(root: _Element) -> None:
    """Take out scripts, styles, readings beside kanji and the like; make line ends and raised figures characters."""
    from lxml import etree

    etree.strip_elements(root, *_NO_WORDS, with_tail=False)
    for element in root.iter("br"):
        element.tail = BREAK + (element.tail or "")
    for element in root.iter("sup"):
        words = (element.text or "").strip()
        if words.isascii() and words.isdigit() and not len(element):
            element.text = words.translate(_FIGURES)
    for kept in root.iter("pre"):
        for element in kept.iter():
            element.text = (element.text or "").replace("\n", BREAK)
            if element is not kept:
                element.tail = (element.tail or "").replace("\n", BREAK)


def deleted(root: _Element) -> list[_Element]:
    """The elements whose words are struck out."""
    return [element for element in root.iter(*_DELETED) if _has_words(element)]


def hidden(root: _Element) -> list[_Element]:
    """The elements whose words no reader sees: not shown, white, tiny, or moved off the page. Looks at style sheets."""
    names = concealing(root)
    found = [element for element in _suspects(root) if _is_hidden(element)]
    if names:
        found += [element for element in root.iter() if not names.isdisjoint(_names(element))]
    return [element for element in found if _has_words(element)]


def empty(elements: Iterable[_Element]) -> None:
    """Take the words out of `elements`, which stay where they are, so that the places of others do not move."""
    for element in elements:
        tail = element.tail
        element.clear()
        element.tail = tail


def _suspects(root: _Element) -> list[_Element]:
    """The elements with an attribute that may hide them; asking the parser's library is much faster than looking."""
    return cast("list[_Element]", root.xpath(_SUSPECT))


def _is_hidden(element: _Element) -> bool:
    shown = element.get("hidden") is None and element.get("aria-hidden") != "true"
    return not shown or conceals(element.get("style", ""))


def _names(element: _Element) -> list[str]:
    return [f"#{element.get('id', '')}", *(f".{name}" for name in element.get("class", "").split())]


def _has_words(element: _Element) -> bool:
    return any(not text.isspace() for text in element.itertext())
