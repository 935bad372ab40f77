"""A table as people write it, rewritten in plain form: one pass to learn how its columns are written, one to write."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

from checker.records import units
from checker.records.cells import BLANKS, CellError, Reading, uses_decimal_comma
from checker.records.database import Plain
from checker.records.headers import Layout
from checker.records.schemas import Cell, Column
from checker.records.table import Direct, Row, Table, TableError

SHOWN = 20
"""How many cells that do not fit are told one by one."""
_TOTALS = re.compile(r"(?:grand |sub-?)?totals?|sum|合計|総計|小計|計", re.IGNORECASE)
_NUMERIC = (Cell.PERCENT, Cell.NUMBER)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell that does not hold what its column holds."""

    row: int
    header: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True)
class Normal:
    """A table in plain form, the first cells that do not fit, how many rows have such, the rows that are no records."""

    plain: Plain
    misfits: tuple[Misfit, ...]
    misfit_rows: int
    left_out: tuple[tuple[int, str], ...]


def rewritten(table: Table, layout: Layout, columns: Sequence[Column], target: Path) -> Normal:
    """`columns` of the table in plain form, written to the file `target`. Raises TableError."""
    present = [column for column in columns if column.name in layout.places]
    readings = _readings(table, layout, present)
    writing = _Writing(layout, columns, readings)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for row in _records(table, layout, writing.left_out):
            writer.writerow(writing.plain(row))
    places = {column.name: place for place, column in enumerate(columns, 2)}
    plain = Plain(Direct(target, ",", len(columns) + 2), places, 0, numbered=True)
    return Normal(plain, tuple(writing.misfits), writing.misfit_rows, tuple(writing.left_out))


class _Writing:
    """Puts rows into plain form and remembers what did not fit."""

    def __init__(self, layout: Layout, columns: Sequence[Column], readings: Mapping[str, Reading]) -> None:
        self._columns = columns
        self._layout = layout
        # The cells of a column repeat each other, so each spelling is read once.
        self._read: dict[str, Callable[[str], str]] = {
            name: lru_cache(maxsize=65_536)(reading.plain) for name, reading in readings.items()
        }
        self.misfits: list[Misfit] = []
        self.misfit_rows = 0
        self.left_out: list[tuple[int, str]] = []

    def plain(self, row: Row) -> list[str | int]:
        number, cells = row
        found = [self._cell(number, cells, column) for column in self._columns]
        wide = len(cells) > len(self._layout.heading.headers) and any(cells[len(self._layout.heading.headers) :])
        if wide:
            self._note(number, "", cells[len(self._layout.heading.headers)], "no cell beyond the last header")
        bad = wide or None in found
        self.misfit_rows += bad
        return [number, "1" if bad else "", *(cell or "" for cell in found)]

    def _cell(self, number: int, cells: Sequence[str], column: Column) -> str | None:
        """The plain form of a cell; None where it does not fit."""
        place = self._layout.places.get(column.name)
        text = cells[place] if place is not None and place < len(cells) else ""
        try:
            found = self._read[column.name](text) if place is not None else ""
            if found or not column.required:
                return found
            raise CellError(f"{column.title.en}, such as {column.example}")
        except CellError as error:
            header = self._layout.heading.headers[place].text if place is not None else column.name
            self._note(number, header, text, error.expected)
            return None

    def _note(self, number: int, header: str, value: str, expected: str) -> None:
        if len(self.misfits) < SHOWN:
            self.misfits.append(Misfit(number, header, value, expected))


def _records(table: Table, layout: Layout, left_out: list[tuple[int, str]]) -> Iterator[Row]:
    """The rows below the header that are records; totals, notes and repeated headers are added to `left_out`."""
    headers = tuple(header.text for header in layout.heading.headers)
    for number, cells in table.rows():
        if number <= layout.heading.first:
            continue
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            continue
        why = _no_record(filled, cells, headers)
        if why:
            left_out.append((number, why))
        else:
            yield number, cells


def _no_record(filled: Sequence[str], cells: Sequence[str], headers: Sequence[str]) -> str:
    words = unicodedata.normalize("NFKC", filled[0])
    if _TOTALS.fullmatch(words.rstrip(" :.")):
        return "a row of totals"
    if tuple(" ".join(unicodedata.normalize("NFKC", cell).split()) for cell in cells) == headers:
        return "the header again"
    return "a note" if len(filled) == 1 and len(headers) > 2 else ""


def _readings(table: Table, layout: Layout, columns: Sequence[Column]) -> dict[str, Reading]:
    """How each column is read, learned from its header and all its cells. Raises TableError for an unclear unit."""
    numeric = [column for column in columns if column.cell in _NUMERIC]
    sizes = _sizes(table, layout, numeric)
    found = {}
    for column in columns:
        header = layout.heading.headers[layout.places[column.name]]
        factor = units.factor(column, header)
        if factor is None and column.scaled and units.unclear(sizes.greatest[column.name]):
            raise TableError(units.two_ways(header, sizes.greatest[column.name]))
        found[column.name] = Reading(
            column, factor or Decimal(1), sizes.decimal_comma, layout.schema.spellings.get(column.name)
        )
    return found


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The greatest bare number of each column, and whether commas are decimal."""

    greatest: Mapping[str, Decimal]
    decimal_comma: bool


def _sizes(table: Table, layout: Layout, columns: Sequence[Column]) -> _Sizes:
    greatest = {column.name: Decimal(0) for column in columns}
    places = [(column.name, layout.places[column.name]) for column in columns]
    bare = lru_cache(maxsize=65_536)(_bare)
    comma = False
    for _, cells in _records(table, layout, []):
        for name, place in places:
            text = cells[place] if place < len(cells) else ""
            number = bare(text)
            if number is None:
                comma = comma or uses_decimal_comma(text)
            else:
                greatest[name] = max(greatest[name], number)
    return _Sizes(greatest, comma)


def _bare(text: str) -> Decimal | None:
    """The size of a number without a sign of its unit; None for anything else, 0 for a blank."""
    cell = unicodedata.normalize("NFKC", text).strip()
    if cell.casefold() in BLANKS:
        return Decimal(0)
    with suppress(InvalidOperation):
        number = Decimal(cell)
        return abs(number) if number.is_finite() else None
    return None
