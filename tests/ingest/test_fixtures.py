"""Printed pages read sentence for sentence as the page they were printed from, and their boxes hold their words.

A table without rules is read row by row, but not cell by cell.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from checker.ingest import Reading, Source, read
from checker.model.text import Box, Span
from tests.make_fixtures import FIXTURES

PRINTED = sorted(FIXTURES.glob("*.pdf"))
_DRAWN = re.compile(r"\|( --- \|)+|\|")
_SENTENCE = re.compile(r"[^.。;；\n]+[.。;；]?")


def squeezed(text: str) -> str:
    """The words of a text without blanks, marks of headings and the lines of tables."""
    return "".join(_DRAWN.sub("", text.replace("#", "")).split())


def reading_of(path: Path) -> Reading:
    return read(Source(path.name, path.read_bytes()))


def sentences(text: str) -> list[str]:
    found = (squeezed(match.group()) for match in _SENTENCE.finditer(" ".join(text.split("\n"))))
    return [sentence for sentence in found if len(sentence) > 3]


def test_there_are_columns_and_vertical_writing_in_both_languages() -> None:
    assert [path.name for path in PRINTED] == [
        "columns-en.pdf",
        "columns-ja.pdf",
        "tables-en.pdf",
        "tables-ja.pdf",
        "vertical-ja.pdf",
    ]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: str(path.name))
def test_every_sentence_comes_out_whole_and_in_order(path: Path) -> None:
    printed = reading_of(path)
    written = reading_of(path.with_suffix(".html")).document.text
    assert sentences(printed.document.text) == sentences(written)
    assert printed.document.problems == ()
    printed.close()


@pytest.mark.parametrize(
    "path", [FIXTURES / "tables-en.pdf", FIXTURES / "tables-ja.pdf"], ids=lambda path: str(path.name)
)
def test_the_ruled_tables_have_the_cells_of_the_page(path: Path) -> None:
    printed = rows_of(reading_of(path).document.text)
    written = rows_of(reading_of(path.with_suffix(".html")).document.text)
    assert len(printed) > 3
    assert printed == [row for row in written if "---" not in row][: len(printed)]


def rows_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("| ")]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: str(path.name))
def test_the_boxes_of_every_sentence_hold_its_words(path: Path) -> None:
    printed = reading_of(path)
    text = printed.document.text
    with pypdfium2.PdfDocument(path) as pdf:
        for match in _SENTENCE.finditer(text):
            drawn = "".join(
                words_in(pdf[number - 1], box) for number, boxes in printed.boxes(Span(*match.span())) for box in boxes
            )
            assert holds(squeezed(drawn), squeezed(match.group()))
    printed.close()


def words_in(page: pypdfium2.PdfPage, box: Box) -> str:
    """What is drawn in a rectangle of a page."""
    height = page.get_height()
    margin = 0.5
    words = page.get_textpage().get_text_bounded(
        box.x0 - margin, height - box.bottom - margin, box.x1 + margin, height - box.top + margin
    )
    return str(words).replace("\ufffe", "")


def holds(drawn: str, words: str) -> bool:
    """Whether `words` stand in `drawn` in order, whatever else, as readings beside kanji, stands between them."""
    rest = iter(drawn.replace("-", ""))
    return all(character in rest for character in words.replace("-", ""))
