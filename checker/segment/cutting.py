"""Cuts blocks into pieces: headings from what they head, questions from answers, items from their paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model.provision import Kind
from checker.segment.blocks import Block
from checker.segment.cut_body import cut_body, split_divisions
from checker.segment.cut_turns import cut_turn
from checker.segment.headings import heading_end
from checker.segment.notes import Carriers, note_mark
from checker.segment.numbering import Family, item_mark
from checker.segment.pieces import Piece
from checker.segment.runin import run_in_marks
from checker.segment.spans import trim
from checker.segment.tables import Table
from checker.segment.turns import Turn, asks, read_turn

_LONGEST_LINE = 300
_MOST_HEADINGS = 8


def cut(text: str, found: Sequence[Block | Table], carriers: Carriers) -> tuple[Piece, ...]:
    """The pieces of a document, in order."""
    parts: list[Block | Table] = []
    for part in found:
        parts += [part] if isinstance(part, Table) else split_divisions(text, part)
    cutter = _Cutter(text, carriers)
    for part, below in zip(parts, _below(parts), strict=True):
        cutter.take(part, below)
    return tuple(cutter.pieces)


def _below(parts: Sequence[Block | Table]) -> list[Block | Table | None]:
    """What follows each part, running heads left out."""
    following: list[Block | Table | None] = []
    below: Block | Table | None = None
    for part in reversed(parts):
        following.append(below)
        below = part if isinstance(part, Table) or not part.running else below
    return following[::-1]


class _Cutter:
    """Knows what stands open above a block: a question, a list of unmarked lines, a series of titles."""

    def __init__(self, text: str, carriers: Carriers) -> None:
        self.pieces: list[Piece] = []
        self._text = text
        self._carriers = carriers
        self._tables = 0
        self._asker: str | None = None
        self._listing = False
        self._titled: dict[str, bool] = {}
        self._bare_headings = 0

    def take(self, part: Block | Table, below: Block | Table | None) -> None:
        """Cut the next block or table; `below` is what follows it."""
        if isinstance(part, Table):
            self._tables += 1
            self.pieces += _rows(part, self._tables)
            self._listing = False
        elif part.running:
            self.pieces.append(Piece(Kind.HEADING, part.span, running=True))
        else:
            cut_here = self._cut(part, below)
            self.pieces += cut_here
            bare = [piece.kind for piece in cut_here] == [Kind.HEADING]
            self._bare_headings = self._bare_headings + 1 if bare else 0
            self._asker = _stays_open(cut_here, self._asker)
            self._listing = self._lists(cut_here[-1])

    def _cut(self, block: Block, below: Block | Table | None) -> list[Piece]:
        text, span = self._text, block.span
        turn = read_turn(text, span.start, span.end, self._asker is not None)
        if turn is not None and turn.end < span.end:
            return cut_turn(text, block, turn, self._turn_of(below), self._asker)
        if note := self._note(block):
            return [note]
        if self._listing and _is_line_of_list(text, block):
            return [Piece(Kind.LIST_ITEM, span, gap=block.gap)]
        end = heading_end(text, block, below, first=not self.pieces, untitled=self._is_untitled(block))
        if end is None or self._is_list(block, end):
            self._note_series(block, titled=False)
            return cut_body(text, block)
        self._note_series(block, titled=True)
        return self._cut_heading(block, end)

    def _is_list(self, block: Block, end: int) -> bool:
        """Whether what reads like headings is a list: one line of many such, or several items on one line."""
        if end < block.span.end:
            return False
        if not block.marks:
            return not block.level and self._bare_headings >= _MOST_HEADINGS
        return bool(run_in_marks(self._text, block.body, end, block.marks))

    def _cut_heading(self, block: Block, end: int) -> list[Piece]:
        text = self._text
        heading = Piece(Kind.HEADING, trim(text, block.span.start, end), block.marks, block.level, block.gap)
        if asks(heading.span.of(text)):
            heading = replace(heading, kind=Kind.QUESTION)
        rest = trim(text, end, block.span.end)
        if not rest:
            return [heading]
        mark = item_mark(text, rest.start, rest.end)
        opens = mark is not None and mark.family is Family.ITEM and not mark.lettered
        return [heading, *cut_body(text, Block(rest, marks=(mark,) if mark and opens else ()))]

    def _is_untitled(self, block: Block) -> bool:
        """Whether a member before it in its series was no heading, so that the block is none either."""
        readings = block.marks[-1].readings if block.marks else ()
        known = [self._titled.get(series) for series, value in readings if value > 1]
        return known[:1] == [False]

    def _note_series(self, block: Block, titled: bool) -> None:
        if block.marks:
            self._titled.update({series: titled for series, _ in block.marks[-1].readings})

    def _turn_of(self, below: Block | Table | None) -> Turn | None:
        return read_turn(self._text, below.span.start, below.span.end, asked=True) if isinstance(below, Block) else None

    def _note(self, block: Block) -> Piece | None:
        mark = note_mark(self._text, block.span.start, block.span.end)
        if mark is None:
            return None
        starred = mark.key.startswith("*")
        emphasis = starred and block.span.of(self._text).count("*") > len(mark.key)
        if emphasis or (starred and not self._carriers.between(mark.key, 0, block.span.start)):
            return None
        return Piece(Kind.FOOTNOTE, block.span, note=mark, gap=block.gap)

    def _lists(self, last: Piece) -> bool:
        """Whether unmarked lines below `last` are members of a list: it ends in a colon, or is itself such a member."""
        if last.kind is Kind.HEADING:
            return False
        if self._text[last.span.end - 1] in ":：":
            return True
        return self._listing and last.kind is Kind.LIST_ITEM and not last.marks


def _rows(table: Table, number: int) -> list[Piece]:
    heads = [Piece(Kind.HEADING, row.span, table=number) for row in table.heads]
    rows = [Piece(Kind.TABLE_ROW, r.span, table=number, row=n, cells=r.cells) for n, r in enumerate(table.rows, 1)]
    if table.guessed:
        rows[0] = replace(rows[0], heads=True)
    return heads + rows


def _stays_open(pieces: Sequence[Piece], asker: str | None) -> str | None:
    """Who asked the question that stands open behind these pieces ("" where nobody is named), or None."""
    for piece in pieces:
        if piece.kind is Kind.QUESTION:
            asker = piece.turn.name if piece.turn else ""
        elif piece.kind is Kind.HEADING:
            asker = None
    return asker


def _is_line_of_list(text: str, block: Block) -> bool:
    """Whether a block below a colon reads as one line of a list: short, without a mark, and no sentence of its own."""
    words = block.span.of(text)
    if block.marks or block.level or len(words) > _LONGEST_LINE:
        return False
    return words[-1] in ";；,，、" or words[-1].isalnum() or words.endswith(("; and", "; or"))
