"""The type of a file comes from its content; what cannot be read says so, and what to do."""

from __future__ import annotations

import pytest

from checker import limits
from checker.ingest import READERS
from checker.ingest.kinds import ACCEPTED
from checker.model.document import Document, Problem, State
from tests.ingest.docxs import docx, packed, paragraph
from tests.ingest.pdfs import column, pdf, reading

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORDS = column(72, 700, ["Japan committed up to $332 billion."])


def read_as(data: bytes, path: str) -> Document:
    return reading(data, path).document


def only_problem(data: bytes, path: str) -> Problem:
    document = read_as(data, path)
    assert document.state is State.NOT_CHECKED
    assert document.text == ""
    (problem,) = document.problems
    assert problem.hint
    return problem


def test_every_kind_has_a_reader() -> None:
    assert sorted(READERS) == [
        "docx",
        "epub",
        "html",
        "mail",
        "markdown",
        "mhtml",
        "odt",
        "pdf",
        "plain",
        "rtf",
        "xml",
        "zip",
    ]


@pytest.mark.parametrize(
    ("data", "path", "media_type"),
    [
        (pdf(WORDS), "order.pdf", "application/pdf"),
        (b"The rate is 15 percent.", "order.txt", "text/plain"),
        (b"The rate is 15 percent.", "README", "text/plain"),
        (b"# The rate", "order.md", "text/markdown"),
        (docx(paragraph("The rate is 15 percent.")), "order.docx", DOCX),
        (b"<!doctype html><p>The rate", "order.html", "text/html"),
        (b"<html><p>The rate", "order", "text/html"),
        (b"<p>The rate is <b>15</b>", "order.htm", "text/html"),
    ],
)
def test_the_types_that_can_be_read(data: bytes, path: str, media_type: str) -> None:
    document = read_as(data, path)
    assert (document.media_type, document.state, document.problems) == (media_type, State.CHECKED, ())


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (pdf(WORDS), "order.txt", "the name ends in .txt but the content is PDF; it was read as PDF"),
        (pdf(WORDS), "order.docx", "the name ends in .docx but the content is PDF; it was read as PDF"),
        (
            b"The rate is 15 percent.",
            "a.pdf",
            "the name ends in .pdf but the content is plain text; it was read as plain text",
        ),
        (
            docx(paragraph("The rate is 15 percent.")),
            "a.pdf",
            "the name ends in .pdf but the content is a Word document; it was read as a Word document",
        ),
        (
            b"<html><p>The rate is 15 percent.",
            "a.doc",
            "the name ends in .doc but the content is an HTML page; it was read as an HTML page",
        ),
    ],
)
def test_a_wrong_name_is_a_reservation_and_the_content_is_read(data: bytes, path: str, message: str) -> None:
    document = read_as(data, path)
    assert document.state is State.CHECKED
    assert document.text
    assert [(problem.code, problem.message) for problem in document.problems] == [("W-TYPE", message)]


def test_an_empty_file() -> None:
    problem = only_problem(b"", "order.pdf")
    assert (problem.code, problem.message) == ("E-EMPTY", "the file is empty (0 bytes)")


def test_a_file_without_words() -> None:
    problem = only_problem(b" \n\n\t ", "order.txt")
    assert (problem.code, problem.message) == ("E-EMPTY", "the file holds no words")


@pytest.mark.parametrize(
    ("page", "path", "message"),
    [
        ("<html><body>403 Forbidden</body></html>", "a.pdf", "looks like HTML (403 Forbidden?), not a PDF"),
        ("<!DOCTYPE html><title>Notice</title>", "a.pdf", "looks like HTML, not a PDF"),
        ("\n<!-- x --><HTML><h1>404 Not Found</h1>", "a.txt", "looks like HTML (404 Not Found?), not a document"),
    ],
)
def test_an_error_page_saved_as_a_document(page: str, path: str, message: str) -> None:
    problem = only_problem(page.encode(), path)
    assert (problem.code, problem.message) == ("E-TYPE", message)
    assert "download it again" in problem.hint


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"\0" * 4096, "a.pdf", "not a PDF: it holds NUL bytes as binary data does"),
        (b"abc\0def", "a.txt", "not text: it holds NUL bytes as binary data does"),
        (bytes(range(1, 32)) * 20, "a.txt", "not text: it holds control codes as binary data does"),
    ],
)
def test_binary_data(data: bytes, path: str, message: str) -> None:
    problem = only_problem(data, path)
    assert (problem.code, problem.message) == ("E-TYPE", message)


