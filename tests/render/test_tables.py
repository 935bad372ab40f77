"""What staff pass on: CSV, Markdown, XLSX and DOCX hold every finding, and nothing in them is run or calculated."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import docx
import openpyxl
import pytest

from checker.errors import CheckerError
from checker.model.report import Report
from checker.model.text import Span
from checker.render import RENDERERS, Options
from tests.render.factory import HOSTILE_DOC, NOTICE_DOC, VIOLATION, document, report

FORMATS = ("csv", "md", "xlsx", "docx", "print", "html", "json")


def rendered(name: str, of: Report, lang: str = "en") -> bytes:
    return RENDERERS[name](of, Options(lang=lang, command="checker check filings"))


def text(name: str, data: bytes) -> str:
    """What a reader of the format can read."""
    if name in ("xlsx", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(part).decode() for part in parts.namelist() if part.endswith(".xml"))
    return data.decode("utf-8-sig")


def rows(of: Report, lang: str = "en") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendered("csv", of, lang).decode("utf-8-sig"))))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("list_all", [False, True])
def test_every_listed_finding_stands_in_every_format(name: str, list_all: bool) -> None:
    of = report(list_all=list_all)
    shown = text(name, rendered(name, of))
    assert [found.id for found in of.listed if found.id not in shown] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_same_report_gives_the_same_bytes(name: str, lang: str) -> None:
    assert rendered(name, report(), lang) == rendered(name, report(), lang)


@pytest.mark.parametrize("name", ["xlsx", "docx"])
def test_office_files_name_no_moment_but_the_date_of_the_report(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(name, report()))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("2026-04-01T00:00:00Z") == core.count("</dcterms:")


def test_csv_has_the_words_the_place_and_the_reason() -> None:
    (row,) = [row for row in rows(report()) if row["Finding"] == VIOLATION.id]
    assert (row["Verdict"], row["Document"], row["Page"], row["Place"]) == (
        "Violation",
        "filings/notice-12.pdf",
        "1",
        "item 2",
    )
    assert row["Quoted words"] == "shall undergo a frontal crash test in Japan before they are offered for sale"
    assert row["Reason"] == "The notice makes a crash test in Japan a condition of sale."


def test_csv_speaks_japanese() -> None:
    assert {row["判定"] for row in rows(report(), "ja")} == {"違反", "要確認", "未検査", "適合"}


FORMULAS = ["=HYPERLINK(1)", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "＝1", " =1+1"]


def saying(words: str) -> Report:
    """A report with one violation that quotes `words`."""
    doc = document(NOTICE_DOC.path, words)
    evidence = replace(VIOLATION.evidence[0], quote=words, span=Span(0, len(words)))
    return report(documents=(doc,), findings=(replace(VIOLATION, evidence=(evidence,)),), decisions=(), notices=())


@pytest.mark.parametrize("words", FORMULAS)
def test_csv_has_no_formula(words: str) -> None:
    (row,) = rows(saying(words))
    assert row["Quoted words"] == f"'{words.strip()}"


@pytest.mark.parametrize("words", FORMULAS)
def test_a_workbook_has_no_formula(words: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", saying(words))))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    (quoted,) = [cell.value for row in book["Findings"].iter_rows(min_row=2) for cell in row if cell.column == 9]
    assert quoted == words


def test_a_workbook_has_numbers_frozen_heads_and_filters() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", report())))
    assert book.sheetnames == ["Summary", "Findings", "Quoted words", "The documents", "Waivers and decisions"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert all(sheet.auto_filter.ref for sheet in book)
    pages = {row[6].value for row in book["Findings"].iter_rows(min_row=2)}
    assert pages == {1, None}
    characters = [row[6].value for row in book["The documents"].iter_rows(min_row=2)]
    assert characters == [len(document.text) for document in report().documents]


def test_sheets_lead_to_each_other() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", report())))
    evidence = book["Quoted words"]
    for cell, sheet, column in ((evidence["A2"], "Findings", 15), (evidence["C2"], "The documents", 1)):
        assert cell.hyperlink is not None
        assert cell.hyperlink.location is not None
        name, _, place = cell.hyperlink.location.partition("!")
        assert name == f"'{sheet}'"
        assert book[sheet].cell(book[sheet][place].row, column).value == cell.value
    assert book["Findings"]["O2"].hyperlink is not None


ROWS = b"Lines,2,baseline-tariff,compliant,15,15,general\nLines,3,baseline-tariff,violation,19.70,15,general\n"


def test_a_workbook_has_every_row_of_record_files_with_numbers_for_figures() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", report(rows={NOTICE_DOC.path: ROWS}))))
    judged = [[cell.value for cell in row] for row in book["Records"].iter_rows(min_row=2)]
    assert judged == [
        [NOTICE_DOC.path, "Lines", 2, "baseline-tariff", "Compliant", 15, 15, "general"],
        [NOTICE_DOC.path, "Lines", 3, "baseline-tariff", "Violation", 19.7, 15, "general"],
    ]


def test_more_rows_than_a_workbook_bears_are_left_to_the_other_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.render.rows.MOST_RECORDS", 1)
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", report(rows={NOTICE_DOC.path: ROWS}))))
    assert [row[0].value for row in book["Records"].iter_rows(min_row=2)] == [
        NOTICE_DOC.path,
        "1 further rows stand only in the output: -o rows=FILE.csv",
    ]


def test_a_memo_shows_the_outcome_then_each_promise_with_the_words() -> None:
    memo = docx.Document(io.BytesIO(rendered("docx", report())))
    lines = [paragraph.text for paragraph in memo.paragraphs]
    assert lines[0] == "Commitment check"
    assert lines[1].startswith("2 violations (1 of them waived), 1 needs review")
    place = lines.index("✕ Violation: U.S.-certified vehicles accepted without further tests")
    assert lines[place + 1] == "The notice makes a crash test in Japan a condition of sale."
    assert lines[place + 2].startswith("The promise: “accept for sale in Japan")
    assert lines[place + 4] == "— filings/notice-12.pdf, p. 1, item 2"


def test_markdown_takes_nothing_a_document_says_for_markup() -> None:
    shown = rendered("md", report(list_all=True)).decode()
    assert "<script>" not in shown
    assert "\\<script\\>" in shown
    assert HOSTILE_DOC.path not in shown


def test_the_print_edition_has_every_finding_open_and_no_script() -> None:
    shown = rendered("print", report()).decode()
    assert "<script" not in shown
    assert "script-src" not in shown
    assert "<details>" not in shown.partition('id="findings"')[2].partition("</section>")[0]


def test_an_office_gives_the_page_its_name_and_colour() -> None:
    shown = RENDERERS["html"](report(), Options(title="Ministry <of> Trade", accent="#0a5c36")).decode()
    assert "<h1>Ministry &lt;of&gt; Trade</h1>" in shown
    assert ":root { --link: #0a5c36; }" in shown


def test_without_the_program_that_draws_it_a_pdf_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(CheckerError, match="a PDF is drawn by WeasyPrint, which is not at hand") as caught:
        rendered("pdf", report())
    assert "pip install 'commitment-checker[pdf]'" in caught.value.hint


def test_a_report_that_cannot_be_laid_out_as_pdf_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Page:
        def __init__(self, **_given: object) -> None:
            pass

        def write_pdf(self, **_given: object) -> bytes:
            raise AssertionError

    drawer = SimpleNamespace(HTML=Page, CSS=Page, default_url_fetcher=None)
    monkeypatch.setitem(sys.modules, "weasyprint", drawer)
    with pytest.raises(CheckerError, match=r"could not lay out this report as PDF \(AssertionError\)") as caught:
        rendered("pdf", report())
    assert "`print`" in caught.value.hint


def test_without_a_japanese_font_a_pdf_with_japanese_words_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("weasyprint", reason="needs the extra pdf")
    lister = tmp_path / "fc-list"
    lister.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(CheckerError, match="no font on this machine has Japanese letters") as caught:
        rendered("pdf", report())
    assert "fonts-noto-cjk" in caught.value.hint


def test_a_pdf_has_every_finding() -> None:
    pytest.importorskip("weasyprint", reason="needs the extra pdf")
    from pypdfium2 import PdfDocument

    with PdfDocument(rendered("pdf", report())) as printed:
        text = "".join(page.get_textpage().get_text_range() for page in printed)
    flat = "".join(text.split())
    assert [found.id for found in report().listed if found.id not in flat] == []
