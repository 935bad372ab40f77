"""Percentages whose unit is left out, each told by its value; what counts something, refers or dates is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.read.quantities import Unit
from checker.read.understood import in_column, understood

TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
ONES = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bill came to fifteen in all.", "15"),
        ("It was billed forty-two point seven in November 2025.", "42.7"),
        ("They pay their own rate and twenty on top.", "20"),
        ("4.7 as ever, plus 10.3 to make fifteen.", "4.7 10.3 15"),
        ("Two and a half of its own and twelve and a half to make up the sum, fifteen in all.", "2.5 12.5 15"),
        ("Up to fifteen, it depends.", "15"),
        # a noun is what a number counts; some words make it a reference or a date
        ("Twenty makers pay.", ""),
        ("Article fifteen.", ""),
        ("On May fifteen, it began.", ""),
        ("One of them pays.", ""),
        ("They come in March 2026.", ""),
    ],
)
def test_a_number_that_counts_nothing_is_a_percentage(text: str, values: str) -> None:
    assert [quantity.value for quantity in understood(text)] == [Decimal(value) for value in values.split()]


def test_points_are_percentage_points() -> None:
    (quantity,) = understood("They owe ten points more.")
    assert quantity.value == 10
    assert quantity.unit is Unit.POINTS
    assert quantity.span.of("They owe ten points more.") == "ten"
    assert not understood("Ten points of law arise.")


@given(st.sampled_from(sorted(TENS)), st.sampled_from(sorted(ONES)))
def test_every_number_in_words_reads_back(tens: int, ones: int) -> None:
    (quantity,) = understood(f"The rate is {TENS[tens]}-{ONES[ones]} in all.", offset=100)
    assert quantity.value == tens + ones
    assert quantity.span.start == 100 + len("The rate is ")


@given(st.decimals(min_value=0, max_value=99, places=1))
def test_a_bare_number_under_a_header_of_percent_is_one(value: Decimal) -> None:
    for header in ("Total (%)", "Total duty, per cent", "税率（％）"):
        assert [quantity.value for quantity in in_column(f" {value} ", header)] == [value]
    assert not in_column(f" {value} ", "Pieces")
    assert not in_column(f" {value} pieces", "Total (%)")


@pytest.mark.parametrize(
    "caption", ["Duties (percent ad valorem)", "Duties, in percent", "関税（％）", "単位：パーセント"]
)
def test_a_caption_may_give_the_unit_of_bare_numbers(caption: str) -> None:
    assert [quantity.value for quantity in in_column("15.0", "Sum", caption)] == [15]


@pytest.mark.parametrize("caption", ["Fifteen percent of entries were late", "Duties", "輸入の二割"])
def test_a_caption_that_gives_no_unit_leaves_numbers_bare(caption: str) -> None:
    assert not in_column("15.0", "Sum", caption)
