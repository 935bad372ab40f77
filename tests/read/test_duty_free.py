"""Cells of tariff tables that state the rate of zero in words."""

from __future__ import annotations

import pytest

from checker.model.text import Span
from checker.read.quantities import Comparator, Quantity, Unit, duty_free


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Free", "Free"),
        (" free ", "free"),
        ("Free 1/", "Free"),
        ("Free (A, AU, BH, S+)", "Free"),
        ("Free of duty", "Free of duty"),
        ("Duty-free", "Duty-free"),
        ("nil", "nil"),
        ("None*", "None"),
        ("無税", "無税"),
        ("　無税（注１）", "無税"),
        ("零", "零"),
        ("なし", "なし"),
    ],
)
def test_a_cell_that_says_free_is_a_rate_of_zero(cell: str, words: str) -> None:
    (found,) = duty_free(cell, 100)
    start = 100 + cell.index(words)
    assert found == Quantity(Span(start, start + len(words)), found.value, Unit.PERCENT, Comparator.EQUAL, None, "")
    assert found.value == 0


@pytest.mark.parametrize(
    "cell", ["", "15%", "Free trade zone", "free on board", "none of the above", "非課税", "-", "0"]
)
def test_a_cell_that_says_anything_else_states_no_rate(cell: str) -> None:
    assert duty_free(cell, 0) == ()
