"""One table through its rules: told apart, put in plain form where it is not, judged, its cited rows fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.document import Problem
from checker.records import rows, units
from checker.records.database import Plain, opened
from checker.records.headers import Layout, understood
from checker.records.kept import Kept, keep
from checker.records.normal import Misfit, rewritten
from checker.records.plan import Plan
from checker.records.table import Table, TableError, head
from checker.records.tally import Tally, tally

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Read:
    """A table that was read: its tallies by commitment, the cells of the rows they cite, what did not fit."""

    table: Table
    layout: Layout
    tallies: Mapping[str, Tally]
    cells: Mapping[int, tuple[str, ...]]
    misfits: tuple[Misfit, ...] = ()
    misfit_rows: int = 0
    left_out: tuple[tuple[int, str], ...] = ()

    @property
    def sheet(self) -> str:
        """The name of the table's sheet; "" where it has none."""
        return self.table.sheet


def layout_of(table: Table) -> Layout:
    """What the columns of a table are taken for. Raises TableError."""
    return understood(head(table))


def read(table: Table, layout: Layout, plans: Mapping[str, Plan], folder: Path, want_rows: bool) -> Read:
    """The table judged by the plans, which are for its kind of records. Raises TableError.

    Files of its own stand in `folder`, among them the verdict on every row if `want_rows`.
    """
    _refuse_twice(layout)
    _refuse_unsaid_yen(layout)
    job = _Job(table, layout, plans, folder, want_rows)
    return _read_directly(job) or _read_rewritten(job)


def _refuse_unsaid_yen(layout: Layout) -> None:
    """An amount headed in yen needs the column that says so of each row, or it would be taken for dollars."""
    for name in layout.places:
        if name == "amount" and "currency" not in layout.places and units.in_yen(layout.header(name)):
            raise TableError(
                Problem(
                    "E-UNIT",
                    "the header says that the amounts are in yen, and no column gives currency and exchange rate",
                    f"column {layout.header(name).text}",
                    "add the columns currency (JPY), rate_per_usd and rate_date",
                )
            )


@dataclass(frozen=True, slots=True)
class _Job:
    table: Table
    layout: Layout
    plans: Mapping[str, Plan]
    folder: Path
    want_rows: bool

    def keep(self, connection: DuckDBPyConnection, plain: Plain) -> Kept:
        """The rows in the database."""
        return keep(connection, plain, self.layout.schema, self.plans.values())

    def tallies(self, kept: Kept) -> dict[str, Tally]:
        """The tally of each plan."""
        return {name: tally(kept, self.layout.schema, plan) for name, plan in self.plans.items()}

    def write_rows(self, kept: Kept, tallies: Mapping[str, Tally]) -> None:
        """Write the verdict on every row where it is wanted."""
        if self.want_rows:
            rows.write(self.folder, self.table.sheet, kept, self.layout.schema, self.plans, tallies)


def _refuse_twice(layout: Layout) -> None:
    for name, first, second in layout.twice:
        column = layout.schema.columns[name]
        raise TableError(
            Problem(
                "E-COLUMNS",
                f'two columns stand for {column.title.en} ({name}): "{first}" and "{second}"',
                hint="delete or rename one of them",
            )
        )


def _read_directly(job: _Job) -> Read | None:
    """The table as the database reads it; None where something in it is not in plain form."""
    import duckdb

    table, layout = job.table, job.layout
    direct = table.direct
    if direct is None or direct.columns != len(layout.heading.headers) or _has_fractions(layout):
        return None
    plain = Plain(direct, layout.places, layout.heading.first)
    try:
        with opened(direct.file, job.folder) as connection:
            kept = job.keep(connection, plain)
            if _unclear(layout, kept):
                return None
            tallies = job.tallies(kept)
            if not all(each.fits for each in tallies.values()):
                return None
            job.write_rows(kept, tallies)
            return Read(table, layout, tallies, kept.texts(_cited_rows(tallies.values())))
    except duckdb.Error:
        # Lines of unequal length, stray quotation marks: the slower way says what is wrong, and where.
        return None


def _has_fractions(layout: Layout) -> bool:
    """Whether a header says that its numbers are fractions, millions and the like."""
    return any(
        units.factor(layout.schema.columns[name], layout.header(name)) not in (None, 1) for name in layout.places
    )


def _unclear(layout: Layout, kept: Kept) -> bool:
    """Whether a column could hold fractions, so that someone has to look at all of it."""
    return any(
        column.scaled and units.factor(column, layout.header(name)) is None and units.unclear(kept.greatest(column))
        for name, column in layout.schema.columns.items()
        if name in layout.places
    )


def _read_rewritten(job: _Job) -> Read:
    table, layout = job.table, job.layout
    wanted = {name for plan in job.plans.values() for name in plan.columns}
    columns = [column for name, column in layout.schema.columns.items() if name in wanted]
    normal = rewritten(table, layout, columns, job.folder / "plain.csv")
    tallies = _judged(job, normal.plain)
    cells = _cells(table, set(_cited_rows(tallies.values())))
    return Read(table, layout, tallies, cells, normal.misfits, normal.misfit_rows, normal.left_out)


def _judged(job: _Job, plain: Plain) -> dict[str, Tally]:
    import duckdb

    try:
        with opened(plain.direct.file, job.folder) as connection:
            kept = job.keep(connection, plain)
            tallies = job.tallies(kept)
            job.write_rows(kept, tallies)
            return tallies
    except (duckdb.OutOfRangeException, duckdb.ConversionException):
        message = "the numbers of this table are too large, or have too many decimals, to be reckoned with exactly"
        raise TableError(
            Problem(
                "E-RANGE", message, hint="look for a figure with too many digits, as where a decimal point was left out"
            )
        ) from None


def _cited_rows(tallies: Iterable[Tally]) -> list[int]:
    return sorted({cited.row for each in tallies for cited in each.cited})


def _cells(table: Table, wanted: set[int]) -> dict[int, tuple[str, ...]]:
    """The cells of some rows as they stand in the file."""
    last = max(wanted, default=0)
    found = {}
    for number, cells in table.rows():
        if number > last:
            break
        if number in wanted:
            found[number] = cells
    return found
