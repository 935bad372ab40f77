"""Investments and purchases against what was pledged: "up to", an amount, "more than"."""

from __future__ import annotations

import pytest

from checker.model.commitment import RulePack
from checker.selection import Selection
from tests.records.conftest import Check, table

PROJECT = ("commitment", "project", "stage", "amount", "final")
MURATA, COPPER, COAL, ALASKA = (
    "inv-murata-15b",
    "inv-copper-smelter-2b",
    "coal-tohoku-100m",
    "alaska-lng-offtake-10pct",
)


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return Selection(("us-japan-2025",), (MURATA, COPPER, COAL, ALASKA)).load()


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ((MURATA, "P-1", "contracted", "15000000000", ""), "compliant"),
        ((MURATA, "P-1", "disbursed", "200,000,000", ""), "compliant"),
        ((MURATA, "P-1", "contracted", "15000000001", ""), "needs_review"),
        ((MURATA, "P-1", "announced", "5000000000", ""), "needs_review"),
        ((COPPER, "P-2", "contracted", "2000000000", "yes"), "compliant"),
        ((COPPER, "P-2", "contracted", "1999999999", "yes"), "violation"),
        ((COPPER, "P-2", "contracted", "1999999999", "no"), "needs_review"),
        ((COPPER, "P-2", "署名済", "2000000000", "確定"), "compliant"),
    ],
)
def test_a_project_against_its_line(check: Check, row: tuple[str, ...], verdict: str) -> None:
    found = check("projects.csv", table(row, headers=PROJECT))
    others = {MURATA: COPPER, COPPER: MURATA}
    assert found.verdicts(row[0]) == {2: verdict}
    assert found.verdicts(others[row[0]]) == {2: "not_addressed"}


@pytest.mark.parametrize(
    ("commitment", "header", "cell", "final", "verdict"),
    [
        (ALASKA, "share_pct", "10", "yes", "violation"),
        (ALASKA, "share_pct", "10.1", "yes", "compliant"),
        (ALASKA, "share_pct", "9", "no", "needs_review"),
        (COAL, "amount", "100000000", "yes", "violation"),
        (COAL, "amount (USD million)", "100.1", "yes", "compliant"),
        (COAL, "金額（百万ドル）", "120", "yes", "compliant"),
    ],
)
def test_more_than_is_strict(check: Check, commitment: str, header: str, cell: str, final: str, verdict: str) -> None:
    headers = ("commitment", "product", header, "final")
    found = check("purchases.csv", table((commitment, "LNG", cell, final), headers=headers))
    assert found.verdicts(commitment) == {2: verdict}


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        (("", ""), "needs_review"),
        (("150", ""), "needs_review"),
        (("150", "2026-03-31"), "compliant"),
        (("220", "2026-03-31"), "violation"),
    ],
)
def test_yen_need_a_dated_rate_in_the_row(check: Check, rate: tuple[str, str], verdict: str) -> None:
    headers = (*PROJECT, "currency", "rate_per_usd", "rate_date")
    row = (COPPER, "P-2", "contracted", "400000000000", "yes", "JPY", *rate)
    assert check("projects.csv", table(row, headers=headers)).verdicts(COPPER) == {2: verdict}


def test_amounts_headed_in_yen_without_a_rate_are_asked_about(check: Check) -> None:
    headers = ("commitment", "project", "stage", "金額（億円）")
    found = check("projects.csv", table((COPPER, "P-2", "contracted", "3000"), headers=headers))
    assert found.codes == ["E-UNIT"]
    assert "the amounts are in yen" in found.document["problems"][0]["message"]
