"""Dates in the forms of English and Japanese documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest.dates import american, dates

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FIRST_YEARS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
LETTERS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R"}
SIGNS = {"明治": "㍾", "大正": "㍽", "昭和": "㍼", "平成": "㍻", "令和": "㋿"}
DAYS = st.dates(date(1868, 1, 1), date(2090, 12, 31))
MODERN_DAYS = st.dates(date(2019, 5, 1), date(2100, 12, 31))


def found(text: str) -> list[tuple[str, str]]:
    return [(dated.iso, dated.span.of(text)) for dated in dates(text)]


def wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def kanji(number: int) -> str:
    tens, units = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (
        "" if units == 0 and tens else digits[units]
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("September 4, 2025", "2025-09-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("4 September 2025", "2025-09-04"),
        ("the 4th day of September, 2025", "2025-09-04"),
        ("MARCH 1ST, 2026", "2026-03-01"),
        ("2025-09-04", "2025-09-04"),
        ("令和七年十二月十八日", "2025-12-18"),
        ("令和元年五月一日", "2019-05-01"),
        ("令和 7 年 12 月 18 日", "2025-12-18"),
        ("令和7年（2025年）12月18日", "2025-12-18"),
        ("㋿7年12月18日", "2025-12-18"),
        ("平成35年1月1日", "2023-01-01"),
        ("2026年2月16日", "2026-02-16"),
        ("２０２６年２月１６日", "2026-02-16"),
        ("二〇二六年二月十六日", "2026-02-16"),
        ("R8.2.16", "2026-02-16"),
        ("2026/2/16", "2026-02-16"),
    ],
)
def test_one_date(text: str, iso: str) -> None:
    before, after = "On ", ", as amended."
    ((got, words),) = found(before + text + after)
    assert got == iso
    assert words == text.removeprefix("the ")


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2025",
        "令和七年二月三十日",
        "十十年十月十日",
        "may be amended in 2025",
        "subheading 9903.01.63",
        "version 1.2025.1.2",
        "section 5.2024.3.1",
        "令和7年度",
        "90 FR 43535",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_dates_come_in_the_order_of_the_text() -> None:
    text = "2026年2月16日付けの通知（令和7年12月18日改正）"
    assert [iso for iso, _ in found(text)] == ["2026-02-16", "2025-12-18"]


@pytest.mark.parametrize(
    ("text", "iso"), [("9–8–25", "2025-09-08"), ("9/8/2025", "2025-09-08"), ("13-8-25", ""), ("9-8", ""), ("", "")]
)
def test_american_figures(text: str, iso: str) -> None:
    assert american(text) == iso


@given(DAYS)
def test_western_forms(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{wide(day.year)}年{wide(day.month)}月{wide(day.day)}日",
    ):
        assert found(f"（{text}）") == [(day.isoformat(), text)]


@given(st.sampled_from(sorted(FIRST_YEARS)), st.integers(1, 40), st.integers(1, 12), st.integers(1, 28))
def test_eras_count_from_their_first_year(era: str, year: int, month: int, day: int) -> None:
    iso = date(FIRST_YEARS[era] + year - 1, month, day).isoformat()
    for text in (
        f"{era}{year}年{month}月{day}日",
        f"{era}{kanji(year)}年{kanji(month)}月{kanji(day)}日",
        f"{SIGNS[era]}{year}年{month}月{day}日",
        f"{LETTERS[era]}{year}.{month}.{day}",
    ):
        assert found(f"（{text}）") == [(iso, text)]


@given(st.text(alphabet="0123456789０５一二十年月日令和元R./- SeptMay,", max_size=40))
def test_whatever_is_found_is_a_day_and_stands_where_it_is_said_to(text: str) -> None:
    for iso, words in found(text):
        assert date.fromisoformat(iso).isoformat() == iso
        assert words in text
