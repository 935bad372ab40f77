"""Tables whose cells span several columns or rows, made into rows of equal length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_WIDEST = 100


class Slot(NamedTuple):
    """A cell as written: how many columns and rows it takes; `goes_on` says that it continues the one above it.

    A tuple, because making them is a good part of the cost of reading tables.
    """

    words: str
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


_PLAIN = (1, 1, False)


def squared(rows: Sequence[Sequence[Slot]]) -> list[list[str]]:
    """The words of every cell; a cell over several rows is said in each of them, over several columns only once.

    So that a row can be read by itself, as people read it: the country at the side of a group counts for all its rows.
    """
    if all(slot[1:] == _PLAIN for row in rows for slot in row):
        return _even([[slot.words for slot in row] for row in rows])
    done: list[list[str]] = []
    below: dict[int, tuple[str, int]] = {}
    for row in rows:
        words: list[str] = []
        for slot in row:
            _fill(words, below)
            above = done[-1][len(words)] if slot.goes_on and done and len(words) < len(done[-1]) else slot.words
            for column in range(min(max(slot.columns, 1), _WIDEST)):
                if slot.rows > 1:
                    below[len(words)] = (above if column == 0 else "", slot.rows - 1)
                words.append(above if column == 0 else "")
        _fill(words, below)
        done.append(words)
    return _even(done)


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows, each as long as the longest."""
    width = max(map(len, rows), default=0)
    return [[*words, *[""] * (width - len(words))] for words in rows]


def _fill(words: list[str], below: dict[int, tuple[str, int]]) -> None:
    """Add the cells that reach down from rows above into the next columns."""
    while len(words) in below:
        text, left = below.pop(len(words))
        if left > 1:
            below[len(words)] = (text, left - 1)
        words.append(text)
