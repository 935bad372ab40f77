"""DuckDB, shut in: it reads the one file it is given, and nothing can be loaded, written or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.limits import RECORD_CELL_CHARACTERS, RECORD_MEMORY_MEGABYTES
from checker.records.schemas import Cell, Column
from checker.records.sql import identifier, quoted
from checker.records.table import Direct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

_SQL_TYPES: Mapping[Cell, str] = {
    Cell.DATE: "DATE",
    Cell.PERCENT: "DECIMAL(12, 6)",
    Cell.NUMBER: "DECIMAL(24, 6)",
}
_CODE = r"\d{4}\.\d\d\.\d\d(?:\d\d)?"


@dataclass(frozen=True, slots=True)
class Plain:
    """A CSV file whose cells are in plain form: where each column of the schema stands, and the first record's row.

    `numbered` tells that the first two columns hold the row's number and whether the row does not fit.
    """

    direct: Direct
    places: Mapping[str, int]
    above: int
    numbered: bool = False


@contextmanager
def opened(file: Path, workplace: Path) -> Iterator[DuckDBPyConnection]:
    """A database in memory that can read `file`, and nothing else of the system."""
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": f"{RECORD_MEMORY_MEGABYTES}MB",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": str(workplace / "spill"),
        },
    )
    try:
        # Long lists after IN are otherwise made into joins, which takes longer than looking the few rows up.
        connection.execute("SET disabled_optimizers = 'in_clause'")
        connection.execute(f"SET allowed_paths = [{quoted(str(file))}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


def scan(plain: Plain) -> str:
    """SQL for all rows of the file as texts, with the number of each as _row."""
    names = [f"c{place}" for place in range(plain.direct.columns)]
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
    source = (
        f"read_csv({quoted(str(plain.direct.file))}, auto_detect = false, header = false, skip = {plain.above}, "
        f"delim = {quoted(plain.direct.delimiter)}, quote = '\"', escape = '\"', columns = {{{columns}}}, "
        f"max_line_size = {4 * RECORD_CELL_CHARACTERS})"
    )
    number = "c0::BIGINT" if plain.numbered else f"row_number() OVER () + {plain.above}"
    return f"SELECT {number} AS _row, * FROM {source}"


def typed(plain: Plain, columns: Sequence[Column]) -> str:
    """SQL for all rows with `columns` by name and type; _bad where a cell is not in plain form or is missing."""
    parts, faults = [], ["c1 IS NOT NULL"] if plain.numbered else []
    for column in columns:
        place = plain.places.get(column.name)
        cell = f"c{place}" if place is not None else "NULL"
        value = _value(cell, column)
        parts.append(f"{value} AS {identifier(column.name)}")
        if place is not None and value != cell:
            faults.append(f"({value} IS NULL)" if column.required else f"({cell} IS NOT NULL AND {value} IS NULL)")
        elif column.required:
            faults.append(f"{cell} IS NULL")
    bad = " OR ".join(faults) or "false"
    return f"SELECT *, {', '.join(parts)}, ({bad}) AS _bad FROM ({scan(plain)})"


def _value(cell: str, column: Column) -> str:
    """A cell in its type; NULL where it is not in plain form."""
    match column.cell:
        case Cell.DATE | Cell.PERCENT | Cell.NUMBER:
            return _number(f"TRY_CAST({cell} AS {_SQL_TYPES[column.cell]})", column)
        case Cell.CODE:
            allowed = "".join(f"|{choice}" for choice in column.choices)
            whole = rf"{_CODE}(?:(?: \+)? {_CODE})*{allowed}"
            return f"(CASE WHEN regexp_full_match({cell}, {quoted(whole)}) THEN {cell} END)"
        case Cell.COUNTRY | Cell.CHOICE:
            return f"CAST(TRY_CAST({cell} AS ENUM({', '.join(map(quoted, column.choices))})) AS VARCHAR)"
        case Cell.TEXT:
            return cell


def _number(value: str, column: Column) -> str:
    return f"(CASE WHEN {value} > {column.above} THEN {value} END)" if column.above else value
