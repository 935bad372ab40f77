"""Numerals as list marks write them: roman, letters, Chinese, the Japanese syllable orders, circled."""

from __future__ import annotations

import re
import unicodedata

_ROMAN = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
KANJI_DIGITS = "一二三四五六七八九十百"
_KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_KANJI_UNITS = {"十": 10, "百": 100}
_SYLLABLES = (
    ("イ", "イロハニホヘトチリヌルヲワカヨタレソ"),
    ("ア", "アイウエオカキクケコサシスセソタチツテト"),
)
_LARGEST_ROMAN = 49

Reading = tuple[str, int]
"""A numeral read as the member of a series: the series' first member, and the place in it (from 1)."""


def _as_roman(value: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (value // size)
        value %= size
    return written


_ROMAN_VALUES = {_as_roman(value): value for value in range(1, _LARGEST_ROMAN + 1)}


def letters(written: str) -> tuple[Reading, ...]:
    """The readings of Latin letters: "i" is the first roman numeral or the ninth letter; "aa" the 27th."""
    lower = written.lower()
    upper = written != lower
    found: list[Reading] = []
    if lower in _ROMAN_VALUES:
        found.append(("I" if upper else "i", _ROMAN_VALUES[lower]))
    if lower == lower[0] * len(lower) and len(lower) <= 2:
        found.append(("A" if upper else "a", ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)))
    return tuple(found)


def kanji(written: str) -> int:
    """The value of a Chinese numeral up to 999 ("二十一", "百五", "三〇"), or 0 where it is none."""
    total = current = 0
    for character in written:
        if character in _KANJI:
            current = current * 10 + _KANJI[character]
        elif character in _KANJI_UNITS:
            total += max(current, 1) * _KANJI_UNITS[character]
            current = 0
        else:
            return 0
    return total + current


def syllable(written: str) -> tuple[Reading, ...]:
    """The readings of a katakana: "イ" opens the old order and is second in the new one."""
    return tuple((first, order.index(written) + 1) for first, order in _SYLLABLES if written in order)


def numeral(written: str) -> tuple[Reading, ...]:
    """Every reading of a list mark's numeral; empty where it is none."""
    if written.isdecimal():
        return (("1", int(written)),)
    if re.fullmatch("[A-Za-z]+", written):
        return letters(written)
    if value := kanji(written):
        return (("一", value),)
    if found := syllable(written):
        return found
    value = int(unicodedata.numeric(written, 0)) if len(written) == 1 else 0
    return ((chr(ord(written) - value + 1), value),) if value else ()
