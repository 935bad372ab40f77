"""Dates as governments write them, in English and Japanese, Western years and eras: found in a text, given as ISO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.model.text import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sep(?:t?\.|t(?:ember)?)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}"
_TH = r"(?i:st|nd|rd|th)?"
_DASH = r"[-‐–/.]"
# The year before the first year of each era; a year past the era's end still means what it counts.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_SIGNS = {"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"}
_ERA_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_DIGITS = {row[n]: n for row in ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九") for n in range(10)}
_FIGURE = r"[0-9０-９〇一二三四五六七八九]"
_NUMBER = r"[0-9０-９〇一二三四五六七八九十]+"
_MONTH_DAY = rf"\s*年\s*(?:[（(]{_NUMBER}年[）)]\s*)?(?P<m{{form}}>{_NUMBER})\s*月\s*(?P<d{{form}}>{_NUMBER})\s*日"
# Every form names its groups e (era), y, m and d with its own number.
_FORMS = (
    rf"\b(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}){_TH}\s*,?\s+(?P<y1>\d{{4}})\b",
    rf"\b(?P<d2>{_DAY}){_TH}\s+(?:day\s+of\s+)?(?P<m2>{_MONTH})\s*,?\s+(?P<y2>\d{{4}})\b",
    rf"(?<![\d.])(?P<y3>\d{{4}}){_DASH}(?P<m3>\d{{1,2}}){_DASH}(?P<d3>{_DAY})(?![\d.]\d)(?!\d)",
    rf"(?P<e4>明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿])\s*(?P<y4>元|{_NUMBER})" + _MONTH_DAY.format(form=4),
    rf"(?<!{_FIGURE})(?P<y5>{_FIGURE}{{4}})" + _MONTH_DAY.format(form=5),
    rf"(?<![A-Za-z0-9.])(?P<e6>[MTSHR])\s?(?P<y6>\d{{1,2}})[./](?P<m6>\d{{1,2}})[./](?P<d6>{_DAY})(?![\d.]\d)(?!\d)",
)
_DATE = re.compile("|".join(_FORMS))


@dataclass(frozen=True, slots=True)
class Dated:
    """A date where it stands in a text; `iso` is YYYY-MM-DD."""

    iso: str
    span: Span


def dates(text: str) -> Iterator[Dated]:
    """The dates written in `text`, in order; what looks like a date but is no day of the calendar is left out."""
    for match in _DATE.finditer(text):
        iso = _iso(match)
        if iso:
            yield Dated(iso, Span(match.start(), match.end()))


def american(text: str) -> str:
    """A date written month-day-year in digits, as "9-8-25" or "9/8/2025", as YYYY-MM-DD; "" where it is none."""
    match = re.fullmatch(rf"({_DAY}){_DASH}({_DAY}){_DASH}(\d{{4}}|\d{{2}})", text.strip())
    if not match:
        return ""
    month, day, year = (int(part) for part in match.groups())
    return _calendar(year if year > 99 else 2000 + year, month, day)


def _iso(match: re.Match[str]) -> str:
    form = str(match.lastgroup)[-1]
    era = match.group(f"e{form}") if form in "46" else ""
    first = _ERAS[_ERA_LETTERS.get(era) or _ERA_SIGNS.get(era) or era] if era else 0
    return _calendar(
        first + _number(match.group(f"y{form}")), _month(match.group(f"m{form}")), _number(match.group(f"d{form}"))
    )


def _month(word: str) -> int:
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else _number(word)


def _number(digits: str) -> int:
    """The value of digits of any width, of kanji numerals up to 99 ("二十一"), or digit by digit ("二〇二六")."""
    if digits == "元":
        return 1
    tens, ten, units = digits.partition("十")
    return (_positional(tens) if tens else 1) * 10 + _positional(units) if ten else _positional(digits)


def _positional(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 10 + _DIGITS.get(digit, 0)
    return value


def _calendar(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        return ""
