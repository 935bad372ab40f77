"""Places paragraphs, list items and the lines of unmarked lists."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.segment.labels import first_paragraph_label, line_label, paragraph_label
from checker.segment.numbering import Family
from checker.segment.numerals import Reading
from checker.segment.place_headings import division_rank
from checker.segment.stems import announcement, open_stem
from checker.segment.walk import Walk

_SECOND: tuple[Reading, ...] = (("1", 2), ("1.", 2))


def place_paragraph(walk: Walk) -> Provision:
    """The provision of a paragraph without a mark."""
    piece = walk.piece
    if piece.turn is not None:
        walk.close_question()
        return walk.provision(piece.turn.name)
    walk.frames.interrupt()
    placed = walk.provision(_label(walk))
    if not piece.flush:
        open_stem(walk, placed, "")
    return placed


def place_marked(walk: Walk) -> Provision:
    """The provision of a unit that begins with marks: a list item, or a division whose words follow its number."""
    piece = walk.piece
    own = {series for mark in piece.marks for series, _ in mark.readings}
    if walk.exchange.series in own:
        walk.close_question()
    introducing = piece.span.of(walk.text)[-1] in ":："
    label = ""
    for mark in piece.marks:
        label = walk.enter(mark, introducing)
    if piece.marks[-1].family is Family.DIVISION:
        return _place_division(walk, label)
    placed = walk.provision(label, lead_ins=(*walk.exchange.above_lists, *walk.frames.lead_ins))
    walk.frames.set_lead_in(announcement(walk, placed, own))
    return placed


def place_member(walk: Walk) -> Provision:
    """The provision of one line of a list whose lines have no marks."""
    above = walk.above
    follows = above is not None and above.kind is Kind.LIST_ITEM and not above.marks
    walk.members = walk.members + 1 if follows else 1
    label = line_label(walk.frames.label, walk.members, walk.japanese)
    return walk.provision(label, lead_ins=(*walk.exchange.above_lists, *walk.frames.lead_ins))


def _place_division(walk: Walk, label: str) -> Provision:
    walk.close_question()
    first = first_paragraph_label(label) if _has_second_paragraph(walk) else ""
    placed = walk.provision(first or label)
    walk.frames.count_paragraph()
    open_stem(walk, placed, first)
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
    return paragraph_label(frame.label, frame.paragraphs, walk.japanese)
