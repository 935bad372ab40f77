"""What a rule makes of the rows of a table: how many rows got each outcome, and the rows to show for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.records.arithmetic import Cell
from checker.records.kept import Kept
from checker.records.plan import BAD, KINDS, Plan, judged
from checker.records.schemas import Column, RecordSchema
from checker.records.totals import Total, totals

SHOWN = 5
"""How many rows are shown for each outcome: those farthest from what was expected, of rows that are alike the first."""

_JUDGED = "judged"
"""The rows that are alike to a rule, with their outcome: they are judged once, however many there are."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A row to show: its number, its outcome, its cells in their types, and the total that it is a part of."""

    row: int
    outcome: int
    cells: Mapping[str, Cell]
    total: Total | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of one table under one rule: how many got each outcome, and which are shown."""

    counts: Mapping[int, int]
    cited: tuple[Cited, ...]
    totals: tuple[Total, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether every cell that was read is in plain form."""
        return not self.counts.get(BAD)


def tally(kept: Kept, schema: RecordSchema, plan: Plan) -> Tally:
    """The rows judged by `plan`. Raises duckdb.Error where a number goes beyond what the database can hold."""
    columns = [schema.columns[name] for name in plan.columns]
    connection = kept.connection
    distance = "round(coalesce(abs(_stated - _expected), 0), 6)"
    found = judged(plan, kept.alike(plan, schema), kept.known(columns))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {_JUDGED} AS SELECT _outcome, {distance} AS _far, _count, _row FROM ({found})"
    )
    query = f"SELECT _outcome, sum(_count)::BIGINT FROM {_JUDGED} GROUP BY _outcome ORDER BY _outcome"
    counts = dict(connection.execute(query).fetchall())
    if any(plan.tests[outcome // KINDS].total for outcome in counts if outcome >= 0):
        return _with_totals(kept, schema, plan, counts)
    return Tally(counts, tuple(_cited(kept, columns, counts)))


def _with_totals(kept: Kept, schema: RecordSchema, plan: Plan, counts: Mapping[int, int]) -> Tally:
    """The tally where rows are added up: their outcome is that of the total they belong to."""
    columns = [schema.columns[name] for name in plan.columns]
    found = totals(kept, schema, plan)
    added = Counter(outcome for each in found for outcome in each.outcomes.values())
    apart = [outcome for outcome in counts if outcome < 0 or not plan.tests[outcome // KINDS].total]
    return Tally(
        {**{outcome: counts[outcome] for outcome in apart}, **added},
        (*_cited(kept, columns, apart), *(cited for each in found for cited in _summands(each))),
        found,
    )


def _summands(total: Total) -> Iterator[Cited]:
    for rows in (total.counted, total.aside):
        yield from (Cited(each.row, total.outcomes[each.row], each.cells, total) for each in rows[:SHOWN])


def _cited(kept: Kept, columns: Sequence[Column], outcomes: Iterable[int]) -> Iterator[Cited]:
    """The rows to show for each outcome, with their cells."""
    rows: dict[int, int] = {}
    for outcome in outcomes:
        farthest = f"SELECT _row FROM {_JUDGED} WHERE _outcome = {outcome} ORDER BY _far DESC, _row LIMIT {SHOWN}"
        rows.update({row: outcome for (row,) in kept.connection.execute(farthest).fetchall()})
    cells = kept.cells(columns, list(rows))
    for row, outcome in rows.items():
        yield Cited(row, outcome, cells[row])
