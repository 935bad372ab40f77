"""A PDF that cannot be read, or not wholly, says so, where, and what to do; it is never taken for silence."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker import limits
from checker.model.document import Document, Problem, State
from tests.ingest.pdfs import column, drawn, locked, pdf, raw_pdf, reading

LINES = [
    "Japan will invest $550 billion in the United States, and the United States",
    "will apply a rate of 15 percent.",
]
WORDS = column(72, 700, LINES)
GOOD = pdf(WORDS)
SHOW = b"BT /F1 12 Tf 72 700 Td (Japan committed up to $332 billion.) Tj ET"
RAW = raw_pdf(SHOW)


def document_of(data: bytes) -> Document:
    return reading(data).document


def refusal(data: bytes) -> Problem:
    document = document_of(data)
    assert document.state is State.NOT_CHECKED
    assert document.text == ""
    assert document.media_type == "application/pdf"
    assert document.problems[0].hint
    return document.problems[0]


def reservation(data: bytes) -> Problem:
    document = document_of(data)
    assert document.state is State.CHECKED
    assert document.text
    (problem,) = document.problems
    return problem


def shown(*pages: str) -> bytes:
    """Pages by what they show: "text", "picture", "drawing", "blank", or a "headed" one of these."""

    def draw(canvas: Canvas, page: str) -> None:
        if "text" in page:
            for line in WORDS:
                canvas.drawString(*line)
        if "headed" in page:
            canvas.drawString(72, 770, "Ministry of Finance")
        if "picture" in page:
            canvas.drawImage(ImageReader(Image.new("L", (8, 8))), 72, 100, 400, 500)
        if "drawing" in page:
            canvas.rect(100, 100, 200, 200)

    return drawn(*(partial(draw, page=page) for page in pages))


def test_a_password_keeps_the_document_from_being_read() -> None:
    problem = refusal(pdf(WORDS, encrypt=locked("secret", "owner")))
    assert (problem.code, problem.message) == ("E-ENCRYPTED", "the PDF is locked with a password")
    assert problem.hint == "open it with the password and save a copy without one"


def test_an_owners_password_alone_does_not() -> None:
    problem = reservation(pdf(WORDS, encrypt=locked("", "owner")))
    assert problem.code == "I-OWNER-PASSWORD"
    assert problem.message == "the PDF carries its owner's restrictions on copying; its text was read"


def test_a_damaged_file_says_how_many_bytes_it_has() -> None:
    problem = refusal(b"%PDF-1.4\nnothing of a PDF follows\n%%EOF\n")
    assert problem.code == "E-UNREADABLE"
    assert problem.message == "the PDF cannot be read: it is damaged (40 bytes were given)"


@given(st.integers(10, len(GOOD) - 8))
def test_a_file_cut_short_anywhere_is_not_checked_as_a_whole(length: int) -> None:
    problem = refusal(GOOD[:length])
    assert problem.code == "E-UNREADABLE"
    assert (
        problem.message == f"the PDF cannot be read: it is cut short: its end is missing ({length:,} bytes were given)"
    )


def test_a_file_cut_short_after_an_earlier_end_mark_is_not_checked() -> None:
    for newer in (b"7 0 obj\n<< /Length 5000 >>\nstream\n" + b"x" * 3000, b"7 0 obj\n<<"):
        assert refusal(GOOD + newer).code == "E-UNREADABLE"
    assert document_of(GOOD + b"\n" * 3000).state is State.CHECKED


def test_a_web_file_shorter_than_it_says_is_not_checked() -> None:
    linear = RAW.replace(b"%PDF-1.4\n", b"%PDF-1.4\n9 0 obj << /Linearized 1 /L 99999 /H [1 2] >> endobj\n", 1)
    assert refusal(linear).code == "E-UNREADABLE"


def test_junk_before_the_document_is_skipped_and_told() -> None:
    problem = reservation(b"junk\n" * 500 + RAW)
    assert problem.code == "W-REPAIRED"
    assert problem.message == "the PDF is not quite in order: 2,500 bytes before the start of the PDF were skipped"


def test_a_misplaced_table_is_rebuilt_and_told() -> None:
    start = RAW.rindex(b"startxref\n") + len(b"startxref\n")
    problem = reservation(RAW[:start] + b"99999999\n%%EOF\n")
    assert problem.code == "W-REPAIRED"
    assert "cross-reference table) was missing or misplaced and was rebuilt" in problem.message


def test_a_page_tree_in_a_circle_has_no_pages() -> None:
    data = raw_pdf(SHOW, kids="2 0 R").replace(b"/Type /Page /", b"/Type /Part /")
    problem = refusal(data)
    assert (problem.code, problem.message) == ("E-NO-PAGES", "the PDF has no pages")


def test_pages_that_cannot_be_opened_are_a_matter_of_structure() -> None:
    problem = refusal(raw_pdf(SHOW, kids="2 0 R"))
    assert problem.code == "E-STRUCTURE"
    assert problem.message == "none of its pages can be opened: the page tree is damaged or nested too deeply"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_PAGES", 2)
    problem = refusal(pdf(WORDS, WORDS, WORDS))
    assert (problem.code, problem.message) == ("E-PAGE-LIMIT", "the document has 3 pages; at most 2 are read")


def test_too_much_text_is_read_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_CHARACTERS", 150)
    document = document_of(pdf(WORDS, WORDS, WORDS, WORDS))
    assert document.state is State.PARTLY_CHECKED
    (problem,) = document.problems
    assert problem.code == "E-TEXT-LIMIT"
    assert problem.message == "the document has more than 150 characters; the rest was not read"
    assert problem.where == "pages 3-4"


@pytest.mark.parametrize("pages", [("picture", "picture"), ("drawing",), ("blank",), ("blank", "picture")])
def test_a_document_without_any_text_is_not_checked(pages: tuple[str, ...]) -> None:
    problem = refusal(shown(*pages))
    assert (problem.code, problem.message) == ("E-NO-TEXT", "the PDF has no text layer: it was probably scanned")
    assert "text recognition (OCR)" in problem.hint


def test_pages_without_text_among_others_are_named() -> None:
    document = document_of(shown("text", "picture", "text", "drawing", "picture"))
    assert document.state is State.PARTLY_CHECKED
    (problem,) = document.problems
    assert problem.code == "E-NO-TEXT"
    assert problem.message == "the document has pages that show something but have no text layer; they were not read"
    assert problem.where == "pages 2, 4-5"


def test_a_scanned_page_with_only_a_running_head_has_no_text() -> None:
    pages = ["headed text", "headed picture", "headed text"]
    document = document_of(shown(*pages))
    assert document.state is State.PARTLY_CHECKED
    assert (document.problems[0].code, document.problems[0].where) == ("E-NO-TEXT", "page 2")


def test_a_blank_page_is_merely_blank() -> None:
    assert document_of(shown("text", "blank", "text")).problems == ()


def test_a_false_number_of_pages_is_told() -> None:
    problem = reservation(raw_pdf(SHOW, count=2147483647))
    assert problem.code == "W-PAGE-COUNT-MISMATCH"
    assert problem.message == "the PDF says that it has 2,147,483,647 pages but has 1; those were read"


def test_scripts_are_told_and_not_run() -> None:
    names = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"
    problem = reservation(raw_pdf(SHOW, catalog=names))
    assert problem.code == "I-ACTIVE-CONTENT"
    assert problem.message == "the PDF carries 1 script; nothing of it was run or read"


def test_a_page_larger_than_any_paper_is_read() -> None:
    document = document_of(RAW.replace(b"[0 0 612 792]", b"[0 0 2000000 2000000]"))
    assert (document.state, document.text) == (State.CHECKED, "Japan committed up to $332 billion.")
