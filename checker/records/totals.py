"""What rows come to together: each thing counted once, by its latest figure, and the sum compared, in fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.limits import RECORD_SUMMANDS
from checker.model.document import Problem
from checker.records.arithmetic import Cell, compared, evaluated, shown, stated_and_expected, values
from checker.records.kept import Kept
from checker.records.plan import (
    ASIDE,
    CONFLICT,
    INTERIM,
    KINDS,
    MET,
    NOT_MET,
    OVERLAP,
    UNKNOWN,
    Plan,
    Test,
    TotalPlan,
    judged,
    with_values,
)
from checker.records.schemas import RecordSchema
from checker.records.sql import condition
from checker.records.table import TableError


@dataclass(frozen=True, slots=True)
class Summand:
    """A row that is added up: the number it brings, None where that cannot be known, and whether that is interim."""

    row: int
    amount: Fraction | None
    interim: bool
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Total:
    """What the rows that the criterion at `place` governs come to, and what becomes of them.

    `counted` are the rows that make it up, the greatest first; `aside` the others, which report on the same things.
    """

    place: int
    outcome: int
    amount: Fraction
    stated: str
    expected: str
    counted: tuple[Summand, ...]
    aside: tuple[Summand, ...]

    @property
    def outcomes(self) -> dict[int, int]:
        """The outcome of each row, the greatest first."""
        base = self.place * KINDS
        # Where it is open which rows count, none is set aside.
        aside = self.outcome if self.outcome in (CONFLICT, OVERLAP) else ASIDE
        counted = {each.row: base + self.outcome for each in self.counted}
        return counted | {each.row: base + aside for each in self.aside}

    @property
    def steps(self) -> str:
        """The sum written out, the greatest rows first."""
        parts = [f"{shown(each.amount)} (row {each.row})" for each in self.counted[:_WRITTEN]]
        more = [f"{len(self.counted) - _WRITTEN} more"] if len(self.counted) > _WRITTEN else []
        expected = f", expected {self.expected}" if self.expected else ""
        return f"total = {' + '.join([*parts, *more])} = {self.stated}; stated {self.stated}{expected}"


_WRITTEN = 20
"""How many summands are written out."""


def totals(kept: Kept, schema: RecordSchema, plan: Plan) -> tuple[Total, ...]:
    """The totals of the rows judged by `plan`. Raises duckdb.Error as `tally` does, TableError for too many rows."""
    found = []
    for place, test in enumerate(plan.tests):
        if test.total is not None and (rows := _governed(kept, schema, plan, place, test.total)):
            found.append(_total(test, test.total, place, rows))
    return tuple(found)


def _governed(kept: Kept, schema: RecordSchema, plan: Plan, place: int, total: TotalPlan) -> list[Summand]:
    columns = [schema.columns[name] for name in plan.columns]
    typed, known = kept.typed(columns), kept.known(columns)
    interim = condition(total.interim, with_values(plan, typed, known)[1]) if total.interim else "false"
    asked = (
        f"SELECT _row, coalesce({interim}, false) FROM ({judged(plan, typed, known)}) "
        f"WHERE _outcome = {place * KINDS + UNKNOWN} ORDER BY _row LIMIT {RECORD_SUMMANDS + 1}"
    )
    found = dict(kept.connection.execute(asked).fetchall())
    if len(found) > RECORD_SUMMANDS:
        message = f"more than {RECORD_SUMMANDS:,} rows would have to be added up ({total.rule.title.en})"
        raise TableError(Problem("E-TOTAL-LIMIT", message, hint="report once for each project, not for each payment"))
    cells = kept.cells(columns, list(found))
    return [_summand(plan, total, row, is_interim, cells[row]) for row, is_interim in found.items()]


def _summand(plan: Plan, total: TotalPlan, row: int, interim: bool, cells: Mapping[str, Cell]) -> Summand:
    amount = evaluated(total.of, values(plan, cells))
    return Summand(row, amount if isinstance(amount, Fraction) else None, interim, cells)


def _total(test: Test, total: TotalPlan, place: int, rows: Sequence[Summand]) -> Total:
    latest, conflict = _latest(rows, total)
    counted = _distinct(latest, total)
    amount = _sum(counted)
    outcome = CONFLICT if conflict else _outcome(test, counted, latest)
    stated, expected = stated_and_expected(test.expect, {"total": amount}) if test.expect else (shown(amount), "")
    rows_counted = {each.row for each in counted}
    aside = tuple(each for each in rows if each.row not in rows_counted)
    return Total(place, outcome, amount, stated, expected, counted, aside)


def _outcome(test: Test, counted: Sequence[Summand], latest: Sequence[Summand]) -> int:
    """What the sum of the rows counted is to the expectation; `latest` has those too that may be counted twice."""
    if any(each.amount is None for each in latest):
        return UNKNOWN
    if test.expect is None:
        return NOT_MET
    tolerance = Fraction(test.criterion.tolerance)
    met, met_apart = (compared(test.expect, {"total": _sum(rows)}, tolerance) for rows in (counted, latest))
    if met != met_apart:
        return OVERLAP
    if met:
        return MET
    return INTERIM if any(each.interim for each in counted) else NOT_MET


def _latest(rows: Sequence[Summand], total: TotalPlan) -> tuple[list[Summand], bool]:
    """The latest row about each thing, the first of equals, and whether two such rows are at odds."""
    found, conflict = [], False
    for same in _groups(rows, total.rule.once):
        day = max(_day(each, total) for each in same)
        last = [each for each in same if _day(each, total) == day]
        conflict = conflict or len({each.amount for each in last}) > 1
        found.append(last[0])
    return found, conflict


def _distinct(rows: Sequence[Summand], total: TotalPlan) -> tuple[Summand, ...]:
    """The rows without those that are like an earlier one in all the columns `alike`, the greatest first."""
    alike = total.rule.alike
    whole = [each for each in rows if alike and all(_key(each.cells.get(name)) for name in alike)]
    again = {each.row for same in _groups(whole, alike) for each in same[1:]}
    found = [each for each in rows if each.row not in again]
    return tuple(sorted(found, key=lambda each: (-(each.amount or 0), each.row)))


def _groups(rows: Iterable[Summand], columns: Sequence[str]) -> list[list[Summand]]:
    """The rows with equal cells in `columns`, case and blanks aside, in the order of the first of each.

    A row in which all of them are blank is like no other.
    """
    found: dict[tuple[str, ...], list[Summand]] = {}
    for each in rows:
        key = tuple(_key(each.cells.get(name)) for name in columns)
        found.setdefault(key if any(key) else (str(each.row), *key), []).append(each)
    return list(found.values())


def _key(cell: Cell) -> str:
    return " ".join(str("" if cell is None else cell).split()).casefold()


def _day(each: Summand, total: TotalPlan) -> str:
    return _key(each.cells.get(total.rule.latest))


def _sum(rows: Iterable[Summand]) -> Fraction:
    return sum((each.amount for each in rows if each.amount is not None), Fraction(0))
