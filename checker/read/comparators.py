"""How the words beside an amount compare it: "up to", "or more", 最大, 以上, を超えない."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.read import comparators_en, comparators_ja
from checker.read.quantity import Comparator

_REACH = 60


@dataclass(frozen=True, slots=True)
class Compared:
    """How an amount is compared, with the place of the amount and its comparing words."""

    comparator: Comparator
    start: int
    end: int


def _groups(wordings: Mapping[Comparator, tuple[str, ...]]) -> str:
    return "(?:" + "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in wordings.items()) + ")"


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


_BEFORE = (
    re.compile(_spaced(rf"(?<![a-z]){_groups(comparators_en.BEFORE)}{comparators_en.BRIDGE}\Z")),
    re.compile(rf"{_groups(comparators_ja.BEFORE)}[、:]?\s?\Z"),
)
_AFTER = (
    re.compile(_spaced(rf",?{_groups(comparators_en.AFTER)}") + comparators_en.NO_MORE),
    re.compile(rf"\s?{_groups(comparators_ja.AFTER)}"),
    re.compile(rf"(?P<{Comparator.AT_LEAST}>\+)(?!\s*[0-9$])"),
)


def compared(text: str, start: int, end: int, floor: int, ceiling: int) -> Compared:
    """The comparing words around the amount at `text[start:end]`, in folded, lower-case text.

    Words outside `text[floor:ceiling]` belong to other amounts.
    A bound outweighs an estimate: "about 15 percent or more" is a lower bound.
    """
    before = _first(pattern.search(text, max(floor, start - _REACH), start) for pattern in _BEFORE)
    after = _first(pattern.match(text, end) for pattern in _AFTER)
    if after and after.end() > ceiling:
        after = None
    said = [Comparator(str(match.lastgroup)) for match in (before, after) if match]
    bounds = [comparator for comparator in said if comparator is not Comparator.ABOUT]
    comparator = (bounds or said or [Comparator.EQUAL])[0]
    return Compared(comparator, before.start() if before else start, after.end() if after else end)


def _first(found: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return next((match for match in found if match), None)
