"""Cells as people write them: percentages, days, numbers, codes, and what cannot be read in one way only."""

from __future__ import annotations

import pytest

from tests.records.conftest import HEADERS, Check, table
from tests.records.test_tariff_lines import LINE

RATES = ("entry_date", "origin", "column1_pct", "stated_total")


def rate(check: Check, cell: str, headers: tuple[str, ...] = RATES) -> str:
    """What a stated total is read as, beside one that leaves no doubt about the unit."""
    found = check("lines.csv", table(("2025-10-15", "JP", "4", cell), ("2025-10-15", "JP", "4", "15"), headers=headers))
    return found.rows[0]["stated"] if found.rows else found.codes[0]


@pytest.mark.parametrize(
    "cell",
    ["15", "15.0", "15%", "15 %", "15 percent", "15 Percent", "15 per cent", "15 pct", "15パーセント", "１５％",
     "１５．０", "15%¹", "15% *", "15 (1)", "15%(注1)", "15%[a]", "+15", "1.5e1"],
)  # fmt: skip
def test_fifteen_percent_however_it_is_written(check: Check, cell: str) -> None:
    assert rate(check, cell) == "15"


@pytest.mark.parametrize("header", ["stated_total (fraction)", "total rate (ratio)", "合計税率（小数）"])
def test_a_fraction_is_one_where_the_header_says_so(check: Check, header: str) -> None:
    row = ("2025-10-15", "JP", "4", "0.15")
    found = check("lines.csv", table(row, headers=(*RATES[:3], header)))
    assert [row["stated"] for row in found.rows] == ["15"]


@pytest.mark.parametrize("header", ["stated_total", "Total rate"])
def test_a_column_that_may_hold_fractions_is_asked_about(check: Check, header: str) -> None:
    found = check("lines.csv", table(("2025-10-15", "JP", "0", "0.15"), headers=(*RATES[:3], header)))
    (problem,) = [each for each in found.document["problems"] if each["code"] == "E-UNIT"]
    assert "is 0.15 meant as 0.15 percent, or as the fraction that is 15 percent?" in problem["message"]
    assert f'"{header} (%)" or "{header} (fraction)"' in problem["hint"]
    assert (found.document["state"], found.rows) == ("not_checked", [])


def test_a_small_percentage_is_one_where_the_header_says_so(check: Check) -> None:
    found = check("lines.csv", table(("2025-10-15", "JP", "0", "0.15"), headers=(*RATES[:3], "Total rate (%)")))
    assert [row["stated"] for row in found.rows] == ["0.15"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1,234.5", "1234.5"), ("(12)", "-12"), ("△12", "-12"), ("−12", "-12"), ("Free", "0"), ("無税", "0")],
)
def test_numbers_with_separators_and_signs(check: Check, cell: str, value: str) -> None:
    assert rate(check, cell) == value


def test_a_decimal_comma(check: Check) -> None:
    rows = [("2025-10-15", "JP", "4,7", "15"), ("2025-10-15", "JP", "4,7", "19,7")]
    found = check("lines.csv", table(*rows, headers=RATES, delimiter=";"))
    assert [row["stated"] for row in found.rows] == ["15", "19.7"]
    assert found.verdicts() == {2: "compliant", 3: "violation"}


@pytest.mark.parametrize(
    "cell",
    [
        "2025-10-15",
        "2025/10/15",
        "15 October 2025",
        "October 15, 2025",
        "令和7年10月15日",
        "２０２５年１０月１５日",
        "20251015",
    ],
)
def test_a_day_however_it_is_written(check: Check, cell: str) -> None:
    assert check("lines.csv", table((cell, *LINE[1:]))).verdicts() == {2: "compliant"}


@pytest.mark.parametrize(
    ("place", "cell", "expected"),
    [
        (0, "10/11/2025", "one way only"),
        (0, "2025-02-30", "a day of the calendar"),
        (0, "", "date of entry, such as 2025-10-15"),
        (1, "Atlantis", "an ISO country code, as JP"),
        (2, "9201", "a tariff number of 8 or 10 digits, as 8703.23.01"),
        (3, "about 5", "a percentage, as 15, 15% or 4.7"),
        (5, "15 or 20", "a percentage"),
    ],
)
def test_a_cell_that_does_not_fit_is_told_and_the_rest_is_judged(
    check: Check, place: int, cell: str, expected: str
) -> None:
    bad = tuple(cell if at == place else text for at, text in enumerate(LINE))
    found = check("lines.csv", table(LINE, bad))
    assert found.verdicts() == {2: "compliant", 3: "not_checked"}
    (problem,) = [each for each in found.document["problems"] if each["code"] == "E-CELL"]
    assert expected in problem["message"]
    assert problem["where"] == f"row 3, column {HEADERS[place]}"
    assert (found.status, found.finding()["verdict"]) == (3, "needs_review")


