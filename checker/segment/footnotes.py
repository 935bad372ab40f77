"""Links footnotes to the sentences and rows that carry their marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment.notes import Carriers
from checker.segment.pieces import Piece

_MOST = 50


def link_notes(provisions: Sequence[Provision], pieces: Sequence[Piece], carriers: Carriers) -> tuple[Provision, ...]:
    """Give each footnote, as lead-ins, what carries its mark between the last note with the same mark and itself.

    A note whose mark nothing carries hangs on the sentence right above it, unless that is a table's row.
    """
    starts = [provision.span.start for provision in provisions]
    linked = list(provisions)
    since: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.FOOTNOTE:
            continue
        key = piece.note.key if piece.note else ""
        places = carriers.between(key, since.get(key, 0), piece.span.start)
        owners = [provisions[bisect_right(starts, place) - 1] for place in places[-_MOST:]]
        carrying = [_sentence_at(owner, place) for owner, place in zip(owners, places[-_MOST:], strict=True)]
        linked[index] = replace(linked[index], lead_ins=tuple(dict.fromkeys(carrying)) or _above(provisions, index))
        since[key] = piece.span.end
    return tuple(linked)


def _sentence_at(provision: Provision, place: int) -> Span:
    return next((sentence for sentence in provision.sentences if sentence.end > place), provision.span)


def _above(provisions: Sequence[Provision], index: int) -> tuple[Span, ...]:
    above = provisions[index - 1] if index else None
    if above is None or above.kind in (Kind.TABLE_ROW, Kind.HEADING, Kind.FOOTNOTE):
        return ()
    return above.sentences[-1:]
