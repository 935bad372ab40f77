"""Parquet files, read by the database that judges the rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.document import Problem
from checker.records.database import opened
from checker.records.sql import quoted
from checker.records.stored import StoredTable, store
from checker.records.table import Row, TableError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 10_000


def read(file: Path, folder: Path, stated_encoding: str) -> tuple[StoredTable, ...]:
    """The table in a Parquet file. Raises TableError."""
    import duckdb

    del stated_encoding
    target = folder / "table.csv"
    try:
        with opened(file, folder) as connection:
            store(target, _rows(connection, file))
    except duckdb.Error:
        message = "the file cannot be read: it is no Parquet file, or damaged"
        raise TableError(Problem("E-UNREADABLE", message, hint="export it again, or as CSV")) from None
    return (StoredTable(target),)


def _rows(connection: DuckDBPyConnection, file: Path) -> Iterator[Row]:
    connection.execute(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet({quoted(str(file))})")
    yield 1, tuple(str(column[0]) for column in connection.description or ())
    number = 1
    while batch := connection.fetchmany(_BATCH):
        for cells in batch:
            number += 1
            yield number, tuple(cell or "" for cell in cells)