@pytest.mark.parametrize("word", ["Japan", "JPN", "日本", "jp"])
def test_a_country_by_its_other_names(check: Check, word: str) -> None:
    assert check("lines.csv", table((LINE[0], word, *LINE[2:]))).verdicts() == {2: "compliant"}


@pytest.mark.parametrize(
    "code", ["9903.02.73", "99030273", "9903.02.73 ", "9903.01.34 + 9903.02.73", "9903.01.34; 9903.02.73"]
)
def test_a_heading_with_and_without_points(check: Check, code: str) -> None:
    assert check("lines.csv", table((*LINE[:4], code, LINE[5]))).verdicts() == {2: "compliant"}


def test_totals_notes_blank_rows_and_repeated_headers_are_no_records(check: Check) -> None:
    rows = [
        LINE,
        ("",) * 6,
        HEADERS,
        LINE,
        ("Total", "", "", "", "", "30"),
        ("Source: customs, October 2025", *("",) * 5),
    ]
    found = check("lines.csv", table(*rows))
    assert found.verdicts() == {2: "compliant", 5: "compliant"}
    told = [each for each in found.document["problems"] if each["code"] == "I-ROWS-LEFT-OUT"]
    assert [each["where"] for each in told] == ["row 7", "row 6", "row 4"]
    assert found.document["state"] == "checked"


def test_two_columns_of_one_meaning_are_asked_about(check: Check) -> None:
    found = check("lines.csv", table((*LINE, "20"), headers=(*HEADERS, "Total rate")))
    (problem,) = found.document["problems"]
    assert (
        problem["message"] == 'two columns stand for total rate stated (stated_total): "stated_total" and "Total rate"'
    )
    assert problem["code"] == "E-COLUMNS"


def test_a_row_that_is_too_wide_or_too_short(check: Check) -> None:
    found = check("lines.csv", table(LINE, (*LINE, "surplus"), LINE[:4]))
    assert found.verdicts() == {2: "compliant", 3: "not_checked", 4: "needs_review"}


def test_a_misspelt_optional_column_is_told(check: Check) -> None:
    found = check("lines.csv", table((*LINE, "25"), headers=(*HEADERS, "us_contnet_pct")))
    (problem,) = [each for each in found.document["problems"] if each["code"] == "W-COLUMN"]
    assert problem["hint"] == "if so, head it us_content_pct"


def test_a_quotient_of_very_long_numbers_is_written_out_to_its_fourth_decimal(check: Check) -> None:
    headers = ("entry_date", "origin", "hts", "column1_pct", "column1_specific", "customs_value", "stated_total")
    row = ("2025-10-15", "JP", "9201.10.00", "", "999999999999999999.123456", "0.000007", "15")
    found = check("lines.csv", table(row, headers=headers))
    # 100 * 999999999999999999.123456 / 0.000007 = 99999999999999999912345600 / 7
    assert found.finding()["evidence"][0]["worked"]["expected"] == "14285714285714285701763657.1429"
    assert found.verdicts() == {2: "violation"}


def test_one_header_twice_is_asked_about_and_an_unused_one_is_not(check: Check) -> None:
    found = check("lines.csv", table((*LINE, "20"), headers=(*HEADERS, "stated_total")))
    assert found.codes == ["E-COLUMNS"]
    assert check("lines.csv", table((*LINE, "a", "b"), headers=(*HEADERS, "Colour", "Colour"))).verdicts() == {
        2: "compliant"
    }


def test_headers_over_two_rows_of_a_csv_file(check: Check) -> None:
    below = ("", "", "", "Column 1", "Heading", "Total")
    rows = (below, ("2025-10-15", "JP", "9201.10.00", "4.7", "9903.02.73", "19.7"))
    found = check("lines.csv", table(*rows, headers=("Entry date", "Origin", "HTS", "Rates (%)", "", "")))
    assert found.verdicts() == {3: "violation"}


@pytest.mark.parametrize("word", ["Total", "Grand total:", "Subtotal", "合計", "小計", "総計"])
def test_a_row_of_totals_in_either_language_is_no_record(check: Check, word: str) -> None:
    found = check("lines.csv", table(LINE, (word, "", "", "", "", "30")))
    assert (found.verdicts(), found.document["state"]) == ({2: "compliant"}, "checked")
    assert "I-ROWS-LEFT-OUT" in found.codes
