"""Steps of a cooperation, reported in a table: done, late, planned, withdrawn."""

from __future__ import annotations

import pytest

from checker.model.commitment import RulePack
from checker.selection import Selection
from tests.records.conftest import Check, table

SHIPS, TECHNOLOGY, MINERALS = "shipbuilding-moc", "tech-prosperity-moc", "critical-minerals-agreement"
COOPERATION = (SHIPS, TECHNOLOGY, MINERALS)
HEADERS = ("commitment", "milestone", "status", "due_on", "done_on")
SELECTED = tuple(option for each in COOPERATION for option in ("--select", each))


STEPS = (
    ("Working group set up", "held", "2026-04-26", "2026-03-19"),
    ("First meeting", "held", "2026-04-26", "2026-04-26"),
    ("Second meeting", "held", "2026-04-26", "2026-04-27"),
    ("Third meeting", "planned", "2026-12-01", ""),
    ("Annex", "withdrawn", "2026-04-26", "2026-05-01"),
    ("Text", "in force", "", ""),
)
SAID = (
    ("compliant", "done"),
    ("compliant", "done"),
    ("needs_review", "late"),
    ("needs_review", "announced_only"),
    ("needs_review", "withdrawn"),
    ("compliant", "done"),
)


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return Selection(("us-japan-2025",), COOPERATION).load()


def test_what_each_step_says_about_its_commitment_and_no_other(check_by_command: Check) -> None:
    rows = [(commitment, *step) for commitment in COOPERATION for step in STEPS]
    found = check_by_command("steps.csv", table(*rows, headers=HEADERS), *SELECTED)
    other = ("not_addressed", "other_commitment")
    for place, commitment in enumerate(COOPERATION):
        told = [(row["verdict"], row["reason"]) for row in found.rows if row["commitment"] == commitment]
        assert told == [*([other] * 6 * place), *SAID, *([other] * 6 * (2 - place))]
        assert found.finding(commitment)["verdict"] == "needs_review"
    assert found.status == 0


def test_steps_that_are_all_done_comply(check: Check) -> None:
    rows = (
        (SHIPS, "Memorandum", "signed", "", "2025-10-28"),
        (MINERALS, "Framework", "署名", "", "2025-10-28"),
        (TECHNOLOGY, "First meeting", "done", "2026-04-26", "令和8年3月19日"),
    )
    found = check("steps.csv", table(*rows, headers=HEADERS))
    assert [found.finding(each)["verdict"] for each in COOPERATION] == ["compliant"] * 3


def test_a_japanese_table_of_steps(check: Check) -> None:
    headers = ("約束ID", "節目名", "進捗", "期日", "完了日")
    rows = ((SHIPS, "作業部会の設置", "設置", "2026年4月26日", "2026年4月30日"), (SHIPS, "覚書", "署名済", "", ""))
    found = check("steps.csv", table(*rows, headers=headers).encode("cp932"))
    assert found.verdicts(SHIPS) == {2: "needs_review", 3: "compliant"}


def test_a_state_that_is_none_is_told_and_its_row_not_checked(check: Check) -> None:
    rows = ((SHIPS, "First meeting", "almost done", "", ""), (SHIPS, "Second meeting", "held", "", ""))
    found = check("steps.csv", table(*rows, headers=HEADERS))
    assert found.verdicts(SHIPS) == {2: "not_checked", 3: "compliant"}
    (problem,) = [each for each in found.document["problems"] if each["code"] == "E-CELL"]
    assert "planned or held or signed or in force or withdrawn is expected" in problem["message"]
    assert (problem["where"], found.status) == ("row 2, column status", 3)
