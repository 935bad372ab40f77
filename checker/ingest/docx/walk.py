"""From a part of a Word file to its blocks: paragraphs, headings, list items and tables, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.ingest.docx import names as w
from checker.ingest.docx.numbering import Numbering
from checker.ingest.docx.styles import Styles, numbering_of, outline_of
from checker.ingest.docx.views import JOINED
from checker.ingest.grid import Slot, squared
from checker.ingest.writer import Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {w.TAB: "\t", w.BREAK: "\n", w.RETURN: "\n", w.NO_BREAK_HYPHEN: "-"}
_WORDS = (w.T, *_SIGNS, *w.NOTE_MARKS)
_COUNTS_PAGES = re.compile(r"\b(?:page|of)\b|ページ|頁", re.IGNORECASE)
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Walk:
    """Writes the blocks of one part after the other; the notes they refer to are numbered as they come."""

    def __init__(self, writer: Writer, styles: Styles, numbering: Numbering) -> None:
        self._writer = writer
        self._styles = styles
        self._numbering = numbering
        self._part = ""
        self._paragraphs = 0
        self._tables = 0
        self._boxes = 0
        self._held = ""
        self._edges: set[str] = set()
        self.notes: dict[tuple[str, str], int] = {}

    def part(self, root: _Element, name: str = "") -> None:
        """Write the blocks of a part called `name`; the document's body has no name."""
        self._part = f"{name}, " if name else ""
        self._paragraphs = self._tables = self._boxes = 0
        self._blocks(root)

    def edge(self, root: _Element, name: str) -> None:
        """Write a header or footer, unless it only counts pages or says what another one said."""
        words = "".join(self._words(paragraph) for paragraph in root.iter(w.P))
        if words not in self._edges and any(map(str.isalpha, _COUNTS_PAGES.sub("", words))):
            self._edges.add(words)
            self.part(root, name)

    def note(self, root: _Element, kind: str, number: int) -> None:
        """Write a footnote with the mark that its references carry."""
        words = " ".join(filter(None, (self._words(each).strip() for each in root.iter(w.P))))
        if words:
            self._writer.block(f"{str(number).translate(_FIGURES)} {words}", f"{kind} {number}")

    def _blocks(self, container: _Element) -> None:
        for child in container:
            if child.tag == w.P:
                self._paragraph(child)
            elif child.tag == w.TABLE:
                self._table(child)
            elif len(child):
                self._blocks(child)

    def _paragraph(self, paragraph: _Element) -> None:
        self._paragraphs += 1
        words = self._held + self._words(paragraph)
        if paragraph.get(JOINED):
            self._held = words
            return
        self._held = ""
        if words.strip():
            self._writer.block(self._mark(paragraph) + words.strip(), f"{self._part}paragraph {self._paragraphs}")
        for box in _boxes(paragraph):
            self._boxes += 1
            self._box(box)

    def _box(self, box: _Element) -> None:
        part, paragraphs = self._part, self._paragraphs
        self._part, self._paragraphs = f"{part}text box {self._boxes}, ", 0
        self._blocks(box)
        self._part, self._paragraphs = part, paragraphs

    def _words(self, paragraph: _Element) -> str:
        """What a paragraph says, without the words of text boxes that hang on it."""
        boxed = {piece for box in _boxes(paragraph) for piece in box.iter(*_WORDS)}
        return "".join([self._piece(piece) for piece in paragraph.iter(*_WORDS) if piece not in boxed])

    def _piece(self, piece: _Element) -> str:
        if piece.tag == w.T:
            return piece.text or ""
        if piece.tag not in w.NOTE_MARKS:
            owner = piece.getparent()  # tab stops bear the name of tabs, but stand elsewhere
            return _SIGNS[str(piece.tag)] if owner is not None and owner.tag == w.R else ""
        key = w.NOTE_MARKS[str(piece.tag)], piece.get(w.ID, "")
        number = self.notes.setdefault(key, len(self.notes) + 1)
        return str(number).translate(_FIGURES)

    def _mark(self, paragraph: _Element) -> str:
        """The marks that say what a paragraph is: of a heading, a number or a bullet."""
        properties = paragraph.find(w.P_PROPERTIES)
        if properties is None:
            return ""
        style = properties.find(w.P_STYLE)
        name = style.get(w.VAL, "") if style is not None else ""
        level = outline_of(paragraph) or self._styles.headings.get(name, 0)
        number, at = numbering_of(paragraph) or self._styles.lists.get(name, ("", 0))
        number = number or self._styles.lists.get(name, ("", 0))[0]
        return ("#" * level + " " if level else "") + self._numbering.label(number, at)

    def _table(self, table: _Element) -> None:
        self._tables += 1
        place = f"{self._part}table {self._tables}"
        rows = list(_rows(table))
        if max((len(list(_cells(row))) for row in rows), default=0) < 2:
            # A frame around text, not a table.
            for row in rows:
                for cell in _cells(row):
                    self._blocks(cell)
            return
        grid = squared([[self._slot(cell) for cell in _cells(row)] for row in rows])
        heads = [row.find(f"{w.ROW_PROPERTIES}/{w.ROW_HEADS}") is not None for row in rows]
        self._writer.table(
            [
                [(words, f"{place}, row {down}, cell {across}") for across, words in enumerate(row, 1)]
                for down, row in enumerate(grid, 1)
            ],
            heads.index(False) if False in heads else 0,
        )

    def _slot(self, cell: _Element) -> Slot:
        words = " ".join(filter(None, (self._words(each).strip() for each in cell.iter(w.P))))
        properties = cell.find(w.CELL_PROPERTIES)
        columns = properties.find(w.COLUMNS) if properties is not None else None
        merged = properties.find(w.MERGED) if properties is not None else None
        wide = columns.get(w.VAL, "1") if columns is not None else "1"
        goes_on = merged is not None and merged.get(w.VAL) != "restart"
        return Slot(words, int(wide) if wide.isdigit() else 1, goes_on=goes_on)


def _boxes(paragraph: _Element) -> list[_Element]:
    """The text boxes that hang on a paragraph, those inside others left out."""
    boxes = list(paragraph.iter(w.TEXT_BOX))
    return [box for box in boxes if not any(above in boxes for above in box.iterancestors(w.TEXT_BOX))]


def _rows(table: _Element) -> Iterator[_Element]:
    return _through(table, w.ROW)


def _cells(row: _Element) -> Iterator[_Element]:
    return _through(row, w.CELL)


def _through(owner: _Element, name: str) -> Iterator[_Element]:
    """The children of a name, those wrapped in content controls or changes too, but not those of nested tables."""
    for child in owner:
        if child.tag == name:
            yield child
        elif child.tag not in (w.TABLE, w.P):
            yield from _through(child, name)
