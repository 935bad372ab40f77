"""Amounts: numerals with their units and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from checker.read import numerals_en, units
from checker.read.numeral import Numeral
from checker.read.quantity import Unit

_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}
_LETTER = re.compile(r"(?:\s?(mm|m|b)|([kt]))(?![a-z0-9])")
_CLOSING = re.compile(rf"\s?\)(?P<scale>{numerals_en.SCALES})")
# A hyphen after a letter or a digit joins; one after a blank, a bracket or a particle is a minus.
_MINUS = re.compile(
    r"(?:(?<![a-z])(?<!plus or )(?:minus|negative)\s+|マイナス\s?|[▲△]\s?|(?<![^\s(|:=~;\"'、。「はがのでにと比])-)\Z"
)
_PRICES_OF_YEAR = re.compile(r"(?:(?<![a-z])(?:in|constant|real)\s+|[\"'])\Z")
_HEADING = re.compile(r"(?:\(|単位\s?[:;、]?\s?)\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its unit, from `start` to `end`; `factor` turns a bare number into `unit`.

    `sign_first` says that a currency sign stands before it; without `named` nothing says which currency it is.
    """

    start: int
    end: int
    numeral: Numeral
    unit: Unit
    value: Decimal
    factor: Decimal
    sign_first: bool = False
    named: bool = True
    per: str = ""


def amounts(text: str, found: Sequence[Numeral]) -> Iterator[Amount | None]:
    """For each numeral of a folded, lower-case text the amount it is part of, or None where no unit is beside it."""
    for numeral in found:
        amount = _after_sign(text, numeral) or _before_word(text, numeral)
        if amount is None:
            yield None
            continue
        per, end = units.per(text, amount.start, amount.end)
        yield replace(amount, per=per, end=end)


def lettered(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the letter that may follow it after a currency sign: "$450 m", "$25B"."""
    letter = _LETTER.match(text, numeral.end)
    if letter is None or numeral.scales:
        return numeral
    scale = Decimal(_LETTERS[letter[1] or letter[2]])
    return Numeral(numeral.start, letter.end(), numeral.value * scale, (scale,))


def _after_sign(text: str, numeral: Numeral) -> Amount | None:
    sign = units.BEFORE.search(text, max(0, numeral.start - 16), numeral.start)
    if sign is None:
        return None
    unit, factor = units.meaning(sign)
    if sign["negative"] == "(":
        return _bracketed(text, sign.start(), numeral, unit)
    scaled = lettered(text, numeral)
    start, minus = _minus(text, sign.start())
    value = -scaled.value if minus or sign["negative"] else scaled.value
    return Amount(start, scaled.end, scaled, unit, value, factor, sign_first=True)


def _bracketed(text: str, start: int, numeral: Numeral, unit: Unit) -> Amount | None:
    """A loss as accountants write it: "$(1.2) million"."""
    closing = _CLOSING.match(text, numeral.end)
    if closing is None:
        return None
    value = -numeral.value * prod(numerals_en.scales(closing["scale"]))
    return Amount(start, closing.end(), numeral, unit, value, Decimal(1), sign_first=True)


def _before_word(text: str, numeral: Numeral) -> Amount | None:
    word = units.AFTER.match(text, numeral.end)
    if word is None or _names_no_amount(text, numeral, word):
        return None
    unit, factor = units.meaning(word)
    start, minus = _minus(text, numeral.start)
    value = numeral.value * factor + units.parts_of_tenth(word)
    named = word["unnamed"] is None
    return Amount(start, word.end(), numeral, unit, -value if minus else value, factor, named=named)


def _names_no_amount(text: str, numeral: Numeral, word: re.Match[str]) -> bool:
    return (
        _tells_prices(text, numeral, word)
        or _heads_column(text, numeral, word.end())
        or _means_throughout(text, numeral, word.group())
    )


def _tells_prices(text: str, numeral: Numeral, word: re.Match[str]) -> bool:
    """Whether "2025 dollars" are dollars at the prices of a year."""
    year = re.fullmatch("(?:19|20)[0-9]{2}", text[numeral.start : numeral.end])
    before = _PRICES_OF_YEAR.search(text, max(0, numeral.start - 10), numeral.start)
    return bool(year and before and word["usd"])


def _heads_column(text: str, numeral: Numeral, end: int) -> bool:
    """Whether （百万円） names the unit of the figures below it."""
    before = _HEADING.search(text, max(0, numeral.start - 6), numeral.start)
    if before is None or text[numeral.start : numeral.end] not in ("千", "百万", "十億"):
        return False
    return before.group() != "(" or text[end : end + 1] in (")", "、")


def _means_throughout(text: str, numeral: Numeral, unit: str) -> bool:
    """Whether 一円 after a place means all over it."""
    before = text[numeral.start - 1 : numeral.start]
    return text[numeral.start : numeral.end] + unit == "一円" and "一" <= before <= "龥" and before not in "約金計各"


def _minus(text: str, start: int) -> tuple[int, bool]:
    minus = _MINUS.search(text, max(0, start - 12), start)
    return (minus.start(), True) if minus else (start, False)
