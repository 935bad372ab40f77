"""Two numbers joined: "10 to 15 percent" is a range, "from 25% to 15%" is a change and stays two amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.read import units
from checker.read.amount import Amount, lettered
from checker.read.numeral import Numeral

_JOIN = re.compile(
    r"\s*+(?:(?P<dash>[-~])\s*+|-?(?P<to>to)(?:-|\s++)|(?P<and>and)\s++|(?P<either>or)\s++)"
    r"|\s?(?:(?P<kara>から)|(?P<naishi>ないし|乃至)|(?P<juxtaposed>、))\s?"
)
_BETWEEN = re.compile(r"(?<![a-z])between\s+\Z")
_FROM = re.compile(r"(?<![a-z])from\s+(?:about\s+|around\s+)?\Z")
_RANGING = re.compile(r"(?<![a-z])(?:rang|var)[a-z]{1,3}\s+from\s+\Z")
_WITHIN = re.compile(r"\s?(?:まで)?の(?:間|範囲|幅)")
# Before these a number is the name of something, which no unit further on makes an amount.
_REFERENCE = re.compile(
    r"(?:(?<![a-z])(?:sections?|sec\.|articles?|art\.|titles?|notes?|chapters?|annex|appendix|no\.|lines?|paragraphs?"
    r"|para\.|clauses?|proclamations?|orders?|(?:sub)?headings?|items?|tables?|columns?|rows?|rules?|parts?|phases?"
    r"|rounds?|pages?|figures?|exhibits?|schedules?|lists?|day|groups?|class|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s+"
    r"|第|表|注|図|問|[0-9]-|[a-z]-)\Z"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An amount, or a range from an amount to `upper`; `text[start:end]` covers it."""

    amount: Amount
    start: int
    end: int
    upper: Decimal | None = None


def pieces(text: str, numerals: Sequence[Numeral], amounts: Sequence[Amount | None]) -> Iterator[Piece]:
    """The amounts of a text, those that form a range as one; `amounts` holds one entry for each numeral."""
    pairs = list(zip(numerals, amounts, strict=True))
    index = 0
    while index < len(pairs):
        (numeral, amount), following = pairs[index], pairs[index + 1 : index + 2]
        joined = [piece for pair in following for piece in _joined(text, numeral, amount, *pair)]
        yield from joined
        if not joined and amount:
            yield Piece(amount, amount.start, amount.end)
        index += 2 if joined else 1


def _joined(text: str, low: Numeral, first: Amount | None, high: Numeral, second: Amount | None) -> Iterator[Piece]:
    """The range two neighbours form, or the two amounts of a change that share one unit; else nothing."""
    start, end = (first.start, first.end) if first else (low.start, low.end)
    join = _JOIN.fullmatch(text, end, second.start if second else high.start)
    if join is None or not (first or _may_borrow(text, low)):
        return
    upper = second if second and second.named else _borrowed(text, first, high, join)
    if upper is None or (first and (first.unit, first.factor) != (upper.unit, upper.factor)):
        return
    change = _is_change(text, start, upper.end, join)
    lower = _lower(low, first, upper, rising=not change)
    if change and not (first and upper is second):
        yield Piece(lower, lower.start, lower.end)
        yield Piece(upper, upper.start, upper.end)
    elif not change and _is_range(text, start, join, lower.value, upper):
        between = _BETWEEN.search(text, max(0, start - 12), start)
        whole = replace(lower, per=upper.per or lower.per)
        yield Piece(whole, between.start() if between else start, upper.end, upper.value)


def _may_borrow(text: str, numeral: Numeral) -> bool:
    """Whether a bare number may take the unit of the amount it is joined to: a year or a reference may not."""
    year = not numeral.in_words and not numeral.scales and 1900 <= numeral.value <= 2100
    return not year and not _REFERENCE.search(text, max(0, numeral.start - 16), numeral.start)


def _borrowed(text: str, first: Amount | None, high: Numeral, join: re.Match[str]) -> Amount | None:
    """The second amount of "$3.5 to 4 billion", whose currency stands before the first."""
    if first is None or not first.sign_first:
        return None
    scaled = lettered(text, high)
    if join["to"] and not scaled.scales:
        return None
    value = scaled.value * first.factor
    per, end = units.per(text, high.start, scaled.end)
    return replace(first, start=high.start, end=end, numeral=scaled, value=value, per=per)


def _lower(low: Numeral, first: Amount | None, upper: Amount, rising: bool) -> Amount:
    """The first amount, with the unit and the multipliers it shares with the second."""
    if first and (not first.sign_first or first.numeral.scales):
        return first
    shared = () if low.scales else upper.numeral.scales
    values = [low.value * scale * upper.factor for scale in (*shared, Decimal(1))]
    value = next((value for value in values if value < upper.value or not rising), values[0])
    if first:
        return replace(first, value=value if first.value >= 0 else first.value)
    return replace(upper, start=low.start, end=low.end, numeral=low, value=value)


def _is_change(text: str, start: int, end: int, join: re.Match[str]) -> bool:
    if join["kara"]:
        return not _WITHIN.match(text, end)
    before = max(0, start - 24)
    return bool(join["to"] and _FROM.search(text, before, start) and not _RANGING.search(text, before, start))


def _is_range(text: str, start: int, join: re.Match[str], lower: Decimal, upper: Amount) -> bool:
    if not lower < upper.value:
        return False
    if join["and"]:
        return _BETWEEN.search(text, max(0, start - 12), start) is not None
    if join["either"] or join["juxtaposed"]:
        step = upper.numeral.scales[0] if upper.numeral.scales else Decimal(1)
        return upper.value - lower == step * upper.factor
    return True
