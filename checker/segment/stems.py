"""Stems: the sentences that introduce what stands below them."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment.leadins import breaks_off, introduces
from checker.segment.pieces import Piece
from checker.segment.walk import Walk

_SHORTEST_STEM = 20


def open_stem(walk: Walk, placed: Provision, label: str) -> None:
    """Let what follows a paragraph read with its last sentence, where that announces it."""
    walk.frames.drop_stem()
    lead_in = announcement(walk, placed, set())
    if lead_in is not None or label:
        walk.frames.push_stem(label, lead_in)


def announcement(walk: Walk, placed: Provision, own: set[str]) -> Span | None:
    """The sentence of `placed` that announces what follows: by its words, or by breaking off before a list.

    It is the last one, provisos (ただし) left out.
    """
    if any(mark.end >= placed.span.end for mark in walk.piece.marks):
        return None
    last = next(
        (s for s in reversed(placed.sentences) if not s.of(walk.text).startswith("ただし")), placed.sentences[-1]
    )
    words = last.of(walk.text)
    if introduces(words):
        return last
    carries_on = last.end == placed.span.end and breaks_off(words) and _begins_list(walk.below, own)
    fragment = walk.below is not None and walk.below.gap and len(last) < _SHORTEST_STEM
    return last if carries_on and not fragment else None


def _begins_list(below: Piece | None, own: set[str]) -> bool:
    """Whether a list of another series than those in `own` begins below."""
    if below is None or below.kind is not Kind.LIST_ITEM:
        return False
    return any(value <= 1 and series not in own for mark in below.marks[:1] for series, value in mark.readings)
