"""A table of another format, written as CSV with the number of each row in front, so that it is parsed only once."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.limits import RECORD_CELL_CHARACTERS, RECORD_CELLS, RECORD_COLUMNS, RECORD_ROWS
from checker.model.document import Problem
from checker.records.table import Direct, Row, TableError


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table in a file of our own making."""

    file: Path
    sheet: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def direct(self) -> Direct | None:
        """None: what the cells hold is only known once they are read one by one."""
        return None

    def rows(self) -> Iterator[Row]:
        """All rows, blank ones left out."""
        csv.field_size_limit(RECORD_CELL_CHARACTERS)
        with self.file.open(encoding="utf-8", newline="") as stream:
            for number, *cells in csv.reader(stream):
                yield int(number), tuple(cells)


def store(file: Path, rows: Iterable[Row]) -> None:
    """Write `rows` to `file`. Raises TableError where they go beyond the limits."""
    filled = 0
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for number, cells in rows:
            filled += sum(map(bool, cells))
            _bound(number, cells, filled)
            # A spreadsheet has no NUL; CSV readers stop at one.
            writer.writerow((number, *(cell.replace("\0", "\ufffd") for cell in cells)))


def _bound(number: int, cells: tuple[str, ...], filled: int) -> None:
    where = f"row {number}"
    if number > RECORD_ROWS:
        raise TableError(Problem("E-ROW-LIMIT", f"the table has more than {RECORD_ROWS:,} rows", where, _SPLIT))
    if len(cells) > RECORD_COLUMNS:
        message = f"the table has more than {RECORD_COLUMNS:,} columns"
        raise TableError(Problem("E-COLUMN-LIMIT", message, where, _FEWER))
    if filled > RECORD_CELLS:
        message = f"the table has more than {RECORD_CELLS:,} cells that are not blank"
        raise TableError(Problem("E-CELLS-LIMIT", message, where, _SPLIT))
    if max(map(len, cells), default=0) >= RECORD_CELL_CHARACTERS:
        message = f"a cell holds more than {RECORD_CELL_CHARACTERS:,} characters"
        raise TableError(Problem("E-CELL-LIMIT", message, where, "shorten it; no column of records needs as much"))


_SPLIT = "split it into several files"
_FEWER = "give only the columns that the records need; `checker records template` shows them"
