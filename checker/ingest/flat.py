"""Tables of XML vocabularies: taken out of the tree as rows of words, their place kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.grid import Slot, squared
from checker.ingest.html.words import joined, number
from checker.ingest.pieces import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Names = tuple[str, ...]
Spans = tuple[str, str]
"""The attributes that say how many columns and rows a cell takes."""


def taken_out(table: _Element, rows: Names, cells: Names, spans: Spans = ("colspan", "rowspan")) -> list[list[str]]:
    """The rows of `table`, all as long, whose elements are called `rows` and `cells`; the table is left empty."""
    found = [
        [Slot(joined(text_of(cell)), number(cell, spans[0]), number(cell, spans[1])) for cell in row.iter(*cells)]
        for row in table.iter(*rows)
    ]
    tail = table.tail
    for child in list(table):
        table.remove(child)
    table.text, table.tail = None, tail
    return squared([row for row in found if row])
