"""Fractions that are percentages: "three-twentieths of its value", 百分の十五."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.read import numerals_en
from checker.read.amount import Amount
from checker.read.numeral import Numeral
from checker.read.quantity import Unit

_OF_VALUE = re.compile(
    rf"(?<![a-z0-9])(?P<fraction>{numerals_en.FRACTION})(?:\s?\([0-9/]{{3,9}}\))?"
    r"\s++of\s++(?:an?|any|each|its|such|that|the|their|this)\s++(?:[a-z-]{1,16}\s++){0,2}?(?:value|price|worth|cost)(?![a-z])"
)
_VALUE_BEFORE = re.compile(r"(?:価格|価額|価値|金額|代金|値段)の\s?\Z")


def fractions(text: str, numerals: Sequence[Numeral]) -> Iterator[Amount]:
    """The fractions of a folded, lower-case text that say a part of a value, in percent."""
    for match in _OF_VALUE.finditer(text):
        value = numerals_en.fraction(match["fraction"]) * 100
        numeral = Numeral(match.start(), match.end(), value)
        yield _percent(numeral, value)
    for below, above in pairwise(numerals):
        if text[below.end : above.start] == "分の" and below.value and _is_percentage(text, below):
            value = above.value / below.value * 100
            yield _percent(Numeral(below.start, above.end, value), value)


def _percent(numeral: Numeral, value: Decimal) -> Amount:
    return Amount(numeral.start, numeral.end, numeral, Unit.PERCENT, value, Decimal(1))


def _is_percentage(text: str, below: Numeral) -> bool:
    """Statutes write percent as parts of a hundred; other parts count only where they are parts of a value."""
    return below.value in (100, 1000) or _VALUE_BEFORE.search(text, max(0, below.start - 6), below.start) is not None
