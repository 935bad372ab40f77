"""Where a file's own order of words is suspect, they are read again by where they stand, and both readings count."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest import Other
from checker.ingest.pdf.order import Spot, in_order
from tests.ingest.pdfs import LETTER, Word, column, pdf, reading
from tests.make_fixtures import FIXTURES

LEFT = [
    "The Secretary shall accept vehicles that",
    "were made in the United States without",
    "additional testing. The acceptance rests",
    "on the documents of the manufacturer.",
    "Section 2. Nothing here shall limit the",
    "power of the Secretary to recall a car.",
    "A recall is published within ten days.",
]
RIGHT = [
    "Section 3. The rate of duty on products",
    "of Japan is fifteen percent and no other",
    "duty is added to it. An importer may",
    "claim what was paid in excess within",
    "one hundred eighty days. The claim is",
    "decided within sixty days of its filing.",
    "These rules take effect at once.",
]
COLUMNS = column(72, 700, LEFT), column(330, 700, RIGHT)
TEXT = (
    "The Secretary shall accept vehicles that were made in the United States without additional testing. "
    "The acceptance rests on the documents of the manufacturer.\n\nSection 2. Nothing here shall limit the"
    " power of the Secretary to recall a car. A recall is published within ten days.\n\nSection 3. The "
    "rate of duty on products of Japan is fifteen percent and no other duty is added to it. An importer "
    "may claim what was paid in excess within one hundred eighty days. The claim is decided within sixty "
    "days of its filing. These rules take effect at once."
)


def row_by_row() -> list[Word]:
    return [word for pair in zip(*COLUMNS, strict=True) for word in pair]


def right_first() -> list[Word]:
    return [*COLUMNS[1], *COLUMNS[0]]


def shuffled() -> list[Word]:
    words = [*COLUMNS[0], *COLUMNS[1]]
    random.Random(1).shuffle(words)
    return words


def second_half_first() -> list[Word]:
    return [*COLUMNS[0][3:], *COLUMNS[0][:3], *COLUMNS[1]]


@pytest.mark.parametrize("words", [row_by_row(), right_first(), shuffled(), second_half_first()])
def test_words_in_another_order_than_on_the_page_are_read_both_ways(words: list[Word]) -> None:
    read = reading(pdf(words))
    assert [(each.other, each.text) for each in read.alternatives] == [(Other.MOVED, TEXT)]
    assert [page.in_order for page in read.document.pages] == [False]
    (problem,) = read.document.problems
    assert (problem.code, problem.where) == ("W-READING-ORDER", "page 1")
    assert problem.message == (
        "the file gives its words in another order than they stand in on the page; they were read both ways"
    )


def test_only_the_suspect_page_is_read_again() -> None:
    good = [*COLUMNS[0], *COLUMNS[1]]
    read = reading(pdf(good, right_first(), good))
    assert [page.in_order for page in read.document.pages] == [True, False, True]
    (other,) = read.alternatives
    assert other.text.count("The Secretary shall accept vehicles that were made") == 3


def test_a_page_in_order_is_not_read_again() -> None:
    head = [(72.0, 730.0, "Rules on the Admission of Vehicles and the Rates of Duty on Them in the Year to Come")]
    read = reading(pdf([*head, *COLUMNS[0], *COLUMNS[1]]))
    assert (read.alternatives, read.document.problems) == ((), ())
    assert read.document.text.endswith(TEXT)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: str(path.name))
def test_printed_pages_are_in_order(path: Path) -> None:
    assert reading(path.read_bytes()).alternatives == ()


def test_no_page_of_the_register_is_suspect(shared: Path) -> None:
    files = sorted((shared / "corpus" / "federal-register").glob("*.pdf"))
    suspect = [file.name for file in files if reading(file.read_bytes()).alternatives]
    assert (len(files) > 30, suspect) == (True, [])


def laid_out(columns: list[list[str]]) -> list[tuple[Spot, str]]:
    """Words in columns of equal width side by side, below a line that runs over all of them."""
    width = LETTER[0] / len(columns)
    placed = [(Spot(0, LETTER[0], 0), "title")]
    for across, words in enumerate(columns):
        for down, word in enumerate(words):
            left = across * width
            placed.append((Spot(left, left + width - 20, 20 + 12.0 * down), word))
    return placed


@given(st.lists(st.integers(2, 9), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_columns_are_read_one_after_the_other_from_whatever_order(sizes: list[int], chance: random.Random) -> None:
    columns = [[f"{across}.{down}" for down in range(size)] for across, size in enumerate(sizes)]
    placed = laid_out(columns)
    chance.shuffle(placed)
    ordered = in_order(placed, lambda each: each[0], 10)
    assert [word for _, word in ordered] == ["title", *(word for words in columns for word in words)]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 700)), max_size=40))
def test_no_piece_is_lost_or_said_twice(places: list[tuple[int, int]]) -> None:
    pieces = [Spot(u, u + 60, v) for u, v in places]
    assert sorted(in_order(pieces, lambda each: each, 10)) == sorted(pieces)
