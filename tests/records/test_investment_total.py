"""The 550 billion dollars of investment: what counts toward them, once, by its latest figure; sums made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model.commitment import RulePack
from checker.selection import Selection
from tests.records.conftest import Check, Checked, table

WHOLE, COPPER, MURATA = "investment-550b", "inv-copper-smelter-2b", "inv-murata-15b"
HEADERS = (
    "commitment",
    "project",
    "partner",
    "scope",
    "stage",
    "amount (USD billion)",
    "final",
    "reported_on",
)


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return Selection(("us-japan-2025",), (WHOLE, COPPER)).load()


def project(
    name: str, amount: str, day: str = "2026-06-30", partner: str = "", stage: str = "contracted", of: str = WHOLE
) -> tuple[str, ...]:
    """A row about a project: `amount` in billions of dollars; with a partner also a scope."""
    return (of, name, partner, "plant" if partner else "", stage, amount, "yes", day)


def checked(check: Check, *rows: tuple[str, ...]) -> Checked:
    return check("projects.csv", table(*rows, headers=HEADERS))


def reasons(found: Checked, commitment: str = WHOLE) -> dict[int, str]:
    return {int(row["row"]): row["reason"] for row in found.rows if row["commitment"] == commitment}


def progress(found: Checked) -> list[Any]:
    return [(each["title"], each["amount"], each["verdict"]) for each in found.finding(WHOLE)["progress"]]


def test_a_report_of_all_kinds_of_rows_is_added_up_as_by_hand(check_by_command: Check) -> None:
    rows = (
        project("A", "40", stage="announced"),
        project("A", "20", "2026-03-31"),
        project("A", "25"),
        project("B", "5", partner="Mitsui", of=MURATA),
        project("C", "5", partner="mitsui "),
        project("D", "2.5", of=COPPER),
        project("A", "10", stage="disbursed"),
        project("E", "3", of="another-pledge"),
    )
    found = check_by_command("projects.csv", table(*rows, headers=HEADERS), "--select", WHOLE)
    # Announced 40; contracted A 25 (its latest), B 5 (C is the same under another name), D 2.5; disbursed 10.
    assert progress(found) == [
        ("announced", "40000000000", "needs_review"),
        ("contracted", "32500000000", "compliant"),
        ("disbursed", "10000000000", "compliant"),
    ]
    assert found.verdicts(WHOLE) == {
        2: "needs_review",
        3: "not_addressed",
        4: "compliant",
        5: "compliant",
        6: "not_addressed",
        7: "compliant",
        8: "compliant",
        9: "not_addressed",
    }
    told = reasons(found)
    assert (told[3], told[6], told[9]) == ("counted_once", "counted_once", "other_commitment")
    assert [part["where"] for part in found.finding(WHOLE)["progress"][1]["parts"]] == [
        "row 4, column amount",
        "row 5, column amount",
        "row 7, column amount",
    ]


@pytest.mark.parametrize(
    ("amount", "verdict", "reason"),
    [("250", "compliant", "contracted_toward_the_total"), ("250.000001", "needs_review", "above_amount")],
)
def test_more_than_the_whole_is_looked_at(check: Check, amount: str, verdict: str, reason: str) -> None:
    found = checked(check, project("A", "300"), project("B", amount))
    assert (found.verdicts(WHOLE), reasons(found)) == ({2: verdict, 3: verdict}, {2: reason, 3: reason})


@pytest.mark.parametrize(("amount", "verdict"), [("100", "compliant"), ("300", "needs_review")])
def test_what_may_be_one_project_under_two_names_is_asked_about_only_where_it_matters(
    check: Check, amount: str, verdict: str
) -> None:
    found = checked(check, project("A", amount, partner="SoftBank"), project("B", amount, partner="SoftBank"))
    # 100 or 200 are both within 550; 300 is and 600 is not.
    aside = "not_addressed" if verdict == "compliant" else "needs_review"
    assert found.verdicts(WHOLE) == {2: verdict, 3: aside}
    assert reasons(found)[3] == ("counted_once" if verdict == "compliant" else "possible_overlap")


def test_two_figures_of_one_day_for_one_project_are_not_chosen_from(check: Check) -> None:
    found = checked(check, project("A", "300"), project("A", "200"), project("B", "1"))
    assert reasons(found) == dict.fromkeys((2, 3, 4), "figures_at_odds")
    assert found.finding(WHOLE)["verdict"] == "needs_review"


@pytest.mark.parametrize(
    ("amount", "final", "verdict", "reason"),
    [
        ("0.4", "no", "needs_review", "interim_figure"),
        ("0.4", "yes", "violation", "contracted_amount_reached"),
        ("0.5", "no", "compliant", "contracted_amount_reached"),
    ],
)
def test_an_interim_figure_keeps_a_shortfall_open(
    check: Check, amount: str, final: str, verdict: str, reason: str
) -> None:
    first, second = project("A", "1.5", of=COPPER), project("B", amount, of=COPPER)
    rows = table(first, (*second[:6], final, second[7]), headers=HEADERS)
    found = check("projects.csv", rows)
    assert (found.finding(COPPER)["verdict"], found.finding(COPPER)["reason"]["code"]) == (verdict, reason)


def test_a_later_interim_figure_takes_the_place_of_an_earlier_final_one(check: Check) -> None:
    first, later = project("A", "2", "2026-03-31", of=COPPER), project("A", "1.9", of=COPPER)
    rows = table(first, (*later[:6], "no", later[7]), headers=HEADERS)
    found = check("projects.csv", rows)
    assert reasons(found, COPPER) == {2: "counted_once", 3: "interim_figure"}


@pytest.mark.parametrize(
    ("rate", "day", "verdict", "reason"),
    [
        ("150", "2026-03-31", "compliant", "contracted_toward_the_total"),
        ("149.9", "2026-03-31", "needs_review", "above_amount"),
        ("150", "", "needs_review", "exchange_rate"),
    ],
)
def test_yen_count_by_the_dated_rate_of_their_row(check: Check, rate: str, day: str, verdict: str, reason: str) -> None:
    # 82,500 billion yen at 150 are 550 billion dollars.
    headers = ("commitment", "project", "stage", "金額（億円）", "currency", "rate_per_usd", "rate_date")
    row = (WHOLE, "A", "contracted", "825,000", "JPY", rate, day)
    found = check("projects.csv", table(row, headers=headers))
    assert (found.verdicts(WHOLE), reasons(found)) == ({2: verdict}, {2: reason})
