"""`checker records`: what a table is taken for, and empty tables that are correct by themselves."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from checker.cli.program import status_of
from checker.records.schemas import NAMES, record_schema
from checker.records.template import as_csv, as_xlsx
from tests.records.conftest import Check, table


def test_describe_says_what_each_column_is_taken_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    headers = ("輸入申告日", "Country of origin", "stated_total", "Colour", "us_contnet_pct")
    file = tmp_path / "lines.csv"
    file.write_text(table(("令和7年10月15日", "Japan", "15%", "red", "25"), headers=headers), "utf-8")
    assert status_of(["records", "describe", str(file)]) == 0
    told = capsys.readouterr().out
    assert "tariff-line records (tariff line), from row 2 on" in told
    assert (
        '"輸入申告日" is entry_date, date of entry (known as a name for it); "令和7年10月15日" is read as 2025-10-15'
        in told
    )
    assert '"Country of origin" is origin, country of origin (known as a name for it); "Japan" is read as JP' in told
    assert '"stated_total" is stated_total, total rate stated, in percent unless no value is above 1 (certain' in told
    assert '"Colour" is not used' in told
    assert '"us_contnet_pct" is not used; if it is meant for us_content_pct, head it so' in told


def test_describe_of_something_else_says_what_is_lacking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "other.csv"
    file.write_text("name,colour\nx,red\n", "utf-8")
    assert status_of(["records", "describe", str(file)]) == 3
    assert "the headers are those of no kind of records" in capsys.readouterr().out
    assert status_of(["records", "describe", str(tmp_path / "none.csv")]) == 2


@pytest.mark.parametrize("kind", NAMES)
def test_the_headers_of_a_template_are_those_that_are_understood(check: Check, kind: str) -> None:
    schema = record_schema(kind)
    example = ",".join(f'"{column.example}"' for column in schema.columns.values())
    found = check("filled.csv", as_csv(schema) + example.encode() + b"\n")
    assert found.document["state"] == "checked", found.document["problems"]
    assert not {"I-COLUMNS-UNUSED", "W-COLUMN"} & set(found.codes)


@pytest.mark.parametrize("kind", NAMES)
def test_a_template_workbook_checks_what_is_typed_and_explains_every_column(kind: str) -> None:
    schema = record_schema(kind)
    assert as_xlsx(schema)[:2] == b"PK"
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(schema)))
    sheet = book[kind]
    assert len(sheet.data_validations.dataValidation) >= 3
    assert all(cell.comment is not None for cell in sheet[1])
    assert [row[0].value for row in book["Columns"].iter_rows(min_row=2)] == list(schema.columns)


def test_a_template_is_written_where_it_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "empty.csv"
    assert status_of(["records", "template", "tariff-line", "--format", "csv", "--output", str(file)]) == 0
    assert file.read_text("utf-8-sig").startswith("id,entry_date,")
    assert status_of(["records", "template", "tariff-lin"]) == 2
    assert "there is no kind of records 'tariff-lin'; the kinds are tariff-line" in capsys.readouterr().err


def test_the_sample_table_breaks_the_rate_in_one_line(check: Check) -> None:
    sample = Path(__file__).resolve().parents[2] / "rules" / "us-japan-2025" / "samples" / "entries-october-2025.csv"
    found = check(sample.name, sample.read_bytes())
    assert list(found.verdicts().values()) == [
        "compliant",
        "violation",
        "compliant",
        "compliant",
        "needs_review",
        "not_addressed",
    ]
    worst = found.finding()["evidence"][0]["worked"]
    assert (worst["row"], worst["stated"], worst["expected"]) == (3, "19.7", "15")
