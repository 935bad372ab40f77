"""One line of a page, as later steps see it."""

from __future__ import annotations

from typing import NamedTuple

WORD_BREAK = "\ufffe"
"""What pdfium leaves for a hyphen at the end of a line, having joined the two lines."""

LINE_END = "\r\n"
"""How pdfium ends a line."""


class Cell(NamedTuple):
    """A place in a table: which table of the page, its row and its column from 0, and how many rows it covers."""

    table: int
    row: int
    column: int
    rows: int


class Line(NamedTuple):
    """A line of a page, or several that plainly run on: where it starts in the page's text, and its words.

    `u0` and `u1` are where its first line begins and its last line ends, `v0` and `v1` the heights of the two, in the
    page's reading frame: u runs along the lines, v from line to line, in points. `ends` counts the line ends inside;
    `sideways` lines run across the others; those of a ruled table have their
    `cell`. `apart` says that its letters are of another size than those of the line before.

    A tuple, because making them is a good part of the cost of reading.
    """

    start: int
    text: str
    u0: float
    u1: float
    v0: float
    v1: float
    ends: int
    sideways: bool = False
    cell: Cell | None = None
    apart: bool = False
