"""Quantities: an amount of money or a percentage, as the words of a document give it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.model.text import Span


class Unit(StrEnum):
    """What a quantity counts. OTHER_MONEY is money of another currency, or of one that is not named."""

    PERCENT = "percent"
    POINTS = "points"
    USD = "usd"
    JPY = "jpy"
    EUR = "eur"
    OTHER_MONEY = "other_money"


class Comparator(StrEnum):
    """How a quantity bounds what it speaks of."""

    EQUAL = "equal"
    AT_MOST = "at_most"
    LESS = "less"
    AT_LEAST = "at_least"
    MORE = "more"
    ABOUT = "about"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount where it stands in a document.

    `span` covers number, unit and the comparing words beside them. `value` is in percent, percentage points or whole
    units of the currency (six cents are 0.06 USD); a range runs from `value` to `upper`. `per` is what the amount is
    counted by ("litre"), empty where it is none.
    """

    span: Span
    value: Decimal
    unit: Unit
    comparator: Comparator
    upper: Decimal | None
    per: str

    def __post_init__(self) -> None:
        if not len(self.span):
            raise ValueError("a quantity stands somewhere in its text")
        if (self.comparator is Comparator.RANGE) != (self.upper is not None):
            raise ValueError("a range has an upper end, and nothing else has one")
        if self.upper is not None and self.upper <= self.value:
            raise ValueError(f"a range rises, {self.value} to {self.upper} does not")
