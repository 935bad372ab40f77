"""What the header of a column says about its unit, and whether its values can be read in one way only."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from checker.model.document import Problem
from checker.records.headers import Header
from checker.records.schemas import Cell, Column

_PERCENT = re.compile(r"%|\bpct\b|_pct$|percent|per cent|パーセント", re.IGNORECASE)
# The longer word first where one holds another.
_SCALES = {
    "百万": Decimal(10**6),
    "十億": Decimal(10**9),
    "兆": Decimal(10**12),
    "億": Decimal(10**8),
    "万": Decimal(10**4),
    "千": Decimal(10**3),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_YEN = re.compile(r"円|¥|\byen\b|\bjpy\b", re.IGNORECASE)
_FRACTION = re.compile(r"\b(?:fraction|ratio|decimal|0-1)\b|小数|比率", re.IGNORECASE)


def factor(column: Column, header: Header) -> Decimal | None:
    """What a bare number of the column is multiplied by; None where the header does not say its unit."""
    if column.cell is not Cell.PERCENT:
        return _scale(f"{header.above} {header.unit}") if column.cell is Cell.NUMBER else Decimal(1)
    words = unicodedata.normalize("NFKC", f"{header.above} {header.text} {header.unit}").strip()
    if _FRACTION.search(words):
        return Decimal(100)
    return Decimal(1) if _PERCENT.search(words) else None


def _scale(unit: str) -> Decimal:
    """The number that a unit such as "USD million" or "億円" multiplies by."""
    words = unicodedata.normalize("NFKC", unit).casefold()
    return next((factor for word, factor in _SCALES.items() if word in words), Decimal(1))


def unclear(greatest: Decimal) -> bool:
    """Whether a column without stated unit whose greatest number this is could hold fractions."""
    return 0 < greatest <= 1


def in_yen(header: Header) -> bool:
    """Whether the header says that the amounts are in yen."""
    return bool(_YEN.search(unicodedata.normalize("NFKC", f"{header.above} {header.text} {header.unit}")))


def two_ways(header: Header, greatest: Decimal) -> Problem:
    """The question that has to be put to whoever made the table."""
    as_fraction = format((greatest * 100).normalize(), "f")
    return Problem(
        "E-UNIT",
        f"no value of the column is above 1: is {greatest} meant as {greatest} percent, or as the fraction that is "
        f"{as_fraction} percent?",
        f"column {header.text}",
        f'write the values as 15 or 15%, or say it in the header: "{header.text} (%)" or "{header.text} (fraction)"',
    )
