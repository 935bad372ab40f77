"""From the pieces of a page to its blocks: paragraphs, headings, list items and tables, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from checker.ingest.html.paths import Paths
from checker.ingest.html.table import CELLS, Table, is_table
from checker.ingest.html.words import joined, number
from checker.ingest.pieces import Piece, pieces
from checker.ingest.writer import Writer, Written

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BLOCKS = (
    *re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul""",
    ),
    *_LEVELS,
    *CELLS,
)
_ROMAN = re.findall(r"\w+", "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
_LETTERED: Mapping[str, Sequence[str]] = {
    "a": ascii_lowercase,
    "A": ascii_uppercase,
    "i": _ROMAN,
    "I": [number.upper() for number in _ROMAN],
}
_MOST = 100_000
_SPECIAL = (*_LEVELS, "li", "table")


def written(root: _Element) -> Written:
    """The text of the page under `root`, from which everything that is no word of it has been taken out."""
    walk = _Walk(sum(1 for _ in root.iter(*_BLOCKS)) <= _MOST)
    for piece in pieces(root, _BLOCKS):
        walk.take(piece)
    walk.close()
    return walk.writer.written()


class _Walk:
    """Writes the blocks of a page as its pieces come; where there are very many, places are lines only."""

    def __init__(self, with_paths: bool) -> None:
        self.writer = Writer()
        self._paths = Paths() if with_paths else None
        self._lead = ""
        self._close = False
        self._above: _Element | None = None
        self._table: Table | None = None

    def take(self, piece: Piece) -> None:
        """Write a piece, or put it into the table that it stands in."""
        if self._table is not None:
            if self._table.take(piece):
                return
            self.close()
        element = piece.element
        if self._lead and (piece.after or element.getparent() is not self._above):
            self._lead, self._close = "", False
        self._above = element
        if not piece.after and element.tag in _SPECIAL:
            self._begin(element)
        if self._table is None:
            self._block(piece)
        else:
            self._table.put_before(piece.words)

    def close(self) -> None:
        """Write the table that is open."""
        if self._table is not None:
            self._table.write(self.writer)
            self._table = None

    def _begin(self, element: _Element) -> None:
        """Open a table, or note the mark that a heading or list item begins with."""
        if element.tag == "table":
            self._table = Table(element, self._place(element), _BLOCKS) if is_table(element) else None
        elif element.tag == "li":
            self._lead = _item_mark(element)
            self._close = element.getprevious() is not None or next(element.iterancestors("li"), None) is not None
        else:
            self._lead = _LEVELS[str(element.tag)]

    def _block(self, piece: Piece) -> None:
        words = joined(piece.words)
        if words:
            parent = piece.element.getparent()
            owner = parent if piece.after and parent is not None else piece.element
            self.writer.block(self._lead + words, self._place(owner), self._close)
            self._lead, self._close = "", False

    def _place(self, element: _Element) -> str:
        line = f"line {element.sourceline}"
        return f"{line}, {self._paths.of(element)}" if self._paths else line


def _item_mark(item: _Element) -> str:
    """The mark of a list item: its number in the form the list asks for, or a bullet."""
    owner = item.getparent()
    if owner is None or owner.tag != "ol":
        return "- "
    at = number(owner, "start") + sum(1 for _ in item.itersiblings("li", preceding=True))
    at = number(item, "value") if item.get("value") else at
    form = _LETTERED.get(owner.get("type", ""))
    return f"{form[at - 1]}. " if form and at <= len(form) else f"{at}. "
