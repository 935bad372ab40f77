"""English numerals: "fifteen", "1.5 billion", "twelve and a half", "12½", "half a million"."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

from checker.read.numeral import FIGURES, VULGAR, Numeral, figures, ratio

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {
    **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"seventeen": 17, "eighteen": 18, "nineteen": 19},
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL = {"zero": 0, "nought": 0, **_ONES, **_TEENS, **_TENS}
_SCALES = {
    **{"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    **{"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12},
}
_PARTS = {
    **{"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7},
    **{"eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000},
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


# A blank, a line break, a hyphen, or nothing, where a hyphen was lost at the end of a line.
_SEP = r"\s*+-?\s*+"
_END = r"(?![a-z])"
_BELOW_100 = rf"(?:(?:{_any(_TENS)})(?:{_SEP}(?:{_any(_ONES)}){_END})?|{_any(_TEENS)}|{_any(_ONES)}|zero|nought)"
_MULTIPLIER = rf"(?:{_any(_SCALES)}){_END}"
_HUNDREDS = rf"(?:{_SEP}hundred{_END}(?:{_SEP}(?:and\s++)?{_BELOW_100}{_END})?)?"
_COUNT = (
    rf"(?:an?(?=\s++(?:hundred|{_MULTIPLIER}))|{_BELOW_100}){_HUNDREDS}"
    rf"(?:{_SEP}{_MULTIPLIER}{_SEP}(?:and\s++)?{_BELOW_100}{_HUNDREDS})*"
)
SCALES = rf"(?:{_SEP}(?:hundred{_END}|{_MULTIPLIER}))*+"
"""The multipliers a numeral may end with; never fails, so it may match nothing."""

_PART = rf"(?:half|(?:an?|{_BELOW_100}){_SEP}(?:{_any(_PARTS)})s?){_END}"
_RATIO = rf"(?:[{VULGAR}]|[0-9]{{1,3}}[/⁄][1-9][0-9]{{0,3}}(?![0-9/]))"
FRACTION = rf"(?:{_PART}|{_RATIO})"
"""A part of one: "a third", "three-twentieths", "½", "3/20"."""

_MIXED = rf"(?:{_SEP}(?:and\s++)?(?P<ratio>{_RATIO})|\s++and\s++(?P<part>{_PART}))"
_POINT = rf"\s++point(?P<point>(?:\s++(?:{_any(_ONES)}|zero|nought){_END})++)"

PATTERN = (
    rf"(?P<fraction>{FRACTION})(?:\s++(?:of\s++)?(?:an?|one|1)\s++(?:(?P<of>{_MULTIPLIER})|(?=per)))?"
    rf"|(?:(?P<figures>{FIGURES}|\.[0-9]{{1,12}}+)(?![.,]?[0-9])|(?P<words>{_COUNT}){_END})"
    rf"(?:{_MIXED}|{_POINT})?(?P<scale>{SCALES})"
)
"""A numeral in folded, lower-case text."""

_WORD = re.compile(_any({"hundred": 100, **_SCALES, **_SMALL, **_PARTS}))


def numeral(match: re.Match[str]) -> Numeral:
    """The numeral that PATTERN found."""
    if match["fraction"]:
        value = fraction(match["fraction"]) * prod(scales(match["of"] or ""))
        return Numeral(match.start(), match.end(), value)
    scale = scales(match["scale"])
    broken = fraction(match["ratio"] or match["part"] or "") + _after_point(match["point"] or "")
    if match["figures"]:
        value = (figures(match["figures"]) + broken) * prod(scale)
    elif broken:
        value = (_count(match["words"]) + broken) * prod(scale)
    else:
        value = _count(match["words"] + match["scale"])
    shared = (Decimal(prod(scale)),) if scale else ()
    return Numeral(match.start(), match.end(), value, shared, match["words"] is not None)


def fraction(written: str) -> Decimal:
    """The value of "half", "a third", "three quarters", "½" or "1/2"; zero for no words."""
    if not written:
        return Decimal(0)
    words = _WORD.findall(written)
    if not words:
        return ratio(written)
    return (_count(" ".join(words[:-1])) or Decimal(1)) / _PARTS[words[-1]]


def _count(written: str) -> Decimal:
    total = section = 0
    for word in _WORD.findall(written):
        if word in _SMALL:
            section += _SMALL[word]
        elif word == "hundred":
            section = (section or 1) * 100
        else:
            total, section = total + (section or 1) * _SCALES[word], 0
    return Decimal(total + section)


def _after_point(written: str) -> Decimal:
    digits = "".join(str(_SMALL[word]) for word in _WORD.findall(written))
    return Decimal(f"0.{digits}") if digits else Decimal(0)


def scales(written: str) -> tuple[Decimal, ...]:
    """The multipliers of "hundred million": one for each word."""
    words = _WORD.findall(written)
    return tuple(Decimal(100 if word == "hundred" else _SCALES[word]) for word in words)
