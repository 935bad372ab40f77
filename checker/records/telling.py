"""What a table lacks, what in it was not read and what was left out, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.document import Problem
from checker.records.headers import Layout
from checker.records.normal import SHOWN
from checker.records.reading import Read
from checker.records.schemas import NAMES
from checker.records.table import Table

_LONGEST = 60
_ANSWER = (
    "`checker records template` writes an empty table with the right headers; `checker records describe` shows what "
    "was understood"
)


def no_records(layouts: Sequence[tuple[Table, Layout]], code: str = "E-COLUMNS") -> Problem:
    """A table, or the nearest of several, that has not the columns of any kind of records."""
    table, layout = max(layouts, key=lambda each: len(each[1].places), default=(None, None))
    where = f"sheet {table.sheet}" if table is not None and table.sheet else ""
    kinds = ", ".join(NAMES)
    if layout is None or not layout.places:
        return Problem(code, f"the headers are those of no kind of records that is known ({kinds})", where, _ANSWER)
    lacking = [f"{layout.schema.columns[name].title.en} ({name})" for name in layout.missing]
    near = [(name, layout.near(name)) for name in layout.missing]
    guesses = "; ".join(f'if "{header}" is {name}, rename it' for name, header in near if header)
    return Problem(
        code,
        f"the table looks like {layout.schema.name} records and has no column for {' and '.join(lacking)}",
        where,
        guesses or _ANSWER,
    )


def misfits(read: Read) -> Iterator[Problem]:
    """The cells that do not fit their columns, the first ones one by one."""
    for misfit in read.misfits:
        column = f", column {misfit.header}" if misfit.header else ""
        yield Problem(
            "E-CELL",
            f"{_shown(misfit.value)} where {misfit.expected} is expected; the row was not checked",
            f"{_sheet(read)}row {misfit.row}{column}",
            "correct the cell; the other rows were checked",
        )
    if read.misfit_rows > len({misfit.row for misfit in read.misfits}):
        yield Problem(
            "E-CELL",
            f"{read.misfit_rows:,} rows in all were not checked, because a cell does not fit its column; "
            f"the first {SHOWN} cells are listed",
            _sheet(read).rstrip(", "),
            "-o rows=FILE.csv lists all of them",
        )


def left_out(read: Read) -> Iterator[Problem]:
    """The rows that are no records."""
    for why in sorted({why for _, why in read.left_out}):
        rows = [row for row, reason in read.left_out if reason == why]
        shown = ", ".join(map(str, rows[:SHOWN])) + (", …" if len(rows) > SHOWN else "")
        noun = "rows" if len(rows) > 1 else "row"
        yield Problem("I-ROWS-LEFT-OUT", f"taken for {why}, not for a record", f"{_sheet(read)}{noun} {shown}")


def unused(read: Read) -> Iterator[Problem]:
    """The columns that mean nothing to the checker, first those that may be meant for one it knows."""
    columns = read.layout.schema.columns
    for name in columns:
        if name not in read.layout.places and (header := read.layout.near(name)):
            message = f"the column {_shown(header)} was not used; is it {columns[name].title.en} ({name})?"
            yield Problem("W-COLUMN", message, _sheet(read).rstrip(", "), f"if so, head it {name}")
    headers = [header.text for header in read.layout.unused]
    if headers:
        shown = ", ".join(_shown(header) for header in headers[:SHOWN]) + (", …" if len(headers) > SHOWN else "")
        message = f"columns that are no part of {read.layout.schema.name} records were not used: {shown}"
        yield Problem("I-COLUMNS-UNUSED", message, _sheet(read).rstrip(", "))


def _sheet(read: Read) -> str:
    return f"sheet {read.sheet}, " if read.sheet else ""


def _shown(value: str) -> str:
    if not value.strip():
        return "a blank cell"
    line = " ".join(value.split())
    return f'"{line[:_LONGEST]}…"' if len(line) > _LONGEST else f'"{line}"'
