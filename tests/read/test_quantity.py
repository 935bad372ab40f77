"""A quantity refuses what no document can say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model.text import Span
from checker.read.quantities import Comparator, Quantity, Unit


def quantity(span: Span, comparator: Comparator, upper: Decimal | None) -> Quantity:
    return Quantity(span, Decimal(15), Unit.PERCENT, comparator, upper, "")


def test_a_quantity_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="stands somewhere"):
        quantity(Span(3, 3), Comparator.EQUAL, None)


@pytest.mark.parametrize(("comparator", "upper"), [(Comparator.RANGE, None), (Comparator.EQUAL, Decimal(20))])
def test_only_a_range_has_an_upper_end(comparator: Comparator, upper: Decimal | None) -> None:
    with pytest.raises(ValueError, match="a range has an upper end"):
        quantity(Span(0, 3), comparator, upper)


def test_a_range_that_falls_is_refused() -> None:
    with pytest.raises(ValueError, match="a range rises"):
        quantity(Span(0, 3), Comparator.RANGE, Decimal(10))
