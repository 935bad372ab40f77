"""The rows of one sheet, read one after the other, cells as texts that keep their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive
from checker.limits import RECORD_COLUMNS
from checker.model.document import Problem
from checker.records.table import Row, TableError
from checker.records.xlsx.workbook import Workbook, part_bytes, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


class Sheet:
    """One sheet; `hidden_rows` are known once `rows` has been read to its end."""

    def __init__(self, archive: Archive, book: Workbook, part: str) -> None:
        self._book = book
        self._part = part
        self._data = part_bytes(archive, part)
        self.hidden_rows: list[int] = []

    def rows(self) -> Iterator[Row]:
        """The rows that hold something. A cell merged over several rows stands in each. Raises TableError."""
        from lxml import etree

        merged = {(_column(m[1].decode()), int(m[2])): int(m[3]) for m in _MERGED.finditer(self._data)}
        below: dict[int, tuple[str, int]] = {}
        number = 0
        try:
            for _, row in etree.iterparse(
                BytesIO(self._data), tag="{*}row", resolve_entities=False, no_network=True, huge_tree=False
            ):
                number = int(row.get("r") or number + 1)
                cells = self._cells(row)
                if row.get("hidden") in ("1", "true") and cells:
                    self.hidden_rows.append(number)
                self._spread(number, cells, merged, below)
                if any(cells.values()):
                    yield number, tuple(cells.get(place, "") for place in range(max(cells) + 1))
                row.clear()
                while row.getprevious() is not None:
                    del row.getparent()[0]
        except etree.XMLSyntaxError:
            message = "the sheet is damaged or cut short"
            raise TableError(Problem("E-UNREADABLE", message, f"after row {number}", "save it anew")) from None

    @staticmethod
    def _spread(
        number: int, cells: dict[int, str], merged: dict[tuple[int, int], int], below: dict[int, tuple[str, int]]
    ) -> None:
        """Fill the cells that are merged with one above, and note those that reach further down."""
        for place, (text, last) in below.items():
            if number <= last and not cells.get(place):
                cells[place] = text
        if merged:
            for place, text in list(cells.items()):
                last = merged.get((place, number), 0)
                if last > number:
                    below[place] = (text, last)

    def _cells(self, row: _Element) -> dict[int, str]:
        found: dict[int, str] = {}
        place = -1
        for cell in row.iterchildren("{*}c"):
            match = _REFERENCE.fullmatch(cell.get("r", ""))
            place = _column(match[1]) if match else place + 1
            if place >= RECORD_COLUMNS:
                raise TableError(Problem("E-COLUMN-LIMIT", f"the table has more than {RECORD_COLUMNS:,} columns"))
            found[place] = self._text(cell)
        return found

    def _text(self, cell: _Element) -> str:
        """What a cell shows, a percentage with its sign and a day in ISO form."""
        value = next(cell.iterchildren("{*}v"), None)
        written = (value.text or "") if value is not None else ""
        match cell.get("t", "n"):
            case "s":
                return self._shared(written)
            case "inlineStr":
                return text_of(cell)
            case "b":
                return "true" if written == "1" else "false"
            case "n":
                return self._number(written, cell)
            case _:
                return written

    def _shared(self, written: str) -> str:
        number = int(written) if written.isdecimal() else -1
        return self._book.texts[number] if 0 <= number < len(self._book.texts) else ""

    def _number(self, written: str, cell: _Element) -> str:
        if not written:
            formula = next(cell.iterchildren("{*}f"), None)
            return f"={formula.text or ''} (never calculated)" if formula is not None else ""
        style = int(cell.get("s", "0"))
        number = Decimal(repr(float(written)))
        if style in self._book.day_styles:
            return self._day(number)
        if style in self._book.percent_styles:
            return _plain(number * 100) + "%"
        return _plain(number)

    def _day(self, number: Decimal) -> str:
        # Before March 1900 Excel counts a day that never was; records do not reach back so far.
        start = date(1904, 1, 1) if self._book.from_1904 else date(1899, 12, 30)
        try:
            return (start + timedelta(days=int(number))).isoformat()
        except OverflowError:
            return _plain(number)


def _plain(number: Decimal) -> str:
    """A number as a person writes it, without the last digits of binary fractions."""
    text = format(round(number, 12), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _column(letters: str) -> int:
    """The place of a column, from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
