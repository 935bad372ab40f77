"""Places headings: which of the headings above they close, and which they stand in."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.segment.divisions import CAPTION, PLAIN, SECTION
from checker.segment.frames import Frame
from checker.segment.labels import heading_label
from checker.segment.numbering import Family
from checker.segment.pieces import Piece
from checker.segment.walk import Walk

UNMARKED = ("heading", 0)
_LONGEST_TITLE = 6


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
    placed = walk.provision(heading_label(label, piece.span.of(walk.text)))
    walk.frames.set_heading(piece.span)
    return placed


def _enter_unmarked(walk: Walk) -> str:
    """Open the frame of a heading that no mark ranks; one of Markdown may have a mark to cite it by."""
    piece = walk.piece
    goes_on = walk.titling and 0 < walk.index < _LONGEST_TITLE and not piece.gap and not piece.level
    if not goes_on:
        walk.frames.close_from(piece.level or _rank(walk))
    label = ""
    for mark in piece.marks:
        label = walk.enter(mark, titled=True)
    if not piece.marks:
        walk.frames.push(Frame(piece.level or _rank(walk), UNMARKED))
    return label


def _rank(walk: Walk) -> int:
    """The title ranks first; a heading right below another stands inside it; 「（定義）」 stands above its article."""
    above, below = walk.above, walk.below
    if above is None or (walk.titling and not walk.piece.gap):
        return 0
    if above.kind is Kind.HEADING and not above.table:
        return min(max(walk.frames.top_rank, PLAIN) + 1, CAPTION - 1)
    captions = walk.piece.span.of(walk.text)[0] in "（(" and below is not None and division_rank(below) == SECTION
    return CAPTION if captions else PLAIN


def division_rank(piece: Piece) -> int:
    """The rank of the division a piece opens; 0 where it opens none."""
    return next((mark.rank for mark in piece.marks if mark.family is Family.DIVISION), 0)
