"""Percentages whose unit is understood: "fifteen in all", "billed forty-two point seven", a cell under "Rate (%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.match.fold import fold
from checker.model.text import Span
from checker.read.numeral import Numeral
from checker.read.numerals import numerals
from checker.read.quantity import Comparator, Quantity, Unit

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# What may follow a number that stands for itself; a noun would be what it counts.
_CLOSES = re.compile(
    rf"\s*(?:\Z|[.,;:)|\]—\"'…](?![0-9])|(?:and|or|plus|but|on\s+top|over\s+and\s+above|besides|more|extra|altogether|flat|all"
    rf"|in\s+(?:all|total|the\s+hundred|{_MONTH})|of\s+(?:its|their|his|her)\s+own|to\s+(?:make|reach|bring)"
    r"|instead|rather|under|where|when|if|as|is|was|were|are|for|since|from|at|by|until)(?![a-z]))"
)
# A number after one of these is a reference, a date or a time.
_REFERS = re.compile(
    rf"(?:(?<![a-z])(?:articles?|sections?|secs?|paragraphs?|pages?|pp?|nos?|notes?|chapters?|headings?|lines?|rows?|columns?"
    rf"|tables?|annex|questions?|q|a|cases?|rules?|items?|parts?|figure|step|option|group|stage|phase|age|aged|{_MONTH}"
    r"|the|one|at\s+the|of\s+the|top|past|between|before|after|about\s+the)\.?|[§#$€£¥/-])\s*\Z"
)
_POINTS = re.compile(r"\s+points?(?![a-z])(?!\s+(?:of|to|in|on\s+which)\b)")
_NAMES_PERCENT = re.compile(r"%|percent|per\s+cent|pct|パーセント", re.IGNORECASE)
_UNIT = r"(?:%|percent|per\s+cent|pct|パーセント)"
_IN_PERCENT = re.compile(
    rf"[(（][^()（）]*{_UNIT}[^()（）]*[)）]|(?:\bin|単位\s*[::]?)\s*{_UNIT}\s*(?:\Z|[,.;)）])", re.IGNORECASE
)
_MOST = 200


def understood(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The numbers in words, or with decimals, that a sentence on rates leaves without a unit, as percent.

    Only ask this of a sentence on rates: it takes every number that counts nothing, such as the last of "fifteen cars
    pay eighteen". `text` stands at `offset` in its document.
    """
    folded = fold(text).lower()
    found = numerals(folded)
    points = (_percent(numeral, offset, Unit.POINTS) for numeral in found if _POINTS.match(folded, numeral.end))
    alone = (_percent(numeral, offset) for numeral in found if _stands_alone(folded, numeral))
    return tuple(sorted((*points, *alone), key=lambda quantity: quantity.span))


def in_column(text: str, header: str, caption: str = "", offset: int = 0) -> tuple[Quantity, ...]:
    """The percentage that a table cell states as a bare number.

    Its header names percent, or the caption of its table gives percent as the unit ("Rates (percent)", 単位：％).
    """
    if not (_NAMES_PERCENT.search(fold(header)) or _IN_PERCENT.search(fold(caption))):
        return ()
    return tuple(_percent(numeral, offset) for numeral in _alone(fold(text).lower()))


def _alone(cell: str) -> Iterator[Numeral]:
    """The numeral that opens a cell, if only marks or words in brackets follow it."""
    found = numerals(cell)[:1]
    return (n for n in found if not cell[: n.start].strip() and re.match(r"\s*(?:[*†‡(\[].*)?\Z", cell[n.end :]))


def _stands_alone(text: str, numeral: Numeral) -> bool:
    written = text[numeral.start : numeral.end]
    if numeral.scales or not 1 < numeral.value < _MOST or not (numeral.in_words or "." in written):
        return False
    return _CLOSES.match(text, numeral.end) is not None and _REFERS.search(text, 0, numeral.start) is None


def _percent(numeral: Numeral, offset: int, unit: Unit = Unit.PERCENT) -> Quantity:
    span = Span(offset + numeral.start, offset + numeral.end)
    return Quantity(span, Decimal(numeral.value), unit, Comparator.EQUAL, None, "")
