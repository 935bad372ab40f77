"""Excel workbooks: every sheet a table, its cells as their reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.ingest.archive import Archive, open_archive
from checker.model.document import Problem
from checker.records.stored import StoredTable, store
from checker.records.table import TableError
from checker.records.xlsx.sheet import Sheet
from checker.records.xlsx.workbook import Listed, Workbook, workbook

_OLD = b"\xd0\xcf\x11\xe0"


def read(file: Path, folder: Path, stated_encoding: str) -> tuple[StoredTable, ...]:
    """The sheets that are not hidden, each stored as a table. Raises TableError."""
    del stated_encoding
    data = file.read_bytes()
    if data.startswith(_OLD):
        message = "this is an old or password-protected Office document, which cannot be read"
        raise TableError(Problem("E-UNSUPPORTED", message, hint="save it as .xlsx without a password, or as CSV"))
    archive = open_archive(data)
    if isinstance(archive, Problem):
        raise TableError(archive)
    book = workbook(archive)
    hidden = tuple(_hidden(each) for each in book.sheets if each.hidden)
    shown = [each for each in book.sheets if not each.hidden]
    tables = [_stored(archive, book, each, folder / f"sheet{number}.csv") for number, each in enumerate(shown)]
    if not tables:
        raise TableError(
            Problem("E-EMPTY", "the workbook has no sheet that is shown", hint="unhide the sheet to check")
        )
    first = tables[0]
    return (StoredTable(first.file, first.sheet, (*hidden, *first.problems)), *tables[1:])


def _stored(archive: Archive, book: Workbook, listed: Listed, file: Path) -> StoredTable:
    sheet = Sheet(archive, book, listed.part)
    store(file, sheet.rows())
    return StoredTable(file, listed.name, tuple(_remarks(listed, sheet)))


def _remarks(listed: Listed, sheet: Sheet) -> Iterator[Problem]:
    if sheet.hidden_rows:
        rows = ", ".join(map(str, sheet.hidden_rows[:20])) + (", …" if len(sheet.hidden_rows) > 20 else "")
        message = f"{len(sheet.hidden_rows)} hidden rows were read as well"
        yield Problem("W-HIDDEN-ROWS", message, f"sheet {listed.name}, rows {rows}", "check that they are meant")


def _hidden(listed: Listed) -> Problem:
    return Problem(
        "W-HIDDEN-SHEET", "a hidden sheet was not read", f"sheet {listed.name}", "unhide it to have it checked"
    )
