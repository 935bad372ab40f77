"""Places headings: which of the headings above they close, and which they stand in."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.segment.divisions import CAPTION, PLAIN, SECTION
from checker.segment.frames import ITEM_RANK, Frame
from checker.segment.labels import heading_label
from checker.segment.numbering import Family
from checker.segment.pieces import Piece
from checker.segment.walk import Walk

UNMARKED = ("heading", 0)
_LONGEST_TITLE = 9


def place_heading(walk: Walk) -> Provision:
    """The provision of a heading; what follows stands under it."""
    piece = walk.piece
    if piece.running:
        return walk.provision("running head", headings=())
    walk.close_question()
    label = ""
    if piece.marks and not piece.level:
        for mark in piece.marks:
            label = walk.enter(mark, titled=True)
    else:
        label = _enter_unmarked(walk)
    placed = walk.provision(heading_label(label, piece.span.of(walk.text), walk.japanese))
    walk.frames.set_heading(piece.span)
    return placed


def _enter_unmarked(walk: Walk) -> str:
    """Open the frame of a heading that no mark ranks; one of Markdown may have a mark to cite it by."""
    piece = walk.piece
    rank = piece.level or _rank(walk)
    beside = rank == ITEM_RANK or (_is_title(walk) and rank != CAPTION)
    walk.frames.close_from(rank + 1 if beside else rank)
    label = ""
    for mark in piece.marks:
        label = walk.enter(mark, titled=True)
    if not piece.marks:
        walk.frames.push(Frame(rank, UNMARKED))
    return label


def _rank(walk: Walk) -> int:
    """The rank of a heading without a mark: that of the title is 0, one right below another stands inside it."""
    above, below = walk.above, walk.below
    captions = walk.piece.span.of(walk.text)[0] in "（("
    if captions and below is not None and division_rank(below) == SECTION:
        return CAPTION
    if _is_title(walk):
        return 0
    if above is not None and above.kind is Kind.HEADING and not above.table:
        return min(max(walk.frames.top_rank, PLAIN) + 1, ITEM_RANK)
    return PLAIN


def _is_title(walk: Walk) -> bool:
    """Whether a heading is one of the lines of the document's title."""
    return walk.titling and walk.index < _LONGEST_TITLE and walk.text[walk.piece.span.end - 1] not in ":："


def division_rank(piece: Piece) -> int:
    """The rank of the division a piece opens; 0 where it opens none."""
    return next((mark.rank for mark in piece.marks if mark.family is Family.DIVISION), 0)
