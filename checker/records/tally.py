"""What a rule makes of the rows of a table: how many rows got each outcome, and the rows to show for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.records.arithmetic import Cell
from checker.records.database import Plain, scan, typed
from checker.records.plan import BAD, Plan, judged
from checker.records.schemas import RecordSchema
from checker.records.sql import identifier

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 5
"""How many rows are kept for each outcome: those farthest from what was expected, the first of equals."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A row to show: its number, its outcome, and its cells in their types."""

    row: int
    outcome: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of one table under one rule: how many got each outcome, and which are shown.

    `greatest` is the greatest number of each column whose unit could be read in two ways.
    """

    counts: Mapping[int, int]
    cited: tuple[Cited, ...]
    greatest: Mapping[str, Decimal]

    @property
    def fits(self) -> bool:
        """Whether every cell that was read is in plain form."""
        return not self.counts.get(BAD)


def tally(connection: DuckDBPyConnection, plain: Plain, schema: RecordSchema, plan: Plan) -> Tally:
    """The rows of the file judged by `plan`. Raises duckdb.Error where the file is not what `plain` says."""
    columns = [schema.columns[name] for name in plan.columns]
    kept = ", ".join(f"{identifier(name)}: {identifier(name)}" for name in plan.columns)
    farthest = "{d: round(coalesce(abs(_stated - _expected), 0), 6), r: -_row}"
    scaled = [column.name for column in columns if column.scaled]
    sizes = ", ".join(f"{identifier(name)}: max(abs({identifier(name)}))" for name in scaled) or "none: NULL"
    query = (
        f"SELECT _outcome, count(*), arg_max({{_row: _row, {kept}}}, {farthest}, {SHOWN}), {{{sizes}}} "
        f"FROM ({judged(plan, typed(plain, columns))}) GROUP BY _outcome ORDER BY _outcome"
    )
    found = connection.execute(query).fetchall()
    counts = {outcome: count for outcome, count, _, _ in found}
    cited = tuple(cited for outcome, _, rows, _ in found for cited in _cited(outcome, rows, plan))
    greatest = {name: max(sizes[name] or Decimal(0) for *_, sizes in found) for name in scaled} if found else {}
    return Tally(counts, cited, greatest)


def _cited(outcome: int, rows: Sequence[Mapping[str, Cell]], plan: Plan) -> Iterator[Cited]:
    for row in rows:
        yield Cited(int(str(row["_row"])), outcome, {name: row[name] for name in plan.columns})


def texts(connection: DuckDBPyConnection, plain: Plain, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The cells of some rows as they stand in the file."""
    numbers = ", ".join(map(str, rows)) or "NULL"
    found = connection.execute(f"SELECT * FROM ({scan(plain)}) WHERE _row IN ({numbers})").fetchall()
    return {row[0]: tuple(cell or "" for cell in row[1:]) for row in found}
