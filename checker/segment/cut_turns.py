"""Cuts turns: what is asked from what is answered."""

from __future__ import annotations

from checker.model.provision import Kind
from checker.model.text import Span
from checker.segment.blocks import Block
from checker.segment.cut_body import question_and_answer, questions_end
from checker.segment.pieces import Piece
from checker.segment.turns import Role, Turn, answer_inside, asks

_TAIL = 12
_SHORTEST_REQUEST = 12


def cut_turn(text: str, block: Block, turn: Turn, next_turn: Turn | None, asker: str | None) -> list[Piece]:
    """The pieces of a turn. `next_turn` opens the block below, `asker` is who asked the question that stands
    open above (None: there is none)."""
    whole = Piece(Kind.PARAGRAPH, block.span, gap=block.gap, turn=turn)
    if turn.role is Role.ANSWERS:
        return [Piece(Kind.ANSWER, block.span, gap=block.gap, turn=turn)]
    if turn.role is Role.ASKS:
        return question_and_answer(text, whole, _answer_start(text, block, turn, next_turn), turn)
    ends = asks(text[max(turn.end, block.span.end - _TAIL) : block.span.end])
    long = block.span.end - turn.end >= _SHORTEST_REQUEST
    replied_to = long and turn.member and next_turn is not None and next_turn.name != turn.name
    if ends or replied_to:
        return question_and_answer(text, whole, None, turn)
    answers = asker is not None and turn.name != asker
    return [Piece(Kind.ANSWER if answers else Kind.PARAGRAPH, block.span, gap=block.gap, turn=turn)]


def _answer_start(text: str, block: Block, turn: Turn, next_turn: Turn | None) -> int | None:
    """Where the answer begins that stands in the question's own block, or None: it stands below, or there is none."""
    inside = answer_inside(text, turn.end, block.span.end)
    if inside is not None or (next_turn is not None and next_turn.role is not Role.ASKS):
        return inside
    return questions_end(text, Span(turn.end, block.span.end))
