"""A table of a page, collected from its pieces and written as rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.grid import Slot, squared
from checker.ingest.html.words import joined, number
from checker.ingest.pieces import Piece
from checker.ingest.writer import Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

CELLS = ("td", "th")
_FRAMES = ("table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "form")


def is_table(table: _Element) -> bool:
    """Whether a table holds values in rows and columns, rather than framing other blocks."""
    if next(table.iterdescendants(*_FRAMES), None) is not None:
        return False
    return any(sum(1 for _ in row.iterchildren(*CELLS)) > 1 for row in table.iter("tr"))


class Table:
    """Takes the pieces of one table as they come."""

    def __init__(self, element: _Element, place: str, blocks: tuple[str, ...]) -> None:
        self._element = element
        self._place = place
        self._left = sum(1 for _ in element.iterdescendants(*blocks))
        self._before: list[tuple[str, str]] = []
        self._rows: list[list[tuple[_Element, list[str]]]] = []

    def take(self, piece: Piece) -> bool:
        """Take a piece, unless the table is over before it."""
        element = piece.element
        if piece.after:
            if element is self._element or (not self._left and self._element not in element.iterancestors("table")):
                return False
        elif not self._left:
            return False
        else:
            self._left -= 1
            if self._opens(piece):
                return True
        if self._rows and self._rows[-1]:
            self._rows[-1][-1][1].append(piece.words)
        else:
            self.put_before(piece.words)
        return True

    def put_before(self, words: str, part: str = "") -> None:
        """Take words of the caption, or that stand in no cell: browsers show both before the table."""
        self._before.append((joined(words), self._place + part))

    def write(self, writer: Writer) -> None:
        """Write the table, its caption first."""
        for words, place in self._before:
            writer.block(words, place)
        rows = [row for row in self._rows if row]
        heads = [all(element.tag == "th" for element, _ in row) for row in rows]
        grid = squared([[_slot(element, words) for element, words in row] for row in rows])
        writer.table(grid, self._place, heads.index(False) if False in heads else 0)

    def _opens(self, piece: Piece) -> bool:
        """Whether a piece begins a row, a cell or the caption, and so is dealt with."""
        tag = piece.element.tag
        if tag in CELLS and self._rows:
            self._rows[-1].append((piece.element, [piece.words]))
        elif tag == "tr":
            self.put_before(piece.words)
            self._rows.append([])
        elif tag == "caption":
            self.put_before(piece.words, "/caption")
        else:
            return False
        return True


def _slot(cell: _Element, words: list[str]) -> Slot:
    said = joined(words[0] if len(words) == 1 else " ".join(words))
    return Slot(said, number(cell, "colspan"), number(cell, "rowspan")) if cell.attrib else Slot(said)
