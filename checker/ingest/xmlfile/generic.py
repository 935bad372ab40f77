"""XML of an unknown vocabulary: every element that has words of its own is a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.html.words import joined
from checker.ingest.pieces import text_of
from checker.ingest.writer import Account, Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 10_000


def account(root: _Element) -> Account:
    """The words of the file, a paragraph for each element that has words beside or without elements in it."""
    writer = Writer()
    found = _paragraphs(root)
    tree = root.getroottree()
    for element in found:
        path = f", {tree.getpath(element)}" if len(found) <= _MOST else ""
        writer.block(joined(text_of(element)), f"line {element.sourceline}{path}")
    return Account(writer.written())


def _paragraphs(root: _Element) -> list[_Element]:
    found: list[_Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _speaks(element):
            found.append(element)
        else:
            waiting.extend(reversed(list(element)))
    return found


def _speaks(element: _Element) -> bool:
    """Whether an element has words of its own, between the elements in it or without any."""
    if element.text is not None and not element.text.isspace():
        return True
    return any(child.tail is not None and not child.tail.isspace() for child in element)
