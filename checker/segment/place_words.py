"""Places paragraphs, list items and the lines of unmarked lists."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment.frames import ITEM_RANK, STEM, Frame
from checker.segment.labels import first_paragraph_label, paragraph_label
from checker.segment.leadins import breaks_off, introduces
from checker.segment.numbering import Family
from checker.segment.numerals import Reading
from checker.segment.place_headings import division_rank
from checker.segment.titles import is_japanese
from checker.segment.walk import Walk

_SECOND: tuple[Reading, ...] = (("1", 2), ("1.", 2))


def place_paragraph(walk: Walk) -> Provision:
    """The provision of a paragraph without a mark."""
    piece = walk.piece
    if piece.turn is not None:
        walk.exchange.close()
        return walk.provision(piece.turn.name)
    walk.frames.interrupt()
    placed = walk.provision(_label(walk))
    if not piece.flush:
        _open_stem(walk, placed, "")
    return placed


def place_marked(walk: Walk) -> Provision:
    """The provision of a unit that begins with marks: a list item, or a division whose words follow its number."""
    piece = walk.piece
    own = {series for mark in piece.marks for series, _ in mark.readings}
    if walk.exchange.series in own:
        walk.exchange.close()
    introducing = piece.span.of(walk.text)[-1] in ":："
    label = ""
    for mark in piece.marks:
        label = walk.enter(mark, introducing)
    if piece.marks[-1].family is Family.DIVISION:
        return _place_division(walk, label)
    placed = walk.provision(label, lead_ins=(*walk.exchange.above_lists, *walk.frames.lead_ins))
    walk.frames.set_lead_in(_announcement(walk, placed, own))
    return placed


def place_member(walk: Walk) -> Provision:
    """The provision of one line of a list whose lines have no marks."""
    above = walk.above
    follows = above is not None and above.kind is Kind.LIST_ITEM and not above.marks
    walk.members = walk.members + 1 if follows else 1
    label = f"{walk.frames.label}, line {walk.members}" if walk.frames.label else f"line {walk.members} of the list"
    return walk.provision(label, lead_ins=(*walk.exchange.above_lists, *walk.frames.lead_ins))


def _place_division(walk: Walk, label: str) -> Provision:
    walk.exchange.close()
    first = first_paragraph_label(label) if _has_second_paragraph(walk) else ""
    placed = walk.provision(first or label)
    walk.frames.count_paragraph()
    _open_stem(walk, placed, first)
    return placed


def _has_second_paragraph(walk: Walk) -> bool:
    """Whether a Japanese article has a second paragraph, so that its unnumbered one is cited as the first."""
    if not walk.piece.marks[-1].text.startswith("第"):
        return False
    for piece in walk.pieces[walk.index + 1 :]:
        if division_rank(piece) or (piece.kind is Kind.HEADING and not piece.running):
            return False
        if any(reading in _SECOND for mark in piece.marks for reading in mark.readings):
            return True
    return False


def _label(walk: Walk) -> str:
    frame = walk.frames.innermost
    if frame is None:
        walk.paragraphs += 1
        return paragraph_label("", walk.paragraphs, walk.japanese)
    frame.paragraphs += 1
    return paragraph_label(frame.label, frame.paragraphs, is_japanese(frame.label))


def _open_stem(walk: Walk, placed: Provision, label: str) -> None:
    """Let what follows a paragraph read with its last sentence, where that announces it."""
    walk.frames.drop_stem()
    lead_in = _announcement(walk, placed, set())
    if lead_in is not None or label:
        walk.frames.push(Frame(ITEM_RANK, STEM, label, lead_in=lead_in))


def _announcement(walk: Walk, placed: Provision, own: set[str]) -> Span | None:
    """The last sentence of `placed` where it announces what follows: by its words, or by breaking off before a list."""
    if not placed.sentences:
        return None
    last = placed.sentences[-1]
    words = last.of(walk.text)
    if introduces(words):
        return last
    below = walk.below
    begins_list = (
        below is not None
        and below.kind is Kind.LIST_ITEM
        and any(value <= 1 and series not in own for mark in below.marks[:1] for series, value in mark.readings)
    )
    return last if begins_list and breaks_off(words) else None
