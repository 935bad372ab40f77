"""A damaged PDF is tried with a second reader, whose words never count as the whole document."""

from __future__ import annotations

from checker.model.document import State
from checker.model.text import Span
from tests.ingest.pdfs import column, pdf, reading

PAGES = [
    column(72, 700, ["The guard shall open the gate at noon,", "and close it at night."]),
    column(72, 700, ["More."]),
]
DAMAGED = pdf(*PAGES).replace(b"/Root 6 0 R", b"/Root 60 0 R")


def test_what_a_second_reader_finds_is_checked_in_part() -> None:
    read = reading(DAMAGED, "order.pdf")
    assert read.document.state is State.PARTLY_CHECKED
    assert read.document.text == "The guard shall open the gate at noon, and close it at night.\n\nMore."
    (problem,) = read.document.problems
    assert problem.code == "E-UNREADABLE"
    assert problem.message == (
        f"the PDF cannot be read: it is damaged ({len(DAMAGED):,} bytes were given); a second reader found the words "
        "that were checked, but may have missed others"
    )
    assert problem.hint.startswith("print or export the document to a new PDF")


def test_its_words_have_a_page_but_no_boxes() -> None:
    read = reading(DAMAGED, "order.pdf")
    start = read.document.text.index("More")
    assert read.place(Span(start, start + 4)) == "page 2"
    assert read.boxes(Span(start, start + 4)) == ()


def test_japanese_lines_are_joined_without_a_blank() -> None:
    words = column(72, 700, ["門番は、正午に北の門を開けなければ", "ならない。"])
    damaged = pdf(words, font="HeiseiMin-W3").replace(b"/Root ", b"/Root 9")
    assert reading(damaged, "order.pdf").document.text == "門番は、正午に北の門を開けなければならない。"


def test_a_file_cut_short_is_not_tried() -> None:
    document = reading(DAMAGED[: len(DAMAGED) * 2 // 3], "order.pdf").document
    assert (document.state, document.text) == (State.NOT_CHECKED, "")


def test_where_no_reader_finds_words_the_first_reason_stands() -> None:
    document = reading(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF", "order.pdf").document
    assert document.state is State.NOT_CHECKED
    assert document.problems[0].code == "E-UNREADABLE"
    assert "second reader" not in document.problems[0].message
