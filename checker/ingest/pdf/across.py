"""Whether the lines of a page run on across the gap between two columns, as where a file holds them row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.ingest.pdf.frames import spots
from checker.ingest.pdf.line import Line
from checker.ingest.pdf.pages import OpenPage

GAP = 14.0
"""Points between two words, beside half a line's distance, that may part two columns."""
_SAMPLE = 3
_ROW = re.compile(r"[^\r\n\ufffe]{60,}")  # narrower rows do not run over two columns
_BLANK = re.compile(r"\S \S")


def runs_across(opened: OpenPage, lines: Sequence[Line], direction: str, leading: float) -> bool:
    """Whether the longest of `lines` all have a wide gap in the same place."""
    rows = [(line.start + row.start(), row[0]) for line in lines for row in _ROW.finditer(line.text)]
    longest = sorted(rows, key=lambda row: -len(row[1]))[:_SAMPLE]
    if len(longest) < _SAMPLE:
        return False
    common = _gaps(opened, *longest[0], direction, leading)
    for start, text in longest[1:]:
        others = _gaps(opened, start, text, direction, leading) if common else []
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in others if a < d and c < b]
    return bool(common)


def _gaps(opened: OpenPage, start: int, text: str, direction: str, leading: float) -> list[tuple[float, float]]:
    """The wide gaps between the words of a row."""
    places = [start + blank.start() + side for blank in _BLANK.finditer(text) for side in (0, 2)]
    points = iter(spots(opened, direction, places))
    return [(u0, u1) for (u0, _), (u1, _) in zip(points, points, strict=True) if u1 - u0 > GAP + leading / 2]