@pytest.mark.parametrize(
    ("data", "path", "what"),
    [
        (b"PK\x03\x04xl/workbook.xml", "a.xlsx", "an Excel workbook"),
        (b"PK\x03\x04ppt/presentation.xml", "a", "a PowerPoint presentation"),
        (b"PK\x03\x04Index/Document.iwa", "a.pages", "an Apple Pages document"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "a PNG image"),
        (b"country,rate\nJapan,15", "a.csv", "a CSV table"),
        (b"{}", "a.json", "a JSON file"),
    ],
)
def test_a_type_that_cannot_be_read_names_those_that_can(data: bytes, path: str, what: str) -> None:
    problem = only_problem(data, path)
    assert problem.code == "E-UNSUPPORTED"
    assert problem.message == f"this is {what}, which cannot be read yet; {ACCEPTED} can"


@pytest.mark.parametrize(
    ("stream", "path", "what", "hint"),
    [
        ("", "a.doc", "an old Word document (.doc)", "open it in Word and save it as .docx"),
        ("WordDocument", "a", "an old Word document (.doc)", "open it in Word and save it as .docx"),
        ("", "a.xls", "an old Excel workbook (.xls)", "open it in Excel and save it as .xlsx"),
        ("", "a.msg", "an Outlook message (.msg)", "open it in Outlook and save it as .eml"),
        ("", "a.hwp", "a Hangul document (.hwp)", "open it in Hangul and save it as PDF"),
        ("EncryptedPackage", "a.docx", "an Office document locked with a password", "save a copy without a password"),
        (
            "",
            "a",
            "an old or password-protected Office document",
            "open it in its own program and save it as .docx or PDF",
        ),
    ],
)
def test_old_office_files_get_a_next_step(stream: str, path: str, what: str, hint: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + stream.encode("utf-16-le") + bytes(100)
    problem = only_problem(data, path)
    assert problem.code == "E-UNSUPPORTED"
    assert problem.message == f"this is {what}, which cannot be read yet; {ACCEPTED} can"
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<?xml version='1.0'?><a>words</a>", "application/xml"),
        (b"{\\rtf1 words}", "application/rtf"),
        (b"From: a@b\r\nMessage-ID: <1>\r\nSubject: s\r\n\r\nwords", "message/rfc822"),
        (packed({"a.txt": "words"}), "application/zip"),
    ],
)
def test_the_content_decides_whatever_the_name(data: bytes, media_type: str) -> None:
    document = read_as(data, "a.txt")
    assert (document.media_type, document.state) == (media_type, State.CHECKED)
    assert document.problems[0].code == "W-TYPE"


def test_a_memo_with_from_and_to_is_plain_text() -> None:
    memo = b"From: Director\nTo: All\nSubject: Rates\nDate: 4 May 2026\n\nThe rate is 15 percent."
    assert read_as(memo, "memo.txt").media_type == "text/plain"


def test_a_file_over_the_limit_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 1000)
    problem = only_problem(b"A" * 1001, "a.txt")
    assert (problem.code, problem.message) == ("E-SIZE", "the file has 1,001 bytes; at most 1,000 are read")


def test_text_that_mentions_a_pdf_is_text() -> None:
    document = read_as(b"A PDF begins with %PDF-1.4 and says so.", "note.txt")
    assert document.media_type == "text/plain"
