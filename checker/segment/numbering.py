"""Marks: what a list item, a section or an article begins with, and the place it takes in its series."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from checker.segment.numerals import KANJI_DIGITS, Reading, numeral


class Family(StrEnum):
    """What sort of unit a mark opens."""

    DIVISION = "division"
    ITEM = "item"
    BULLET = "bullet"
    TARIFF = "tariff"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text. `end` is where the words after it begin.

    `readings` are the series it may belong to, with its place in each: "(i)" is the first of (i), (ii) or the ninth
    of (a), (b). `rank` orders divisions, outermost lowest.
    """

    family: Family
    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    rank: int = 0

    def __post_init__(self) -> None:
        if not self.text or not self.readings:
            raise ValueError("a mark has a text and a place in a series")
        if self.end <= self.start:
            raise ValueError("a mark ends behind its start")

    @property
    def weak(self) -> bool:
        """Whether it could as well be an ordinary number or initial at the start of a line ("15.", "J.")."""
        return self.family is Family.ITEM and (self.text[0].isdecimal() or self.lettered)

    @property
    def dotted(self) -> bool:
        """Whether it is a number with parts, "4.9"."""
        return self.readings[0][0].startswith("1.1")

    @property
    def lettered(self) -> bool:
        """Whether it is a bare letter with a stop, as initials are."""
        return self.family is Family.ITEM and self.text.isascii() and self.text.isalpha()

    @property
    def bare(self) -> bool:
        """Whether it is a number without a stop, as a quantity is ("2 Toyota models")."""
        return self.readings[0][0] == "1" and self.text.isascii()


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_REFERS_ON = r"(?!\s*[,;.)）、。]|\s+(?:and|or|of|through|above|below)\b|[のにはをが及又若])"
_NO_QUANTITY = r"(?!\s+(?:[%％円億万]|per\b|percent|million|billion|trillion|yen|dollars?|points?))"
_NO_COUNT_JA = r"(?!\s[年月日時分人円％%件回条項号か台社名万億・])"
_ITEM = re.compile(
    rf"""
    [(（](?P<paren>\d{{1,3}}|[ivx]{{1,6}}|[IVX]{{1,5}}|(?P<twice>[a-z])(?P=twice)?|[A-Z]|[{KANJI_DIGITS}]{{1,3}}|[ア-ン])[)）]
        {_REFERS_ON}
  | (?P<tariff>\d{{4}}\.\d\d(?:\.\d\d){{0,2}})(?=\s+(?:\d/\s|[\[(“"']*[A-Z]))
  | (?P<dotted>\d{{1,3}}(?:[.．]\d{{1,3}}){{1,4}})[.．]?(?=\s){_NO_QUANTITY}
  | (?P<number>\d{{1,3}})[.．)）](?=\s|[^\x00-\x7f\d]|$)
  | (?P<bare>[０-９]{{1,3}}(?=\s)|\d{{1,3}}(?=　)|\d{{1,2}}(?=\ [^\x00-\x7f]|\ (?!{_MONTHS})[A-Z][a-z])){_NO_COUNT_JA}
  | (?P<kanji>[{KANJI_DIGITS}]{{1,3}})(?=\s)
  | (?P<kana>[ア-ン])(?=[\s．.])[．.]?
  | (?P<circled>[①-⑳㉑-㉟⑴-⒇Ⅰ-Ⅻⅰ-ⅻ])[.．]?
  | (?P<letter>[a-z]|[ivx]{{2,5}}|[A-Z]|[IVX]{{2,5}})[.)](?=\s)
  | (?P<bullet>[-–—－−―*+・●○◯◆◇■□▪▸▶➢➣✓✔‣⁃◦·•o])(?=\s)
  | (?P<dot>[•・●◆◇■□▪◦])(?=\S)
    """,
    re.VERBOSE,
)
_CHAINED = ("paren", "circled", "kana", "kanji")
_SHAPES = {"paren": "({})", "number": "{}.", "letter": "{}."}
"""How a series is named after the way its marks are written, where that is not by the numeral alone."""


def item_mark(text: str, start: int, end: int, indent: int = 0) -> Mark | None:
    """The mark of a list item that begins at `start` in a line that ends at `end`, or None."""
    match = _ITEM.match(text, start, end)
    if match is None:
        return None
    name = str(match.lastgroup)
    written = match[name]
    after = _skip_blanks(text, match.end(), end)
    if name in ("bullet", "dot"):
        return Mark(Family.BULLET, written, start, after, ((f"{written}{indent}", 0),))
    if name == "tariff":
        return Mark(Family.TARIFF, written, start, after, (("tariff", 0),))
    readings = _readings(name, written)
    shown = match[0] if name == "paren" else match[0].rstrip(".．)）")
    return Mark(Family.ITEM, shown, start, after, readings) if readings else None


@lru_cache(maxsize=4096)
def _readings(name: str, written: str) -> tuple[Reading, ...]:
    """The places that a numeral, written in one of the ways `_ITEM` names, can have in a series."""
    if name == "dotted":
        parts = re.split("[.．]", written)
        return ((".".join("1" * len(parts)), int(parts[-1])),)
    return tuple((_SHAPES.get(name, "{}").format(series), value) for series, value in numeral(written))


def chained_mark(text: str, start: int, end: int) -> Mark | None:
    """The second mark of "2. (a) ..." at `start`, or None: only brackets, circles and syllables follow another mark."""
    match = _ITEM.match(text, start, end)
    return item_mark(text, start, end) if match is not None and match.lastgroup in _CHAINED else None


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
