"""The numbers that programs put before the paragraphs of a list; they stand nowhere in the text and must be counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"%([1-9])")
_KANJI = "〇一二三四五六七八九"
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LONGEST = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, the form of its numbers, and its mark with %1 for the number of level 1."""

    start: int
    format: str
    text: str


class Numbering:
    """Counts the paragraphs of every list of a document."""

    def __init__(self, lists: Mapping[str, Mapping[int, Level]]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}

    def restart(self, number: str) -> None:
        """Count a list from its beginning again."""
        self._counts.pop(number, None)

    def label(self, number: str, level: int) -> str:
        """The mark before the next paragraph of list `number` at `level`, as "(a) " or "- "; empty for no list."""
        levels = self._lists.get(number)
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(number, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if levels[level].format == "bullet":
            return "- "
        if levels[level].format == "none":
            return ""
        shown = _PLACE.sub(lambda found: _shown(levels, counts, int(found.group(1)) - 1), levels[level].text)
        return shown.strip() + " " if shown.strip() else ""


def _shown(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    if level not in levels:
        return ""
    number = counts.get(level, levels[level].start)
    write = _FORMATS.get(levels[level].format, str)
    return write(number) if 0 < number <= _LONGEST else str(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        shown += sign * (number // value)
        number %= value
    return shown


def _kanji(number: int) -> str:
    if number >= 100:
        return "".join(_KANJI[int(figure)] for figure in str(number))
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _KANJI[tens] + "十") + (_KANJI[ones] if ones else "")


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(figure)) for figure in str(number))


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "japaneseCounting": _kanji,
    "ideographDigital": _kanji,
    "japaneseLegal": _kanji,
    "chineseCounting": _kanji,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _circled,
    "aiueo": lambda number: _KANA[(number - 1) % len(_KANA)],
    "aiueoFullWidth": lambda number: _KANA[(number - 1) % len(_KANA)],
    "iroha": lambda number: _IROHA[(number - 1) % len(_IROHA)],
    "irohaFullWidth": lambda number: _IROHA[(number - 1) % len(_IROHA)],
}
