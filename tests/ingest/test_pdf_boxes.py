"""Every character of the text is traced back to its rectangle on the page."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest import Reading
from checker.ingest.pdf.boxes import hull
from checker.model.text import Box, Span
from tests.ingest.pdfs import column, pdf, raw_pdf, reading

LINES = [
    "The Government of Japan shall accept vehicles that are certified in the United States and com-",
    "ply with its safety standards, without additional testing, and shall apply the most-favored-",
    "nation rate to them. The rate shall be 15 percent, and no other rate shall be applied to any of",
    "them.",
]
WORDS = column(72, 700, LINES)
SECOND = column(72, 650, ["A second page follows the first.", "It has two lines."])
DOCUMENT = pdf(WORDS, SECOND)
TEXT = reading(DOCUMENT).document.text


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def squeezed(text: str) -> str:
    """`text` without blanks and hyphens: what it says, whatever the breaks of its lines."""
    return "".join(character for character in text if not character.isspace() and character not in "-\ufffe\x02")


def words_in(data: bytes, page: int, box: Box) -> str:
    """What pdfium reads inside a rectangle of an upright page."""
    opened = pypdfium2.PdfDocument(data)[page - 1]
    height = opened.get_size()[1]
    slack = 0.05
    return str(
        opened.get_textpage().get_text_bounded(
            box.x0 - slack, height - box.bottom - slack, box.x1 + slack, height - box.top + slack
        )
    )


def words_at(data: bytes, read: Reading, span: Span) -> str:
    return squeezed("".join(words_in(data, page, box) for page, boxes in read.boxes(span) for box in boxes))


def assert_holds(found: str, words: str) -> None:
    """That rectangles hold the words meant, and at most a letter more at either end, where glyphs overlap."""
    wanted = squeezed(words)
    assert wanted in found
    assert len(found) - len(wanted) <= 2


@pytest.mark.parametrize("words", ["15 percent", "comply with its", "most-favored-nation rate", "them. The rate"])
def test_the_rectangles_of_words_hold_these_words(words: str) -> None:
    assert words_at(DOCUMENT, reading(DOCUMENT), span_of(TEXT, words)) == squeezed(words)


def test_there_is_one_rectangle_per_line() -> None:
    ((page, boxes),) = reading(DOCUMENT).boxes(span_of(TEXT, TEXT.split("\n")[0]))
    assert page == 1
    assert len(boxes) == len(LINES)
    assert [box.top for box in boxes] == sorted(box.top for box in boxes)


def test_a_span_over_two_pages_has_rectangles_on_both() -> None:
    found = reading(DOCUMENT).boxes(Span(TEXT.index("them.\n"), TEXT.index("follows")))
    assert [page for page, _ in found] == [1, 2]


def test_what_joins_lines_stands_nowhere() -> None:
    gap = TEXT.index("\n\n")
    assert reading(DOCUMENT).boxes(Span(gap, gap + 2)) == ()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_gives_the_rectangles_as_it_is_shown(rotation: int) -> None:
    upright, turned = reading(DOCUMENT), reading(pdf(WORDS, SECOND, rotation=rotation))
    assert turned.document.text == TEXT
    for words in ("15 percent", "second page"):
        ((page, (box,)),) = turned.boxes(span_of(TEXT, words))
        ((expected_page, (expected,)),) = upright.boxes(span_of(TEXT, words))
        assert page == expected_page
        assert astuple(box) == pytest.approx(astuple(expected), abs=0.01)


def test_rectangles_count_from_the_corner_of_the_page_as_cropped() -> None:
    span = span_of(TEXT, "15 percent")
    ((_, (whole,)),) = reading(DOCUMENT).boxes(span)
    cropped = reading(pdf(WORDS, SECOND, crop=(50, 100, 600, 750)))
    ((_, (box,)),) = cropped.boxes(span)
    assert (box.x0, box.top) == pytest.approx((whole.x0 - 50, whole.top - (792 - 750)), abs=0.01)
    assert (cropped.document.pages[0].width, cropped.document.pages[0].height) == (550, 650)


def test_characters_beyond_the_basic_plane_do_not_move_the_rectangles() -> None:
    content = b"BT /F1 12 Tf 72 700 Td (AA is exempt from the 15 percent.) Tj ET"
    plain, rare = reading(raw_pdf(content)), reading(raw_pdf(content, unicodes=b"<41> <D842DFB7>"))
    assert rare.document.text == "𠮷𠮷 is exempt from the 15 percent."
    for words in ("15 percent", "is"):
        assert rare.boxes(span_of(rare.document.text, words)) == plain.boxes(span_of(plain.document.text, words))


def test_places_are_pages() -> None:
    read = reading(DOCUMENT)
    assert read.place(span_of(TEXT, "15 percent")) == "page 1"
    assert read.place(span_of(TEXT, "two lines")) == "page 2"


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_the_rectangles_of_any_span_hold_its_words(one: int, other: int) -> None:
    span = Span(min(one, other), max(one, other))
    read = reading(DOCUMENT)
    assert_holds(words_at(DOCUMENT, read, span), span.of(TEXT))
    for page, boxes in read.boxes(span):
        shown = read.document.pages[page - 1]
        whole = Box(0, 0, shown.width, shown.height)
        assert all(hull((whole, box)) == whole for box in boxes)
    read.close()


def test_the_rectangles_of_words_in_the_federal_register_hold_these_words(shared: Path) -> None:
    choice = Random(20250904)
    for file in sorted((shared / "corpus/federal-register").glob("*.pdf")):
        data = file.read_bytes()
        read = reading(data)
        text = read.document.text
        for _ in range(5):
            start = choice.randrange(len(text))
            span = Span(start, min(start + choice.randrange(1, 200), len(text)))
            assert_holds(words_at(data, read, span), span.of(text))
        read.close()
