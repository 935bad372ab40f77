"""From a part of a Word file to its blocks: paragraphs, headings, list items and tables, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.ingest.counting import Numbering
from checker.ingest.docx import names as w
from checker.ingest.docx.marks import Marks, marks_of
from checker.ingest.docx.styles import Styles, level_of, list_of
from checker.ingest.docx.table import Table
from checker.ingest.pieces import pieces, text_of
from checker.ingest.writer import Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = (w.P, w.TABLE, w.ROW, w.CELL)
_COUNTS_PAGES = re.compile(r"\b(?:page|of)\b|ページ|頁", re.IGNORECASE)
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Walk:
    """Writes the blocks of one part after the other."""

    def __init__(self, writer: Writer, styles: Styles, numbering: Numbering) -> None:
        self._writer = writer
        self._styles = styles
        self._numbering = numbering
        self._part = ""
        self._paragraphs = 0
        self._tables = 0
        self._boxed = 0
        self._held = ""
        self._table: Table | None = None
        self._edges: set[str] = set()
        self._marks = Marks({}, {}, {}, {}, frozenset())

    def part(self, root: _Element, name: str = "") -> None:
        """Write the blocks of a part called `name`; the document's body has no name."""
        self._part = f"{name}, " if name else ""
        self._paragraphs = self._tables = 0
        self._marks = marks_of(root)
        for element, words, _ in pieces(root, _BLOCKS):
            self._take(element, words)
        self._close()

    def edge(self, root: _Element, name: str) -> None:
        """Write a header or footer, unless it only counts pages or says what another one said."""
        words = text_of(root)
        if words not in self._edges and any(map(str.isalpha, _COUNTS_PAGES.sub("", words))):
            self._edges.add(words)
            self.part(root, name)

    def note(self, root: _Element, kind: str, number: int) -> None:
        """Write a footnote with the mark that its references carry."""
        words = " ".join(filter(None, (text_of(each).strip() for each in root.iter(w.P))))
        if words:
            self._writer.block(f"{str(number).translate(_FIGURES)} {words}", f"{kind} {number}")

    def _take(self, element: _Element, words: str) -> None:
        if self._table is not None:
            if self._table.take(element, words):
                return
            self._close()
        if element.tag == w.P:
            self._paragraph(element, words)
        elif element.tag == w.TABLE:
            table = Table(element, _BLOCKS)
            self._tables += table.is_grid
            self._table = table if table.is_grid else None

    def _close(self) -> None:
        """Write the table that is open."""
        if self._table is not None:
            self._table.write(self._writer, self._marks, f"{self._part}table {self._tables}")
            self._table = None

    def _paragraph(self, paragraph: _Element, words: str) -> None:
        box = self._marks.boxed.get(paragraph)
        if not box:
            self._paragraphs += 1
        if paragraph in self._marks.joined:
            self._held += words
            return
        words = (self._held + words).strip()
        self._held = ""
        place = f"text box {box}" if box else f"paragraph {self._paragraphs}"
        if words:
            self._writer.block(self._mark(paragraph) + words, self._part + place)

    def _mark(self, paragraph: _Element) -> str:
        """The marks that say what a paragraph is: of a heading, a number or a bullet."""
        properties = self._marks.paragraphs.get(paragraph)
        if properties is None:
            return ""
        style, outline, numbering = map(properties.get, (w.P_STYLE, w.OUTLINE, w.NUMBERING))
        name = style.get(w.VAL, "") if style is not None else ""
        listed = self._styles.lists.get(name, ("", 0))
        level = level_of(outline) or self._styles.headings.get(name, 0)
        number, at = list_of(numbering) if numbering is not None else listed
        number = number or listed[0]
        return ("#" * level + " " if level else "") + (self._numbering.label(number, at) if number else "")
