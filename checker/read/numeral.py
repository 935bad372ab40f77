"""A numeral where it stands in a text, and how figures are written in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
FIGURES = r"(?:[0-9]{1,3}+(?:,[0-9]{3})++|[0-9]{1,15}+)(?:\.[0-9]{1,12}+)?+"
"""Digits with or without thousands marks and a decimal point; whole only where no digit follows."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read in a text, from `start` to `end`.

    `scales` are the multipliers it ends with, widest first ("3千億": 10^11, 10^8): a numeral before it may share
    them, as the two of "two or three billion".
    """

    start: int
    end: int
    value: Decimal
    scales: tuple[Decimal, ...] = ()
    in_words: bool = False


def figures(written: str) -> Decimal:
    """The value of digits such as "5,500", "12.5" or "12・5"."""
    return Decimal(written.replace(",", "").replace("・", "."))


def ratio(written: str) -> Decimal:
    """The value of "½" or "3/20"."""
    above, below = re.split("[/⁄]", normalize("NFKC", written))
    return Decimal(above) / Decimal(below)
