"""From the body of an OpenDocument text to its blocks, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.counting import Numbering
from checker.ingest.flat import taken_out
from checker.ingest.html.words import joined
from checker.ingest.odt import names as o
from checker.ingest.pieces import pieces, text_of
from checker.ingest.writer import Writer, Written

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEVELS = 6


def written(body: _Element, numbering: Numbering) -> Written:
    """The text of a body; its tree is used up by it."""
    notes = _notes(body)
    tables = {}
    for table in list(body.iter(o.GRID)):
        if next(table.iterancestors(o.GRID), None) is None and _is_grid(table):
            heads = next(table.iter(o.TABLE + "table-header-rows"), None) is not None
            tables[table] = (taken_out(table, (o.ROW,), (o.CELL, o.COVERED)), heads)
    walk = _Walk(numbering)
    for piece in pieces(body, (o.H, o.P, o.GRID)):
        if piece.element in tables:
            walk.table(*tables[piece.element])
        walk.paragraph(piece.element, joined(piece.words))
    for number, note in enumerate(notes, 1):
        walk.writer.block(f"{str(number).translate(_FIGURES)} {note}" if note else "", f"note {number}")
    return walk.writer.written()


class _Walk:
    def __init__(self, numbering: Numbering) -> None:
        self.writer = Writer()
        self._numbering = numbering
        self._paragraphs = 0
        self._tables = 0
        self._items: set[_Element] = set()
        self._list: _Element | None = None

    def paragraph(self, element: _Element, words: str) -> None:
        if element.tag == o.GRID:
            return
        self._paragraphs += 1
        if words:
            level = element.get(o.TEXT + "outline-level", "1") if element.tag == o.H else ""
            lead = "#" * min(int(level), _LEVELS) + " " if level.isdigit() else ""
            self.writer.block(lead + self._label(element) + words, f"paragraph {self._paragraphs}")

    def table(self, rows: list[list[str]], heads: bool) -> None:
        self._tables += 1
        self.writer.table(rows, f"table {self._tables}", int(heads))

    def _label(self, element: _Element) -> str:
        """The mark of the list item that a paragraph begins."""
        item = next(element.iterancestors(o.ITEM), None)
        if item is None or item in self._items:
            return ""
        self._items.add(item)
        lists = list(element.iterancestors(o.LIST))
        outer = lists[-1]
        style = next((name for each in lists if (name := each.get(o.TEXT + "style-name"))), "")
        if outer is not self._list:
            self._list = outer
            if outer.get(o.TEXT + "continue-numbering") != "true" and outer.get(o.TEXT + "continue-list") is None:
                self._numbering.restart(style)
        return self._numbering.label(style, len(lists) - 1)


def _notes(body: _Element) -> list[str]:
    """The words of all notes, taken out of the paragraphs that carry their marks."""
    words = []
    for number, note in enumerate(list(body.iter(o.NOTE)), 1):
        words.append(" ".join(filter(None, (joined(text_of(each)) for each in note.iter(o.P)))))
        tail = note.tail
        note.clear()
        note.text, note.tail = str(number).translate(_FIGURES), tail
    return words


def _is_grid(table: _Element) -> bool:
    """Whether a table has rows of several cells, none of them holding a table, a heading or a list."""
    if next(table.iterdescendants(o.GRID, o.H, o.LIST), None) is not None:
        return False
    return any(sum(1 for _ in row.iterchildren(o.CELL)) > 1 for row in table.iter(o.ROW))
