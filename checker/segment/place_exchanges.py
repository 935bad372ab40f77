"""Places questions and answers: an answer reads with the question it answers."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.segment.frames import Frame
from checker.segment.place_headings import UNMARKED
from checker.segment.stems import open_stem
from checker.segment.turns import Role
from checker.segment.walk import Walk


def place_question(walk: Walk) -> Provision:
    """The provision of a question, which stands open from here."""
    piece, below = walk.piece, walk.below
    walk.close_question()
    if piece.level:
        walk.frames.close_from(piece.level)
        walk.frames.push(Frame(piece.level, UNMARKED))
    label = ""
    for mark in piece.marks:
        label = walk.enter(mark, titled=True)
    inline = piece.turn is None and below is not None and below.kind is Kind.ANSWER and below.turn is None
    series = piece.marks[-1].readings[0][0] if piece.marks else ""
    placed = walk.provision("question")
    cited = walk.exchange.ask(
        placed.sentences, piece.turn.name if piece.turn else label, series, not inline, walk.japanese
    )
    if piece.level:
        walk.frames.set_heading(piece.span)
    return walk.provision(cited, headings=placed.headings)


def answers(walk: Walk) -> bool:
    """Whether the piece answers a question: it says so, or it goes on where an answer is expected."""
    piece = walk.piece
    if piece.kind is Kind.ANSWER:
        return True
    unmarked = piece.kind is Kind.PARAGRAPH and not piece.marks and piece.turn is None and not piece.flush
    return unmarked and walk.exchange.takes_more and walk.text[piece.span.start] not in "(（[［"


def place_answer(walk: Walk) -> Provision:
    """The provision of an answer, or of one of its paragraphs."""
    turn = walk.piece.turn
    walk.frames.interrupt()
    speaker = turn.name if turn is not None and turn.role is Role.SPEAKS else ""
    label = walk.exchange.answer(speaker, walk.japanese)
    placed = walk.provision(label, Kind.ANSWER, walk.exchange.question)
    if walk.exchange.answers == 1:
        walk.frames.push_answer(label)
    if walk.exchange.lasting:
        open_stem(walk, placed, "")
    return placed
