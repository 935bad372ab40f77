"""A table of a Word file, collected from its pieces and written as rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.docx import names as w
from checker.ingest.docx.marks import Marks, Properties
from checker.ingest.grid import Slot, squared
from checker.ingest.writer import Writer

if TYPE_CHECKING:
    from lxml.etree import _Element


class Table:
    """Takes the pieces of one table as they come; tables inside its cells are read as words of the cell."""

    def __init__(self, element: _Element, blocks: tuple[str, ...]) -> None:
        self._left = sum(1 for _ in element.iterdescendants(*blocks))
        self._nested = next(element.iterdescendants(w.TABLE), None) is not None
        self._element = element
        self._before: list[str] = []
        self._rows: list[tuple[_Element, list[tuple[_Element, list[str]]]]] = []

    @property
    def is_grid(self) -> bool:
        """Whether any row has two cells; else the table is a frame around text."""
        for row in self._element.iterdescendants(w.ROW):
            if self._is_own(row) and sum(1 for cell in row.iterdescendants(w.CELL) if self._is_own(cell)) > 1:
                return True
        return False

    def take(self, element: _Element, words: str) -> bool:
        """Take a piece, unless the table is over before it."""
        if not self._left:
            return False
        self._left -= 1
        tag = element.tag
        if tag == w.P:
            if words and self._rows and self._rows[-1][1]:
                self._rows[-1][1][-1][1].append(words)
            elif words:
                self._before.append(words)
        elif not self._nested or self._is_own(element):
            if tag == w.ROW:
                self._rows.append((element, []))
            elif tag == w.CELL and self._rows:
                self._rows[-1][1].append((element, []))
        return True

    def write(self, writer: Writer, marks: Marks, place: str) -> None:
        """Write the table, words that stand in no cell before it."""
        for words in self._before:
            writer.block(words.strip(), place)
        heads = [row in marks.rows for row, _ in self._rows]
        grid = squared([[_slot(marks.cells.get(cell), words) for cell, words in cells] for _, cells in self._rows])
        writer.table(grid, place, heads.index(False) if False in heads else 0)

    def _is_own(self, element: _Element) -> bool:
        return next(element.iterancestors(w.TABLE), None) is self._element


def _slot(properties: Properties | None, words: list[str]) -> Slot:
    said = " ".join([piece.strip() for piece in words]).strip()
    if properties is None:
        return Slot(said)
    columns, merged = properties.get(w.COLUMNS), properties.get(w.MERGED)
    wide = columns.get(w.VAL, "1") if columns is not None else "1"
    goes_on = merged is not None and merged.get(w.VAL) != "restart"
    return Slot(said, int(wide) if wide.isdigit() and len(wide) < 4 else 1, goes_on=goes_on)
