"""The rows of a table kept in the database, so that the file is read once however many rules judge it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.records import arithmetic
from checker.records.casts import cell_of, faults, value_of
from checker.records.codes import Codes
from checker.records.database import Plain, scan
from checker.records.plan import Plan
from checker.records.schemas import Cell, Column, RecordSchema
from checker.records.sql import NOTHING, Known, Sql, identifier

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LINES = "lines"


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows in the database, and the codes of those columns that hold such."""

    connection: DuckDBPyConnection
    plain: Plain
    codes: Mapping[str, Codes]

    def typed(self, columns: Sequence[Column]) -> str:
        """SQL for all rows with `columns` by name and type, and _bad for those that do not fit.

        A row fits if its cells in `columns` are in plain form, and those are there that must be.
        """
        return f"SELECT {self._row} AS _row, {', '.join(self._fields(columns))} FROM {self._joined(columns)}"

    def alike(self, plan: Plan, schema: RecordSchema) -> str:
        """SQL for the rows that are alike in all that `plan` asks for, as one: the first of them and their number."""
        columns = [schema.columns[name] for name in plan.columns]
        answers = self.known(columns).answers
        dropped = [c for c in columns if c.name in self.codes and not plan.asks(c.name, answers)]
        fields = ", ".join(self._fields(columns, dropped))
        counted = f"min({self._row}) AS _row, count(*) AS _count"
        return f"SELECT {counted}, {fields} FROM {self._joined(columns)} GROUP BY ALL"

    @property
    def _row(self) -> str:
        # The rows were inserted one after the other, so their place in the table is their place in the file.
        return "c0::BIGINT" if self.plain.numbered else f"{_LINES}.rowid + {self.plain.above + 1}"

    def _fields(self, columns: Sequence[Column], dropped: Sequence[Column] = ()) -> Iterator[str]:
        wrong = ["c1 IS NOT NULL"] if self.plain.numbered else []
        for column in columns:
            cell, codes = cell_of(self.plain, column), self.codes.get(column.name)
            value = codes.code if codes else value_of(cell, column)
            yield from codes.fields if codes else ()
            if column not in dropped:
                yield f"{value or 'NULL'} AS {identifier(column.name)}"
            wrong.extend(faults(cell, value, column))
        yield f"({' OR '.join(wrong) or 'false'}) AS _bad"

    def _joined(self, columns: Sequence[Column]) -> str:
        return _LINES + "".join(self.codes[column.name].join for column in columns if column.name in self.codes)

    def known(self, columns: Sequence[Column]) -> Known:
        """What stands for `columns` in the rows that `typed` gives."""
        there = {c.name: Sql(identifier(c.name)) if cell_of(self.plain, c) else NOTHING for c in columns}
        return Known(there, {each: answer for codes in self.codes.values() for each, answer in codes.answers.items()})

    def cells(self, columns: Sequence[Column], rows: Sequence[int]) -> dict[int, dict[str, arithmetic.Cell]]:
        """The cells of some rows in their types."""
        names = [column.name for column in columns]
        fields = ", ".join(map(identifier, names))
        found = self._of_rows(f"SELECT _row, {fields} FROM ({self.typed(columns)})", rows)
        return {row: dict(zip(names, cells, strict=True)) for row, *cells in found}

    def texts(self, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The cells of some rows as they stand in the file."""
        found = self._of_rows(f"SELECT {self._row} AS _row, * FROM {_LINES}", rows)
        return {row[0]: tuple(cell or "" for cell in row[1:]) for row in found}

    def _of_rows(self, query: str, rows: Sequence[int]) -> list[tuple[Any, ...]]:
        # A join with the numbers is faster than a comparison with each of them.
        return self.connection.execute(
            f"SELECT * FROM ({query}) WHERE _row IN (SELECT unnest(CAST(? AS BIGINT[])))", [list(rows)]
        ).fetchall()

    def greatest(self, column: Column) -> Decimal:
        """The greatest number of a column, whatever its sign; 0 if it holds none."""
        found = self.connection.execute(
            f"SELECT max(abs({value_of(cell_of(self.plain, column), column)})) FROM {_LINES}"
        )
        return found.fetchall()[0][0] or Decimal(0)


def keep(connection: DuckDBPyConnection, plain: Plain, schema: RecordSchema, plans: Iterable[Plan]) -> Kept:
    """The rows of the file, ready for the plans. Raises duckdb.Error where the file is not what `plain` says."""
    connection.execute(f"CREATE TEMP TABLE {_LINES} AS {scan(plain)}")
    formulas = [formula for plan in plans for formula in plan.formulas()]
    coded = [column for column in schema.columns.values() if column.cell is Cell.CODE and column.name in plain.places]
    codes = {column.name: Codes.of(column, cell_of(plain, column), formulas) for column in coded}
    for each in codes.values():
        connection.execute(each.creation(_LINES))
    return Kept(connection, plain, codes)
