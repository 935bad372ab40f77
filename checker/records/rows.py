"""Every judged row of a record file, one line of CSV each, beside the copy of the file."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from checker.records.arithmetic import RELATIONS
from checker.records.file import ROWS
from checker.records.kept import Kept
from checker.records.plan import ASIDE, BAD, KINDS, MET, NOT_MET, UNGOVERNED, UNKNOWN, Plan, judged, ruling
from checker.records.schemas import RecordSchema
from checker.records.sql import quoted
from checker.records.tally import Tally

_BATCH = 10_000
_OUTCOMES = (MET, NOT_MET, UNKNOWN)


def write(
    folder: Path,
    sheet: str,
    kept: Kept,
    schema: RecordSchema,
    plans: Mapping[str, Plan],
    tallies: Mapping[str, Tally],
) -> None:
    """Add the rows of one table to the file in `folder`: sheet, row, commitment, verdict, stated, expected, reason."""
    with (folder / ROWS).open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for commitment, plan in plans.items():
            columns = [schema.columns[name] for name in plan.columns]
            query = (
                f"SELECT {_fields(plan)} FROM ({judged(plan, kept.typed(columns), kept.known(columns))}) ORDER BY _row"
            )
            settled = _settled(plan, tallies[commitment])
            kept.connection.execute(query)
            while batch := kept.connection.fetchmany(_BATCH):
                writer.writerows((_safe(sheet), row, commitment, *settled.get(row, rest)) for row, *rest in batch)


def _settled(plan: Plan, tally: Tally) -> dict[int, list[str]]:
    """What stands for the rows that are added up: the verdict on the total, and the total as what is stated."""
    found = {}
    for total in tally.totals:
        for row, outcome in total.outcomes.items():
            verdict, code, _ = ruling(plan.tests[total.place], outcome)
            sides = ["", ""] if outcome % KINDS == ASIDE else [total.stated, total.expected]
            found[row] = [verdict.value, *sides, code]
    return found


def _fields(plan: Plan) -> str:
    """The row's number, its verdict, both sides of the comparison as text, and the reason's code."""
    verdicts = {BAD: "not_checked", UNGOVERNED: "not_addressed"}
    codes = {BAD: "misfit", UNGOVERNED: "not_governed"}
    relations: dict[int, str] = {}
    for place, test in enumerate(plan.tests):
        for found in _OUTCOMES:
            verdict, code, _ = ruling(test, found)
            verdicts[place * KINDS + found], codes[place * KINDS + found] = verdict.value, code
            relations[place * KINDS + found] = RELATIONS[test.expect.sign] if test.expect else ""
    expected = f"{_chosen(relations)} || {_number('_expected')}"
    return f"_row, {_chosen(verdicts)}, {_number('_stated')}, {expected}, {_chosen(codes)}"


def _chosen(texts: Mapping[int, str]) -> str:
    cases = " ".join(f"WHEN {outcome} THEN {quoted(text)}" for outcome, text in texts.items())
    return f"(CASE _outcome {cases} END)"


def _number(name: str) -> str:
    """A number with at most four decimals and no idle zeros."""
    text = f"CAST(CAST({name} AS DECIMAL(38, 4)) AS VARCHAR)"
    return f"rtrim(rtrim({text}, '0'), '.')"


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
