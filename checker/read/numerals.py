"""Numerals of both languages, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.read import numerals_en, numerals_ja
from checker.read.numeral import Numeral

# A letter or a digit before it makes it part of a name ("AP1000", "9903.02.72").
_NUMERAL = re.compile(rf"(?<![a-z0-9])(?<![0-9][.,])(?:(?P<japanese>{numerals_ja.PATTERN})|{numerals_en.PATTERN})")
_BEFORE_REPEAT = re.compile(r"\s?[(]\s?")
_AFTER_REPEAT = re.compile(r"\s?[)]")


def numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of a folded, lower-case text, in order; "fifteen (15)" is one, and its words govern."""
    return tuple(_without_repeats(text, _all(text)))


def _all(text: str) -> Iterator[Numeral]:
    for match in _NUMERAL.finditer(text):
        found = numerals_ja.numeral(match) if match["japanese"] else numerals_en.numeral(match)
        if found is not None:
            yield found


def _without_repeats(text: str, found: Iterator[Numeral]) -> Iterator[Numeral]:
    held: Numeral | None = None
    for numeral in found:
        merged = _merged(text, held, numeral) if held else None
        if held and not merged:
            yield held
        held = merged or numeral
    if held:
        yield held


def _merged(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    closing = _AFTER_REPEAT.match(text, second.end)
    if closing is None or not _BEFORE_REPEAT.fullmatch(text, first.end, second.start):
        return None
    if first.in_words == second.in_words and first.value != second.value:
        return None
    governing = first if first.in_words else second
    return Numeral(first.start, closing.end(), governing.value, governing.scales, True)
