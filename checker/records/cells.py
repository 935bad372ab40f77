"""One cell as people write it, in the plain form that SQL reads: ISO days, decimal points, two-letter countries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from checker.ingest.dates import dates
from checker.records.schemas import DIGITS, Cell, Column

BLANKS = frozenset({"", "-", "--", "–", "—", "n/a", "na", "none", "nil", "null", "...", "…", "なし", "該当なし", "ー"})
_NOTE = re.compile(
    r"(?<=[\w%％.)）])\s*(?:[¹²³⁰-⁹*†‡§]+|[\[(（](?:[注※]\s?\d{0,2}|\d{1,2}|[a-z])[\])）]|(?:注|※)\s*\d{0,2}[)）]?)$"
)
_PERCENT = re.compile(r"\s*(?:%|percent|per\s?cent|pct\.?|パーセント)$", re.IGNORECASE)
_FREE = frozenset({"free", "無税"})
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?")
_NEGATIVE = re.compile(r"\((.+)\)|[△▲]\s*(.+)")
_ROUNDED = Decimal("0.0000005")
"""What is rounded up to the sixth decimal, the last that is kept."""
_SHORT_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_PACKED_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TWO_WAYS = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_CODE = re.compile(r"(\d{4})\.?(\d{2})\.?(\d{2})(?:\.?(\d{2}))?")
_CODES_BETWEEN = re.compile(r"\s*(?:\+|,|;|、|/|\band\b|\s)\s*")


class CellError(Exception):
    """A cell that does not hold what its column holds; says what was expected."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of one column are read: its kind, the factor of its unit, and whether a comma is decimal."""

    column: Column
    factor: Decimal = Decimal(1)
    decimal_comma: bool = False
    spellings: Mapping[str, str] | None = None

    def plain(self, text: str) -> str:
        """The plain form of a cell; "" for a blank one. Raises CellError."""
        cell = unicodedata.normalize("NFKC", _NOTE.sub("", text.strip())).strip()
        if cell.casefold() in BLANKS:
            return ""
        return _READERS[self.column.cell](cell, self)


def _text(cell: str, _reading: Reading) -> str:
    return " ".join(cell.split())


def _date(cell: str, _reading: Reading) -> str:
    match = _SHORT_DATE.fullmatch(cell) or _PACKED_DATE.fullmatch(cell)
    if match:
        try:
            return date(*map(int, match.groups())).isoformat()
        except ValueError:
            raise CellError("a day of the calendar") from None
    if _TWO_WAYS.fullmatch(cell):
        raise CellError("a day that can be read in one way only, as 2025-10-15; this one could be day or month first")
    found = [each for each in dates(cell) if len(each.span) == len(cell)]
    if not found:
        raise CellError("a day, as 2025-10-15")
    return found[0].iso


def _percent(cell: str, reading: Reading) -> str:
    if cell.casefold() in _FREE:
        return "0"
    bare = _PERCENT.sub("", cell)
    factor = reading.factor if bare == cell else Decimal(1)
    return _decimal(bare, factor, reading, "a percentage, as 15, 15% or 4.7")


def _number(cell: str, reading: Reading) -> str:
    return _decimal(cell, reading.factor, reading, "a number, as 1200 or 0.03")


def _decimal(cell: str, factor: Decimal, reading: Reading, expected: str) -> str:
    negative = _NEGATIVE.fullmatch(cell)
    digits = (negative.group(1) or negative.group(2)) if negative else cell
    digits = digits.replace("−", "-").replace(" ", "").removeprefix("$")
    if reading.decimal_comma and (_DECIMAL_COMMA.fullmatch(digits) or _GROUPED_BY_POINT.fullmatch(digits)):
        digits = digits.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    if not _NUMBER.fullmatch(digits):
        raise CellError(expected)
    try:
        number = Decimal(digits) * factor
    except InvalidOperation:
        raise CellError(expected) from None
    if reading.column.above and number <= Decimal(reading.column.above):
        raise CellError(f"a number above {reading.column.above}")
    digits_held = DIGITS[reading.column.cell]
    if abs(number) + _ROUNDED >= 10**digits_held:
        raise CellError(f"a number of at most {digits_held} digits before its decimal point")
    return format(-number if negative else number, "f")


def _codes(cell: str, reading: Reading) -> str:
    if cell.casefold() in reading.column.choices:
        return cell.casefold()
    found = [_CODE.fullmatch(part) for part in _CODES_BETWEEN.split(cell)]
    if not all(found) or not found:
        raise CellError("a tariff number of 8 or 10 digits, as 8703.23.01")
    return " ".join(f"{m[1]}.{m[2]}.{m[3]}{m[4] or ''}" for m in found if m)


def _choice(cell: str, reading: Reading) -> str:
    words = reading.spellings or {}
    for spelling in (cell, cell.upper(), cell.casefold()):
        if spelling in reading.column.choices:
            return spelling
        if spelling in words:
            return words[spelling]
    raise CellError(
        "an ISO country code, as JP" if reading.column.cell is Cell.COUNTRY else " or ".join(reading.column.choices)
    )


_READERS: Mapping[Cell, Callable[[str, Reading], str]] = {
    Cell.TEXT: _text,
    Cell.DATE: _date,
    Cell.PERCENT: _percent,
    Cell.NUMBER: _number,
    Cell.CODE: _codes,
    Cell.COUNTRY: _choice,
    Cell.CHOICE: _choice,
}


def uses_decimal_comma(text: str) -> bool:
    """Whether a cell can only be a number with a decimal comma, as "4,7" or "1.234,5"."""
    cell = _PERCENT.sub("", unicodedata.normalize("NFKC", text.strip()))
    if _GROUPED.fullmatch(cell):
        return False
    return bool(_DECIMAL_COMMA.fullmatch(cell) or ("," in cell and _GROUPED_BY_POINT.fullmatch(cell)))
