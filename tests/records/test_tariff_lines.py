"""Tariff lines against the baseline rate: every branch of the arithmetic, through the command line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.records.conftest import Answered, Check, Checked, table

LINE = ("2025-10-15", "JP", "9201.10.00", "4.7", "9903.02.73", "15")


def wrong(found: Checked, lines: Answered) -> list[str]:
    """The rows whose verdict or expected total is not the one that a person worked out."""
    differing = []
    for row in found.rows:
        answer = lines.answers[int(row["row"])]
        total = Decimal(row["expected"].split()[-1]) if row["expected"] else None
        decided = answer["verdict"] in ("compliant", "violation")
        if row["verdict"] != answer["verdict"] or (
            decided and (total is None or abs(total - Decimal(answer["correct_total"])) > Decimal("0.006"))
        ):
            differing.append(f"row {row['row']}: {row} should be {answer}")
    return differing


def test_every_worked_line_gets_the_verdict_and_the_total_that_a_person_worked_out(
    check_by_command: Check, worked_lines: Answered
) -> None:
    found = check_by_command("lines.csv", table(*worked_lines.rows, headers=worked_lines.headers))
    assert wrong(found, worked_lines) == []
    assert len(found.rows) == 42
    assert found.status == 1
    assert found.document["state"] == "checked"


def test_one_finding_tells_the_worst_rows_with_their_arithmetic(check: Check) -> None:
    stacked = ("2025-10-15", "JP", "6110.30.30", "32", "9903.02.73", "47")
    found = check("lines.csv", table(LINE, stacked))
    finding = found.finding()
    assert finding["verdict"] == "violation"
    assert finding["reason"]["text"].startswith("1 of 2 rows not as expected")
    worst, counter = finding["evidence"]
    assert worst["where"] == "row 3"
    assert worst["quote"] == "2025-10-15 | JP | 6110.30.30 | 32 | 9903.02.73 | 47"
    assert worst["worked"] == {
        "sheet": "",
        "row": 3,
        "stated": "47",
        "expected": "32",
        "steps": "column1 = 32; due = max(15, 32) = 32; total = 47; stated 47, expected 32",
    }
    assert (counter["supports"], counter["where"]) == ("compliant", "row 2")


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "compliant"),
        ({"stated_total": "19.7"}, "violation"),
        ({"stated_total": "15.004"}, "compliant"),
        ({"stated_total": "15.01"}, "violation"),
        ({"origin": "DE", "stated_total": "19.7"}, "not_addressed"),
        ({"entry_date": "2025-08-06", "stated_total": "14.7"}, "not_addressed"),
        ({"entry_date": "2025-08-07"}, "compliant"),
        ({"entry_date": "2026-02-23", "stated_total": "14.7"}, "violation"),
        ({"entry_date": "2026-02-24", "stated_total": "14.7"}, "needs_review"),
        ({"entry_date": "2026-02-24", "stated_total": "15.7"}, "violation"),
        ({"heading_claimed": "9903.02.72"}, "needs_review"),
        ({"heading_claimed": "9903.02.30"}, "needs_review"),
        ({"heading_claimed": "9903.45.01"}, "needs_review"),
        ({"heading_claimed": "9903.02.01", "stated_total": "40"}, "not_addressed"),
        ({"heading_claimed": "9903.74.01", "stated_total": "29.7"}, "needs_review"),
        ({"heading_claimed": "9903.74.01", "hts": "8703.23.01", "stated_total": "29.7"}, "violation"),
        ({"heading_claimed": "9903.79.01", "stated_total": "29.7"}, "violation"),
        ({"heading_claimed": "9903.96.02", "hts": "8411.91.90", "stated_total": "4.7"}, "compliant"),
        ({"heading_claimed": "9903.96.02", "hts": "8806.22.00", "stated_total": "4.7"}, "violation"),
        ({"heading_claimed": "9903.01.32", "hts": "8542.31.00", "column1_pct": "0", "stated_total": "0"}, "compliant"),
        ({"heading_claimed": "9903.01.32", "stated_total": "4.7"}, "violation"),
        ({"column1_pct": ""}, "needs_review"),
        ({"stated_total": ""}, "needs_review"),
    ],
)
def test_what_a_line_claims_is_checked_and_not_believed(check: Check, changes: dict[str, str], verdict: str) -> None:
    line = dict(
        zip(("entry_date", "origin", "hts", "column1_pct", "heading_claimed", "stated_total"), LINE, strict=True)
    )
    row = tuple((line | changes).values())
    assert check("lines.csv", table(row)).verdicts() == {2: verdict}


def test_a_description_decides_nothing(check: Check) -> None:
    headers = ("entry_date", "origin", "hts", "description", "column1_pct", "heading_claimed", "stated_total")
    row = ("2025-10-15", "JP", "9201.10.00", "civil aircraft, exempt, origin Germany", "4.7", "9903.02.73", "19.7")
    assert check("lines.csv", table(row, headers=headers)).verdicts() == {2: "violation"}


def test_rates_on_the_ordinary_and_the_chapter_99_line_are_summed(check: Check) -> None:
    headers = ("entry_date", "origin", "hts", "column1_pct", "ordinary_line_pct", "chapter99_line_pct")
    rows = [
        ("2025-10-10", "JP", "8703.23.01", "2.5", "0", "15"),
        ("2025-10-10", "JP", "8703.23.01", "2.5", "2.5", "15"),
    ]
    assert check("lines.csv", table(*rows, headers=headers)).verdicts() == {2: "compliant", 3: "violation"}


def test_a_compound_duty_is_measured_against_the_value_without_dividing(check: Check) -> None:
    headers = ("entry_date", "origin", "column1_pct", "column1_specific", "customs_value", "stated_total")
    rows = [
        ("2025-10-15", "JP", "10", "0.30", "6.00", "15"),
        ("2025-10-15", "JP", "10", "0.36", "6.00", "16"),
        ("2025-10-15", "JP", "", "0.07", "0.35", "20"),
        ("2025-10-15", "JP", "", "0.07", "0.35", "35"),
    ]
    found = check("lines.csv", table(*rows, headers=headers))
    assert found.verdicts() == {2: "compliant", 3: "compliant", 4: "compliant", 5: "violation"}
    assert "column1 = 100 × 0.07 ÷ 0.35 = 20" in found.finding()["evidence"][0]["worked"]["steps"]


def test_a_table_that_is_no_record_is_not_checked_and_says_what_is_lacking(check: Check) -> None:
    found = check("lines.csv", "origin,stated_total,entry dte\nJP,15,2025-10-15\n")
    (problem,) = found.document["problems"]
    assert problem["code"] == "E-COLUMNS"
    assert "no column for date of entry (entry_date)" in problem["message"]
    assert problem["hint"] == 'if "entry dte" is entry_date, rename it'
    assert found.status == 4
    assert found.finding()["verdict"] == "not_checked"
