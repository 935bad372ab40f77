"""Pieces: what a block or a table row becomes before its place in the document is known."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.provision import Cell, Kind
from checker.model.text import Span
from checker.segment.notes import NoteMark
from checker.segment.numbering import Mark
from checker.segment.turns import Turn


@dataclass(frozen=True, slots=True)
class Piece:
    """A provision to be. `marks` are those it begins with; `turn` and `note` say whose words or which note it is.

    `level` is a Markdown heading's level, `caption` a heading that names what follows it, `flush` a sentence that
    stands behind a list and not in it, `gap` an empty line above; `table` and `row` count from 1 in their document
    and table (`row` 0: the header row); `heads` says of a first row that it names the columns, as far as can be told.
    """

    kind: Kind
    span: Span
    marks: tuple[Mark, ...] = ()
    level: int = 0
    gap: bool = False
    running: bool = False
    flush: bool = False
    turn: Turn | None = None
    note: NoteMark | None = None
    table: int = 0
    row: int = 0
    cells: tuple[Cell, ...] = ()
    heads: bool = False

    @property
    def body(self) -> int:
        """Where the words behind its marks begin."""
        start = self.marks[-1].end if self.marks else self.span.start
        for opening in (self.turn, self.note):
            start = max(start, opening.end) if opening is not None else start
        return start if start < self.span.end else self.span.start
