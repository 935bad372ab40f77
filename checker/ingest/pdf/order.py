"""The order in which a person reads pieces of text on a page, told from where they stand alone (an XY cut).

A stretch of rows that all leave the same gap free is a set of columns, each read to its end before the next; any other
row is read across. The same is done again inside each column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

_LEVEL = 3.0  # points between baselines of one row
_DEEPEST = 8


class Spot(NamedTuple):
    """Where a piece stands in the page's reading frame: its reach along the lines, the height of its baseline."""

    u0: float
    u1: float
    v: float


Piece = TypeVar("Piece")
_Gap = tuple[float, float]


def in_order(pieces: Iterable[Piece], spot: Callable[[Piece], Spot], gutter: float) -> list[Piece]:
    """`pieces` in reading order; a gap at least `gutter` points wide may part columns."""
    return _cut([(spot(piece), piece) for piece in pieces], gutter, _DEEPEST)


def _cut(pieces: Sequence[tuple[Spot, Piece]], gutter: float, depth: int) -> list[Piece]:
    rows = _rows(pieces)
    if not rows:
        return []
    left = min(spot.u0 for spot, _ in pieces)
    right = max(spot.u1 for spot, _ in pieces)
    ordered: list[Piece] = []
    at = 0
    while at < len(rows):
        end, gap = _columns(rows, at, left, right, gutter)
        if gap is None or not depth:
            ordered += [piece for _, piece in rows[at]]
            at += 1
            continue
        block = [each for row in rows[at:end] for each in row]
        ordered += _cut([each for each in block if each[0].u0 < gap[1]], gutter, depth - 1)
        ordered += _cut([each for each in block if each[0].u0 >= gap[1]], gutter, depth - 1)
        at = end
    return ordered


def _rows(pieces: Sequence[tuple[Spot, Piece]]) -> list[list[tuple[Spot, Piece]]]:
    """Pieces on the same height together, from left to right."""
    rows: list[list[tuple[Spot, Piece]]] = []
    for each in sorted(pieces, key=lambda each: each[0].v):
        if rows and each[0].v - rows[-1][0][0].v <= _LEVEL:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [sorted(row, key=lambda each: each[0].u0) for row in rows]


def _columns(
    rows: Sequence[Sequence[tuple[Spot, Piece]]], first: int, left: float, right: float, gutter: float
) -> tuple[int, _Gap | None]:
    """Where the rows from `first` on that leave a common gap end, and the leftmost gap with words on both sides."""
    free = [(left, right)]
    end = first
    while end < len(rows):
        narrowed = _common(free, _free(rows[end], left, right), gutter)
        if not narrowed:
            break
        free = narrowed
        end += 1
    spots = [spot for row in rows[first:end] for spot, _ in row]
    parting = (
        gap
        for gap in free
        if any(spot.u1 <= gap[0] + 0.1 for spot in spots) and any(spot.u0 >= gap[1] - 0.1 for spot in spots)
    )
    return end, next(parting, None) if end - first > 1 else None


def _free(row: Sequence[tuple[Spot, Piece]], left: float, right: float) -> list[_Gap]:
    """The stretches of a row without words."""
    gaps: list[_Gap] = []
    reach = left
    for spot, _ in row:
        if spot.u0 > reach:
            gaps.append((reach, spot.u0))
        reach = max(reach, spot.u1)
    return [*gaps, (reach, right)] if right > reach else gaps


def _common(some: Sequence[_Gap], others: Sequence[_Gap], gutter: float) -> list[_Gap]:
    shared = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return sorted((a, b) for a, b in shared if b - a >= gutter)
