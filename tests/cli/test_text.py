"""`checker text`: a document as the checker reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import TOY_PACK, Program
from tests.ingest.docxs import docx, paragraph
from tests.ingest.pdfs import column, pdf
from tests.ingest.test_books import odt, rtf


def test_the_text_is_printed_as_all_places_count_it(program: Program, toy: Program, filings: Path) -> None:
    (filings / "order.txt").write_text("門の告示\n\nThe guard shall close the north gate at noon.\n", "utf-8")
    text = program("text", filings / "order.txt")
    assert text.status == 0
    (finding,) = toy(filings / "order.txt", "--format", "json").json["findings"]
    (evidence,) = finding["evidence"]
    assert text.stdout[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert "close the north gate" in evidence["quote"]


def test_a_document_without_text_says_why_and_ends_with_4(program: Program, filings: Path) -> None:
    (filings / "blank.txt").touch()
    outcome = program("text", filings / "blank.txt")
    assert (outcome.status, outcome.stdout) == (4, "")
    assert "(E-EMPTY)" in outcome.stderr


@pytest.mark.parametrize("command", [("text",), ("explain", "open-gate", "--rules", TOY_PACK)])
def test_one_document_is_looked_at(program: Program, filings: Path, command: tuple[str, ...]) -> None:
    several = program(*command, filings)
    assert several.status == 2
    assert "stands for 3 documents; name one" in several.stderr
    none = program(*command, filings / "nowhere.txt")
    assert none.status == 4
    assert "nowhere.txt: there is no such file or folder (E-MISSING)" in none.stderr


def test_control_characters_of_a_document_do_not_reach_the_terminal(program: Program, tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_bytes(b"The guard \x1b]0;owned\x07 shall \x9b31m close the gate.\n")
    outcome = program("text", tmp_path / "order.txt")
    assert not any(ord(character) < 32 and character != "\n" for character in outcome.stdout + outcome.stderr)


def test_the_places_of_a_document_are_told_as_json(program: Program, tmp_path: Path) -> None:
    page = "<title>Notice</title><h1>Gate</h1>\n<table><tr><td>north<td>noon</table>"
    (tmp_path / "order.html").write_text(f"<html>{page}</html>", "utf-8")
    outcome = program("text", tmp_path / "order.html", "--format", "json")
    (told,) = json.loads(outcome.stdout)
    assert (told["media_type"], told["state"], told["pages"]) == ("text/html", "checked", [])
    where = {told["text"][place["start"] :][:5]: place["where"] for place in told["places"]}
    assert where["# Gat"] == "line 1, /html/body/h1"
    assert where["| nor"] == "line 2, /html/body/table, row 1, cell 1"


def test_the_evidence_of_a_format_without_pages_names_the_part(toy: Program, filings: Path) -> None:
    (filings / "order.html").write_text("<html>\n<p>The guard shall close the north gate at noon.</p></html>", "utf-8")
    (finding,) = toy(filings / "order.html", "--format", "json").json["findings"]
    assert "(line 2, /html/body/p)" in finding["evidence"][0]["where"]


def test_each_page_says_where_its_words_come_from_and_whether_in_order(program: Program, tmp_path: Path) -> None:
    column = [(300.0, 700.0 - 12 * at, f"Line {at} of the right column") for at in range(4)]
    left = [(72.0, 700.0 - 12 * at, f"Line {at} of the left column") for at in range(4)]
    (tmp_path / "order.pdf").write_bytes(pdf([*left, *column], [*column, *left]))
    outcome = program("text", tmp_path / "order.pdf", "--format", "json")
    (told,) = json.loads(outcome.stdout)
    assert [(page["source"], page["order"]) for page in told["pages"]] == [("text", "high"), ("text", "low")]
    assert sum(page["characters"] for page in told["pages"]) == told["characters"]


WORDS = "The guard shall open the <north> gate at noon."
MARKUP = "The guard shall open the &lt;north&gt; gate at noon."


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.docx", docx(paragraph(MARKUP)), "paragraph 1"),
        ("a.odt", odt(f"<text:p>{MARKUP}</text:p>"), "paragraph 1"),
        ("a.html", f"<html><body><div><p>x<p>{MARKUP}</div></body></html>".encode(), "line 1, /html/body/div/p[2]"),
        ("a.txt", f"x\n\n{WORDS}\n".encode(), "line 3"),
        ("a.pdf", pdf(column(72, 700, [WORDS])), "page 1"),
        ("a.rtf", rtf(f"{WORDS}\\par"), "paragraph 1"),
    ],
)
def test_a_page_shows_the_words_of_every_format_beside_their_place(
    program: Program, tmp_path: Path, name: str, data: bytes, place: str
) -> None:
    (tmp_path / name).write_bytes(data)
    outcome = program("text", tmp_path / name, "--format", "html")
    assert outcome.status == 0
    page = etree.fromstring(outcome.stdout.encode(), etree.HTMLParser(encoding="utf-8"))
    rows = [["".join(map(str, cell.itertext())) for cell in row] for row in page.iter("tr")][1:]
    (row,) = [row for row in rows if row[2] == WORDS]
    assert row[0] == place
    told = json.loads(program("text", tmp_path / name, "--format", "json").stdout)[0]["text"]
    assert told[int(row[1]) :].startswith(WORDS)
    assert "<north>" not in outcome.stdout


def test_a_page_shows_what_could_not_be_read_in_either_language(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    english = program("text", tmp_path / "empty.pdf", "--format", "html")
    assert english.status == 4
    assert "the file is empty (0 bytes)" in english.stdout
    assert "(E-EMPTY)" in english.stdout
    japanese = program("text", tmp_path / "empty.pdf", "--format", "html", "--lang", "ja").stdout
    assert '<html lang="ja">' in japanese
    assert "未検査" in japanese
