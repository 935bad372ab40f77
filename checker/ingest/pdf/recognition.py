"""What OCR made of a page: rows of characters, each with its rectangle and how sure it was of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model.text import Box

_BASELINE = 0.2  # of a row's height, from below


@dataclass(frozen=True, slots=True)
class Row:
    """Characters of a page's text that were recognised as one line, and the rectangle it fills, in points."""

    first: int
    count: int
    box: Box
    confidence: float

    @property
    def baseline(self) -> float:
        """The height on which its letters stand."""
        return self.box.bottom - _BASELINE * (self.box.bottom - self.box.top)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The rows of a page that was read from its picture, in the order of its text; there is at least one."""

    rows: tuple[Row, ...]

    @property
    def confidence(self) -> float:
        """That of the least certain row."""
        return min(row.confidence for row in self.rows)

    def box(self, first: int, count: int) -> Box | None:
        """About where characters of one row stand: their share of its width."""
        row = next((row for row in self.rows if row.first <= first < row.first + row.count), None)
        if row is None:
            return None
        step = (row.box.x1 - row.box.x0) / row.count
        x0 = row.box.x0 + step * (first - row.first)
        return replace(row.box, x0=x0, x1=min(x0 + step * count, row.box.x1))
