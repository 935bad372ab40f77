"""Raised figures: marks of notes and exponents, which must not be read as part of the figure or word before them.

They become the superscript figures of Unicode, one for one: 15 with note 1 reads "15¹", not "151".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker.ingest.pdf.line import WORD_BREAK, Line

Levels = Callable[[Sequence[int]], list[float]]
"""The heights (v) at which characters of the page are set."""

_FIGURES = re.compile("[0-9][0-9]*")  # found three times as fast as "[0-9]+"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEAST = 1.0  # points above the rest of the line


def with_raised_figures(lines: Sequence[Line], levels: Levels) -> list[Line]:
    """`lines` with raised figures written as such; no text changes its length."""
    figures = [
        (at, match.start(), match.end())
        for at, line in enumerate(lines)
        if not line.sideways
        for match in _FIGURES.finditer(line.text)
        if match.end() > match.start() + 1 or _glued(line.text, match.start())
    ]
    ends = levels([lines[at].start + end - 1 for at, _, end in figures])
    marked = list(lines)
    for (at, start, end), level in zip(figures, ends, strict=True):
        if level < lines[at].v0 - _LEAST and (level < lines[at].v1 - _LEAST or WORD_BREAK not in lines[at].text):
            marked[at] = _marked(marked[at], start, end, levels)
    return marked


def _marked(line: Line, start: int, end: int, levels: Levels) -> Line:
    """The line with the raised ones among the figures from `start` to `end`."""
    first = start - 1 if _glued(line.text, start) else start
    heights = levels(range(line.start + first, line.start + end))
    raised = [place for place, height in enumerate(heights, first) if height < max(heights) - _LEAST]
    if not raised or raised != list(range(raised[0], end)):
        return line
    text = line.text
    return line._replace(text=text[: raised[0]] + text[raised[0] : end].translate(_RAISED) + text[end:])


def _glued(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] != " "
