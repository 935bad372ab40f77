"""One physical line of a page."""

from __future__ import annotations

from typing import NamedTuple

WORD_BREAK = "\ufffe"
"""What pdfium leaves for a hyphen at the end of a line, having joined the two lines."""


class Line(NamedTuple):
    """A line: where it starts in the page's text, its words, and the origins of its first and last character.

    Positions are in the page's reading frame: u runs along the lines, v from line to line, in points. `sideways` lines
    run across the others. A tuple, because making the lines is a good part of the cost of reading.
    """

    start: int
    text: str
    u0: float
    u1: float
    v0: float
    v1: float
    sideways: bool = False
