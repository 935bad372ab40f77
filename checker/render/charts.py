"""Strips: the one shape of all charts of the page, a row of coloured stretches that a reader's screen may widen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 1000
"""How wide a strip is, in its own units; it is drawn as wide as there is room."""
_GAP = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a strip: the class that colours it, where it begins and how wide it is, in units of the strip."""

    key: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Twin:
    """The figures of a chart as a table: its headings and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def strip(parts: Iterable[tuple[str, float, float]]) -> tuple[Stretch, ...]:
    """The stretches of `parts`: a class each, and where it begins and ends as a share of the whole, from 0 to 1."""
    return tuple(_stretch(key, start * WIDTH, end * WIDTH) for key, start, end in parts)


def _stretch(key: str, start: float, end: float) -> Stretch:
    # A hair of paper between neighbours tells them apart without their colours.
    return Stretch(key, f"{start:.1f}", f"{max(end - start - _GAP, _GAP):.1f}")
