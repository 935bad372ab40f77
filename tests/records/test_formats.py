"""The same lines as CSV, Excel, JSON and Parquet, under the headers that people give them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from tests.records.conftest import HEADERS, Answered, Check, table
from tests.records.test_tariff_lines import LINE, wrong

NUMBERS = {
    "column1_pct",
    "column1_specific",
    "customs_value",
    "us_content_pct",
    "stated_additional",
    "stated_total",
}
ENGLISH = {
    "id": "Ref.",
    "entry_date": "Date of entry",
    "loaded_on": "Loading date",
    "origin": "Country of Origin",
    "hts": "HTS Code",
    "description": "Goods",
    "column1_pct": "Column 1 General Rate (%)",
    "column1_specific": "Specific duty (USD)",
    "customs_value": "Customs Value",
    "us_content_pct": "U.S. content %",
    "certified": "Importer certification",
    "programme": "Program",
    "heading_claimed": "Chapter 99 heading",
    "stated_additional": "Additional rate (%)",
    "stated_total": "Total duty rate (%)",
}
JAPANESE = {
    "id": "行番号",
    "entry_date": "輸入申告日",
    "loaded_on": "船積日",
    "origin": "原産国",
    "hts": "ＨＴＳコード",
    "description": "品名",
    "column1_pct": "一般税率（％）",
    "column1_specific": "従量税",
    "customs_value": "課税価格",
    "us_content_pct": "米国産割合（％）",
    "certified": "証明の有無",
    "programme": "適用制度",
    "heading_claimed": "第99類番号",
    "stated_additional": "追加税率（％）",
    "stated_total": "合計税率（％）",
}


def workbook(*rows: Sequence[object], formats: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet; `formats` are number formats by the address of a cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lines"
    for row in rows:
        sheet.append(list(row))
    for address, code in (formats or {}).items():
        sheet[address].number_format = code
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def typed(header: str, cell: str) -> object:
    """A cell as a spreadsheet holds it: a day, a number, a text."""
    if not cell:
        return None
    if header in ("entry_date", "loaded_on"):
        return date.fromisoformat(cell)
    return float(cell) if header in NUMBERS else cell


def as_csv(lines: Answered, headers: Sequence[str]) -> bytes:
    return table(*lines.rows, headers=headers).encode()


def as_xlsx(lines: Answered, headers: Sequence[str]) -> bytes:
    rows = [[typed(name, cell) for name, cell in zip(lines.headers, row, strict=True)] for row in lines.rows]
    return workbook(headers, *rows)


def as_json(lines: Answered, headers: Sequence[str]) -> bytes:
    records = [
        {
            header: float(cell) if name in NUMBERS and cell else cell or None
            for header, name, cell in zip(headers, lines.headers, row, strict=True)
        }
        for row in lines.rows
    ]
    return json.dumps(records, ensure_ascii=False).encode()


def as_ndjson(lines: Answered, headers: Sequence[str]) -> bytes:
    rows = (dict(zip(headers, row, strict=True)) for row in lines.rows)
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


WRITERS: Mapping[str, Callable[[Answered, Sequence[str]], bytes]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "json": as_json,
    "ndjson": as_ndjson,
}


def reordered(lines: Answered) -> Answered:
    """The same lines with their columns from last to first."""
    return Answered(lines.headers[::-1], tuple(row[::-1] for row in lines.rows), lines.answers)


@pytest.mark.parametrize("ending", WRITERS)
def test_the_worked_lines_in_every_format(check: Check, worked_lines: Answered, ending: str) -> None:
    found = check(f"lines.{ending}", WRITERS[ending](worked_lines, worked_lines.headers))
    assert wrong(found, worked_lines) == []
    assert (len(found.rows), found.document["state"]) == (42, "checked")


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("names", [ENGLISH, JAPANESE])
def test_the_worked_lines_renamed_and_reordered(
    check: Check, worked_lines: Answered, ending: str, names: Mapping[str, str]
) -> None:
    lines = reordered(worked_lines)
    found = check(f"lines.{ending}", WRITERS[ending](lines, [names[name] for name in lines.headers]))
    assert wrong(found, worked_lines) == []
    assert len(found.rows) == 42


def test_a_parquet_file(check: Check, worked_lines: Answered, tmp_path: object) -> None:
    import duckdb

    file = f"{tmp_path}/lines.parquet"
    source = f"{tmp_path}/source.csv"
    with open(source, "wb") as stream:  # noqa: PTH123
        stream.write(as_csv(worked_lines, worked_lines.headers))
    duckdb.execute(f"COPY (FROM read_csv('{source}')) TO '{file}' (FORMAT parquet)")
    with open(file, "rb") as stream:  # noqa: PTH123
        found = check("lines.parquet", stream.read())
    assert wrong(found, worked_lines) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_and_encoding(check: Check, encoding: str, delimiter: str) -> None:
    headers = ("輸入申告日", "原産国", "品名", "一般税率（％）", "合計税率（％）")
    rows = [
        ("2025-10-15", "日本", "ピアノ及び鍵盤楽器", "4.7", "15"),
        ("2025-10-15", "日本", "醤油、みりん", "3", "18"),
    ]
    found = check("lines.csv", table(*rows, headers=headers, delimiter=delimiter).encode(encoding))
    assert found.verdicts() == {2: "compliant", 3: "violation"}


def test_a_percent_cell_of_a_workbook_is_what_its_reader_sees(check: Check) -> None:
    rows = (HEADERS, (date(2025, 10, 15), "JP", "9201.10.00", 0.047, "9903.02.73", 0.15))
    found = check("lines.xlsx", workbook(*rows, formats={"D2": "0.0%", "F2": "0%"}))
    assert found.verdicts() == {2: "compliant"}
    assert found.finding()["evidence"][0]["quote"].endswith("4.7% | 9903.02.73 | 15%")
    assert found.finding()["evidence"][0]["where"] == "sheet Lines, row 2"


def test_a_formula_that_was_never_calculated_is_unknown_and_not_zero(check: Check) -> None:
    rows = (HEADERS, ("2025-10-15", "JP", "9201.10.00", 4.7, "9903.02.73", "=7.5*2"), LINE)
    found = check("lines.xlsx", workbook(*rows))
    assert found.verdicts() == {2: "not_checked", 3: "compliant"}
    (problem,) = [each for each in found.document["problems"] if each["code"] == "E-CELL"]
    assert "=7.5*2 (never calculated)" in problem["message"] or "7.5*2" in problem["message"]
    assert found.document["state"] == "partly_checked"
    assert found.status == 3


def test_hidden_rows_and_sheets_are_told(check: Check) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(HEADERS, LINE, LINE)))
    book["Lines"].row_dimensions[3].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    found = check("lines.xlsx", saved(book))
    assert found.verdicts() == {2: "compliant", 3: "compliant"}
    assert {"W-HIDDEN-ROWS", "W-HIDDEN-SHEET"} <= set(found.codes)


def test_headers_merged_over_two_rows(check: Check) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(
            workbook(
                ("Tariff lines of the third quarter",),
                ("Entry date", "Origin", "HTS", "Rates (%)", None, "Heading"),
                (None, None, None, "Column 1", "Total", None),
                ("2025-10-15", "JP", "9201.10.00", 4.7, 19.7, "9903.02.73"),
            )
        )
    )
    for cells in ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "A1:F1"):
        book["Lines"].merge_cells(cells)
    found = check("lines.xlsx", saved(book))
    assert found.verdicts() == {4: "violation"}


def test_several_sheets_are_judged_together_and_one_that_is_no_table_is_told(check: Check) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(HEADERS, LINE)))
    second = book.create_sheet("More")
    second.append(list(HEADERS))
    second.append([*LINE[:-1], "19.7"])
    book.create_sheet("Notes").append(["This workbook holds the lines of October."])
    found = check("lines.xlsx", saved(book))
    assert [(row["sheet"], row["verdict"]) for row in found.rows] == [("Lines", "compliant"), ("More", "violation")]
    assert found.finding()["evidence"][0]["where"] == "sheet More, row 2"
    assert "W-SHEET" in found.codes


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("lines.json", b'{"a": [1]}', "E-JSON"),
        ("lines.json", b"[" * 100_000, "E-JSON"),
        ("lines.json", b'[{"stated_total": NaN}]', "E-JSON"),
        ("lines.ndjson", b'{"origin": "JP"}\n[]\n', "E-JSON"),
        ("lines.xlsx", b"no workbook", "E-UNREADABLE"),
        ("lines.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "E-UNSUPPORTED"),
        ("lines.parquet", b"PAR1 no table", "E-UNREADABLE"),
        ("lines.csv", b"", "E-EMPTY"),
        ("lines.csv", b"entry_date,origin\n2025-10-15,J\x00P\n", "E-TYPE"),
        ("lines.csv", b"%PDF-1.7 and so on", "E-TYPE"),
    ],
)
def test_what_is_no_table_is_told_by_its_code(check: Check, name: str, content: bytes, code: str) -> None:
    found = check(name, content)
    assert found.codes == [code]
    assert found.document["problems"][0]["hint"]
    assert found.status == 4


def test_a_number_in_json_keeps_its_decimals(check: Check) -> None:
    found = check("lines.json", '[{"entry_date":"2025-10-15","origin":"JP","column1_pct":4.70,"stated_total":19.70}]')
    assert found.verdicts() == {2: "violation"}
    assert found.finding()["evidence"][0]["quote"] == "2025-10-15 | JP | 4.70 | 19.70"
    assert Decimal(found.rows[0]["stated"]) == Decimal("19.7")
