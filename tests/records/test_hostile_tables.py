"""Tables made to deceive or to break the reader give the documented error and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checker import rulebook
from checker.errors import RulePackError
from tests.records.conftest import HEADERS, Check, table
from tests.records.test_formats import saved, workbook
from tests.records.test_tariff_lines import LINE

RULES = Path(__file__).resolve().parents[2] / "rules" / "us-japan-2025"


def test_formulas_in_cells_are_texts_in_every_output(check_by_command: Check) -> None:
    headers = ("id", *HEADERS)
    found = check_by_command(
        "=cmd.csv", table(('=HYPERLINK("http://x")', *LINE), ("@SUM(1)", *LINE[:5], "-15"), headers=headers)
    )
    assert {row["document"] for row in found.rows} == {"'=cmd.csv"}
    assert [row["stated"] for row in found.rows] == ["15", "-15"]


def test_sql_in_a_header_or_cell_is_a_text(check: Check) -> None:
    header = "x'); DROP TABLE t; SELECT * FROM read_csv('/etc/passwd'); --"
    rows = [(*LINE, header), (LINE[0], "JP' OR '1'='1", *LINE[2:], "")]
    found = check("lines.csv", table(*rows, headers=(*HEADERS, header)))
    assert found.verdicts() == {2: "compliant", 3: "not_checked"}
    assert "root:" not in str(found.report)


def test_sixteen_thousand_columns_are_read_and_more_are_refused(check: Check) -> None:
    wide = [f"c{number}" for number in range(16_384 - len(HEADERS))]
    assert check("lines.csv", table((*LINE, *("1",) * len(wide)), headers=(*HEADERS, *wide))).verdicts() == {
        2: "compliant"
    }
    wider = [*wide, "one more"]
    assert check("lines.csv", table((*LINE, *("1",) * len(wider)), headers=(*HEADERS, *wider))).codes == [
        "E-COLUMN-LIMIT"
    ]


@pytest.mark.parametrize("text", ["x" * (2 << 20), '"' + "x" * (2 << 20)])
def test_a_cell_without_end_is_refused_at_its_row(check: Check, text: str) -> None:
    found = check("lines.csv", table(LINE) + f"2025-10-15,JP,{text}\n")
    assert found.codes == ["E-CELL-LIMIT"]
    assert found.document["problems"][0]["where"] == "row 3"


def test_a_workbook_that_unpacks_without_end_is_refused(check: Check) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 50_000_000)
    assert check("lines.xlsx", out.getvalue()).codes == ["E-ZIP-LIMIT"]


def test_a_cell_in_the_last_corner_is_read_as_the_one_it_is(check: Check) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(HEADERS, LINE)))
    book["Lines"]["XFD1048576"] = "far"
    found = check("lines.xlsx", saved(book))
    assert found.verdicts()[2] == "compliant"


def test_a_workbook_that_declares_entities_is_refused(check: Check) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(HEADERS, LINE))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + data
            target.writestr(name, data)
    found = check("lines.xlsx", out.getvalue())
    assert found.codes == ["E-DTD"]


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("(select count(*) from read_csv('/etc/passwd')) > 0", "this formula cannot be read"),
        ("read_text('/etc/passwd') == 'x'", 'there is no function "read_text" in formulas'),
        ("__import__('os').system('id') == 0", "this cannot stand in a formula"),
        ("stated_total = due", "this formula cannot be read"),
        ("stated_totl == due", '"stated_totl" is neither a column'),
        ("stated_total == due and origin == 'JP'", "an expectation is one comparison"),
        ("stated_total == 'x'", "a number cannot be compared with a text"),
        ("origin > 3", "a text cannot be compared with a number"),
        ("stated_total", "a condition is expected here, not a number"),
        ("[x for x in (1,)] == 1", "this cannot stand in a formula"),
    ],
)
def test_a_rule_whose_formula_reaches_for_more_is_an_error_at_its_place(
    tmp_path: Path, formula: str, message: str
) -> None:
    pack = toy_pack(tmp_path, formula)
    with pytest.raises(RulePackError) as caught:
        rulebook.load([str(pack)])
    (error,) = caught.value.errors
    assert message in error.message
    assert error.where.startswith(f"{pack.as_posix()}/open-gate.records.yaml:7:")


def toy_pack(folder: Path, expect: str) -> Path:
    """The toy pack of the tests with a records file whose expectation is this formula."""
    import shutil

    pack = folder / "pack"
    shutil.copytree(Path(__file__).resolve().parents[1] / "toy_pack", pack)
    rule = pack / "open-gate.yaml"
    rule.write_text(rule.read_text("utf-8").replace("applies_to: [prose]", "applies_to: [prose, records]"), "utf-8")
    quoted = expect.replace('"', '\\"')
    (pack / "open-gate.records.yaml").write_text(
        "format: 1\nrecords:\n  - of: tariff-line\n    values: {due: 'max(15, column1_pct)'}\n    criteria:\n"
        f'      - {{id: a, where: "origin == \'JP\'", why: {{en: A., ja: あ。}},\n         expect: "{quoted}"}}\n',
        "utf-8",
    )
    return pack
