"""Amounts of several rows against a pledge: added up exactly, each thing once, stages apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.cli.program import status_of
from checker.model.commitment import RulePack
from checker.selection import Selection
from tests.records.conftest import Check, table

COPPER, MURATA, WHOLE, JERA, ALASKA, COAL = (
    "inv-copper-smelter-2b",
    "inv-murata-15b",
    "investment-550b",
    "jera-us-total-6b",
    "alaska-lng-offtake-10pct",
    "coal-tohoku-100m",
)
RULES = Path(__file__).resolve().parents[2] / "rules" / "us-japan-2025"
HEADERS = ("commitment", "project", "partner", "scope", "stage", "amount", "final", "reported_on")


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return Selection(("us-japan-2025",), (COPPER, MURATA, WHOLE, JERA, ALASKA, COAL)).load()


def copper(project: str, amount: str, final: str = "yes", day: str = "", partner: str = "") -> tuple[str, ...]:
    return (COPPER, project, partner, "smelter" if partner else "", "contracted", amount, final, day)


def test_two_projects_reach_the_amount_together(check: Check) -> None:
    found = check("projects.csv", table(copper("A", "1500000000"), copper("B", "500000000"), headers=HEADERS))
    assert found.verdicts(COPPER) == {2: "compliant", 3: "compliant"}
    (evidence, _) = found.finding(COPPER)["evidence"]
    assert evidence["worked"]["steps"] == (
        "total = 1500000000 (row 2) + 500000000 (row 3) = 2000000000; stated 2000000000, expected at least 2000000000"
    )


def test_of_several_reports_on_a_project_the_latest_counts(check: Check) -> None:
    rows = (copper("A", "2500000000", day="2026-01-31"), copper("A", "1500000000", day="2026-06-30"))
    found = check("projects.csv", table(*rows, headers=HEADERS))
    assert found.verdicts(COPPER) == {2: "not_addressed", 3: "violation"}
    assert [row["reason"] for row in found.rows if row["commitment"] == COPPER] == [
        "counted_once",
        "contracted_amount_reached",
    ]


def test_two_figures_of_one_day_are_not_chosen_from(check: Check) -> None:
    rows = (copper("A", "2500000000", day="2026-01-31"), copper("a ", "1500000000", day="2026-01-31"))
    found = check("projects.csv", table(*rows, headers=HEADERS))
    assert found.verdicts(COPPER) == {2: "needs_review", 3: "needs_review"}
    assert found.finding(COPPER)["reason"]["code"] == "figures_at_odds"


def test_one_project_under_two_names_is_counted_once_and_looked_at_where_it_matters(check: Check) -> None:
    twice = (copper("A", "1000000000", partner="Mitsubishi"), copper("B", "1000000000", partner="Mitsubishi"))
    found = check("projects.csv", table(*twice, headers=HEADERS))
    assert found.verdicts(COPPER) == {2: "needs_review", 3: "needs_review"}
    assert found.finding(COPPER)["reason"]["code"] == "possible_overlap"
    more = check("projects.csv", table(*twice, copper("C", "1000000000"), headers=HEADERS))
    assert more.verdicts(COPPER) == {2: "compliant", 3: "not_addressed", 4: "compliant"}


def test_a_total_with_an_interim_figure_below_the_amount_is_looked_at(check: Check) -> None:
    rows = (copper("A", "1500000000"), copper("B", "100000000", final="no"))
    found = check("projects.csv", table(*rows, headers=HEADERS))
    assert found.finding(COPPER)["reason"]["code"] == "interim_figure"


def test_rows_that_name_no_contract_are_contracts_of_their_own(check: Check) -> None:
    rows = [(ALASKA, "LNG", "1.5", "yes"), (ALASKA, "LNG", "0.6", "yes")]
    found = check("offtake.csv", table(*rows, headers=("commitment", "product", "volume_mtpa", "final")))
    assert found.finding(ALASKA)["verdict"] == "compliant"
    assert found.finding(ALASKA)["progress"][0]["amount"] == "2.1"


def test_a_row_without_amount_leaves_the_total_open(check: Check) -> None:
    rows = [(COAL, "K-1", "coal", "90000000", "yes"), (COAL, "K-2", "coal", "", "yes")]
    found = check("coal.csv", table(*rows, headers=("commitment", "contract", "product", "amount", "final")))
    assert found.verdicts(COAL) == {2: "needs_review", 3: "needs_review"}
    assert found.finding(COAL)["reason"]["code"] == "value_missing"


def test_stages_are_kept_apart_and_told_as_progress(check: Check) -> None:
    rows = (
        (MURATA, "A", "", "", "announced", "9000000000", "", ""),
        (MURATA, "A", "", "", "contracted", "8000000000", "", ""),
        (MURATA, "B", "", "", "contracted", "8000000000", "", ""),
        (MURATA, "A", "", "", "disbursed", "1000000000", "", ""),
    )
    found = check("projects.csv", table(*rows, headers=HEADERS))
    assert found.verdicts(MURATA) == {2: "needs_review", 3: "needs_review", 4: "needs_review", 5: "compliant"}
    told = [(p["title"], p["amount"], p["sign"], p["bound"], p["verdict"]) for p in found.finding(MURATA)["progress"]]
    assert told == [
        ("announced", "9000000000", "", "", "needs_review"),
        ("contracted", "16000000000", "<=", "15000000000", "needs_review"),
        ("disbursed", "1000000000", "<=", "15000000000", "compliant"),
    ]
    (_, contracted, _) = found.finding(MURATA)["progress"]
    assert contracted["parts"][0] == {
        "name": "A",
        "amount": "8000000000",
        "where": "row 3, column amount",
        "interim": False,
    }


def test_a_project_of_two_lines_is_one_of_the_550_billion(check: Check) -> None:
    rows = (
        (MURATA, "A", "", "", "contracted", "8000000000", "", ""),
        (WHOLE, "A", "", "", "contracted", "8000000000", "", ""),
        (COPPER, "C", "", "", "contracted", "2000000000", "yes", ""),
    )
    found = check("projects.csv", table(*rows, headers=HEADERS))
    (progress,) = found.finding(WHOLE)["progress"]
    assert (progress["amount"], progress["bound"], progress["verdict"]) == ("10000000000", "550000000000", "compliant")


def test_yen_and_dollars_are_added_in_fractions(check: Check) -> None:
    headers = (*HEADERS, "currency", "rate_per_usd", "rate_date")
    thirds = [
        (COPPER, name, "", "", "contracted", "100000000000", "yes", "", "JPY", "150", "2026-03-31") for name in "ABC"
    ]
    found = check("projects.csv", table(*thirds, headers=headers))
    assert found.finding(COPPER)["verdict"] == "compliant"
    assert found.finding(COPPER)["progress"][0]["amount"] == "2000000000"


@pytest.mark.parametrize(("amount", "verdict"), [("6000000000", "violation"), ("6000000001", "compliant")])
def test_more_than_six_billion_is_strict(check: Check, amount: str, verdict: str) -> None:
    row = (JERA, "A", "", "", "contracted", amount, "yes", "")
    assert check("projects.csv", table(row, headers=HEADERS)).finding(JERA)["verdict"] == verdict


@pytest.mark.parametrize(("volume", "verdict"), [("0.5", "violation"), ("0.51", "compliant")])
def test_volumes_are_measured_against_a_share_of_the_capacity(check: Check, volume: str, verdict: str) -> None:
    headers = ("commitment", "contract", "product", "volume (Mtpa)", "final")
    rows = [(ALASKA, "K-1", "LNG", "1.5", "yes"), (ALASKA, "K-2", "LNG", volume, "yes")]
    assert check("offtake.csv", table(*rows, headers=headers)).finding(ALASKA)["verdict"] == verdict


def test_explain_writes_the_arithmetic_of_a_record_file_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "projects.csv"
    file.write_text(table(copper("A", "1500000000"), copper("B", "400000000"), headers=HEADERS), "utf-8")
    assert status_of(["explain", COPPER, str(file)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{COPPER}: violation\n  2 of 2 rows not as expected")
    assert "total = 1500000000 (row 2) + 400000000 (row 3) = 1900000000" in told
    assert "Total contracted: 1900000000 USD, expected >= 2000000000: violation (contracted-amount-reached)" in told


def test_the_page_draws_each_total_against_its_bound_and_names_the_cells(tmp_path: Path) -> None:
    file, page = tmp_path / "projects.csv", tmp_path / "report.html"
    file.write_text(
        table(copper("Smelter A", "1500000000"), copper("Smelter B", "600000000"), headers=HEADERS), "utf-8"
    )
    command = ["check", str(file), "--select", COPPER, "--no-cache", "--jobs", "1", "-q", "--format", "html"]
    assert status_of([*command, "--output", str(page)]) == 0
    section = page.read_text("utf-8").split('<section id="progress"')[1].split("</section>")[0]
    assert "contracted: 2,100,000,000 USD. Expected: at least 2,000,000,000 USD." in section
    assert '<rect class="bound"' in section
    assert '<th scope="row">Smelter A</th><td>1,500,000,000</td><td>row 2, column amount</td>' in section


@pytest.mark.parametrize(
    ("sound", "bad", "column", "message"),
    [
        ("once: [project]", "once: [projet]", 18, 'investment-project records have no column "projet"'),
        ("of: usd", "of: usdd", 15, '"usdd" is neither a column'),
        ("of: usd", "of: usd + read_text('/etc/passwd')", 21, 'there is no function "read_text" in formulas'),
        ("interim: final != 'yes'", "interim: finale != 'yes'", 20, '"finale" is neither a column'),
        ("expect: total >= 2000000000", "expect: usd >= 2000000000", 17, '"usd" is neither a column'),
        ("expect: total >= 2000000000", "expect: total >= stage", 26, '"stage" is neither a column'),
    ],
)
def test_a_bad_word_in_a_total_is_an_error_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sound: str, bad: str, column: int, message: str
) -> None:
    pack = small_pack(tmp_path)
    file = pack / f"{COPPER}.records.yaml"
    text = file.read_text("utf-8").replace(sound, bad, 1)
    file.write_text(text, "utf-8")
    line = next(number for number, each in enumerate(text.splitlines(), 1) if each.strip().startswith(bad))
    assert status_of(["rules", "lint", "--rules", str(pack)]) == 2
    told = capsys.readouterr().err
    assert f"{COPPER}.records.yaml:{line}:{column}" in told
    assert message in told
    assert "1 error in the rules" in told


def small_pack(folder: Path) -> Path:
    """The shipped pack with one of its commitments only."""
    pack = folder / "pack"
    shutil.copytree(RULES, pack, ignore=shutil.ignore_patterns("samples"))
    for file in pack.glob("*.yaml"):
        if not file.name.startswith((COPPER, "instrument")):
            file.unlink()
    return pack


def test_more_rows_than_can_be_added_up_are_refused_with_what_to_do(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.records.totals.RECORD_SUMMANDS", 3)
    rows = [copper(name, "1000000000") for name in "ABC"]
    assert check("projects.csv", table(*rows, headers=HEADERS)).finding(COPPER)["verdict"] == "compliant"
    found = check("projects.csv", table(*rows, copper("D", "1"), headers=HEADERS))
    (problem,) = found.document["problems"]
    assert problem["code"] == "E-TOTAL-LIMIT"
    assert problem["message"] == "more than 3 rows would have to be added up (contracted)"
    assert problem["hint"] == "report once for each project, not for each payment"
    assert (found.status, found.document["state"], found.rows) == (4, "not_checked", [])


@pytest.mark.parametrize(
    "amount", ["1000000000000000000", "999999999999999999.9999999", "9" * 30, "1e30", "-" + "9" * 400]
)
def test_an_amount_with_more_digits_than_can_be_held_is_told_and_its_row_not_checked(check: Check, amount: str) -> None:
    found = check("projects.csv", table(copper("A", amount), copper("B", "2000000000"), headers=HEADERS))
    assert found.verdicts(COPPER) == {2: "not_checked", 3: "compliant"}
    (problem,) = [each for each in found.document["problems"] if each["code"] == "E-CELL"]
    assert (problem["where"], found.status) == ("row 2, column amount", 3)
    assert found.finding(COPPER)["verdict"] == "needs_review"


def test_the_longest_amount_that_can_be_held_is_added_up_exactly(check: Check) -> None:
    rows = (copper("A", "999999999999999999.999999"), copper("B", "0.000001"))
    found = check("projects.csv", table(*rows, headers=HEADERS))
    assert found.finding(COPPER)["progress"][0]["amount"] == "1000000000000000000"


def test_arithmetic_beyond_what_can_be_reckoned_exactly_is_refused_with_what_to_look_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, file = small_pack(tmp_path), tmp_path / "projects.csv"
    rule = pack / f"{COPPER}.records.yaml"
    # The cube of 10^17 has more than the 38 digits that are reckoned with.
    rule.write_text(
        rule.read_text("utf-8").replace("where: stage ==", "where: usd * usd * usd > 1 and stage =="), "utf-8"
    )
    file.write_text(table(copper("A", "100000000000000000"), headers=HEADERS), "utf-8")
    assert status_of(["check", str(file), "--rules", str(pack), "--no-cache", "--jobs", "1", "-q"]) == 4
    told = " ".join(capsys.readouterr().out.split())
    assert "too many decimals, to be reckoned with exactly (E-RANGE)" in told
    assert "look for a figure with too many digits, as where a decimal point was left out" in told
