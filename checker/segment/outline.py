"""The outline: gives every piece of a document its label, its headings and its lead-ins."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.provision import Kind, Provision
from checker.segment.labels import note_label
from checker.segment.pieces import Piece
from checker.segment.place_exchanges import answers, place_answer, place_question
from checker.segment.place_headings import place_heading
from checker.segment.place_tables import place_row
from checker.segment.place_words import place_marked, place_member, place_paragraph
from checker.segment.walk import Walk


def outline(text: str, pieces: Sequence[Piece]) -> tuple[Provision, ...]:
    """The provisions that `pieces` become, one for one."""
    walk = Walk(text, pieces)
    provisions = []
    while walk.index < len(pieces):
        provisions.append(_place(walk))
        walk.advance(provisions[-1])
    return tuple(provisions)


def _place(walk: Walk) -> Provision:
    piece = walk.piece
    if piece.table or piece.kind is Kind.TABLE_ROW:
        return place_row(walk)
    if piece.kind is Kind.HEADING:
        return place_heading(walk)
    if piece.kind is Kind.FOOTNOTE:
        return walk.provision(note_label(piece.note.shown if piece.note else "", walk.japanese))
    if piece.kind is Kind.QUESTION:
        return place_question(walk)
    if answers(walk):
        return place_answer(walk)
    if piece.marks:
        return place_marked(walk)
    return place_member(walk) if piece.kind is Kind.LIST_ITEM else place_paragraph(walk)
