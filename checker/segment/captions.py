"""Captions: what stands right above a table and names it, or leads into it."""

from __future__ import annotations

from checker.model.provision import Cell, Kind, Provision
from checker.model.text import Span
from checker.segment.leadins import introduces

_LONGEST = 200


class Captions:
    """The caption and the lead-in of the table that is being walked through."""

    def __init__(self) -> None:
        self._above: Provision | None = None
        self._table = 0
        self._heads: tuple[Span, ...] = ()
        self._first: Span | None = None
        self.name = ""
        self.lead_ins: tuple[Span, ...] = ()

    def enter(self, table: int, text: str) -> None:
        """Begin a table, unless it is the one already begun: look at what stands above it."""
        if table == self._table:
            return
        self._table = table
        self._heads = ()
        self._first = None
        self.name = ""
        self.lead_ins = ()
        above = self._above
        if above is None or above.kind in (Kind.TABLE_ROW, Kind.FOOTNOTE):
            return
        if above.kind is Kind.HEADING or (len(above.span) <= _LONGEST and len(above.sentences) == 1):
            self.name = above.span.of(text)
            self._heads = () if above.kind is Kind.HEADING else (above.span,)
        elif above.sentences and introduces(above.sentences[-1].of(text)):
            self.lead_ins = above.sentences[-1:]

    @property
    def headings(self) -> tuple[Span, ...]:
        """The headings that the table adds to those it stands under: a caption that is a sentence, its header rows."""
        return self._heads

    def add_header(self, span: Span) -> None:
        """Take a header row among the headings of the rows below it."""
        self._heads = (*self._heads, span)

    def carry(self, cells: tuple[Cell, ...]) -> tuple[Span, ...]:
        """The first cell of a row above, for a row that leaves its own first cell empty."""
        if not cells:
            return ()
        if len(cells[0].span):
            self._first = cells[0].span
            return ()
        return () if self._first is None else (self._first,)

    def note(self, placed: Provision) -> None:
        """Remember what was placed last."""
        self._above = placed
