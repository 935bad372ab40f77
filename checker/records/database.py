"""DuckDB, shut in: it reads the one file it is given, and nothing can be loaded, written or changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.limits import RECORD_CELL_CHARACTERS, RECORD_MEMORY_MEGABYTES
from checker.records.sql import quoted
from checker.records.table import Direct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection


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
    """SQL for all rows of the file as texts, named c0, c1 and so on."""
    names = [f"c{place}" for place in range(plain.direct.columns)]
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
    source = (
        f"read_csv({quoted(str(plain.direct.file))}, auto_detect = false, header = false, skip = {plain.above}, "
        f"delim = {quoted(plain.direct.delimiter)}, quote = '\"', escape = '\"', columns = {{{columns}}}, "
        f"max_line_size = {4 * RECORD_CELL_CHARACTERS})"
    )
    return f"SELECT * FROM {source}"
