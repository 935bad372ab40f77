"""Raised figures: marks of notes and exponents, which must not be read as part of the figure or word before them.

They become the superscript figures of Unicode, one for one: 15 with note 1 reads "15¹", not "151".
"""

from __future__ import annotations

import re
from collections import Counter

from checker.ingest.pdf.pages import OpenPage

_FIGURES = re.compile("[0-9][0-9]*")  # found twice as fast as "[0-9]+"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CLOSERS = frozenset("%)]”’»\"'.,;:、。」）")
_LEAST = 1.0  # points above the rest of the line


def with_raised_figures(opened: OpenPage) -> str:
    """The text of a page with raised figures written as such; its length does not change.

    Every look at a position costs. So figures that follow a word are looked at, and of the others those that stand on
    the page once: a figure with the mark of a note glued to it hardly comes twice.
    """
    text = opened.text
    figures = [match.span() for match in _FIGURES.finditer(text)]
    counts = Counter([text[start:end] for start, end in figures])
    pairs: list[tuple[int, int]] = []
    for start, end in figures:
        before = text[start - 1] if start else " "
        if before.isalpha() or before in _CLOSERS or (end - start > 1 and counts[text[start:end]] == 1):
            pairs.append((start if before.isspace() else start - 1, end - 1))
    points = iter(opened.origins([place for pair in pairs for place in pair]))
    for (first, last), x0, y0, x1, y1 in zip(pairs, points, points, points, points, strict=True):
        # Along the line one of the two is the same; which one depends on how the page is turned.
        if abs(x1 - x0) > _LEAST and abs(y1 - y0) > _LEAST:
            text = _raise(opened, text, first, last)
    return text


def _raise(opened: OpenPage, text: str, first: int, last: int) -> str:
    """The text with the raised ones among the characters from `first` to `last` made superscript."""
    points = opened.origins(range(first, last + 1))
    level = points[1]
    raised = [place for place in range(first + 1, last + 1) if points[2 * (place - first) + 1] > level + _LEAST]
    if not raised or raised != list(range(raised[0], last + 1)):
        return text
    return text[: raised[0]] + text[raised[0] : last + 1].translate(_RAISED) + text[last + 1 :]
