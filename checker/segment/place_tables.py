"""Places the rows of tables, which read with their caption, their header and a first cell they leave out."""

from __future__ import annotations

from checker.model.provision import Kind, Provision
from checker.segment.labels import row_label
from checker.segment.walk import Walk


def place_row(walk: Walk) -> Provision:
    """The provision of a table's row or header row."""
    piece, captions = walk.piece, walk.captions
    if not piece.table:
        return walk.provision(piece.marks[-1].text)
    captions.enter(piece.table, walk.text)
    walk.frames.interrupt()
    label = row_label(captions.name, piece.table, piece.row)
    headings = (*walk.frames.headings, *captions.headings)
    if piece.heads:
        captions.add_header(piece.span)
    if not piece.row:
        captions.add_header(piece.span)
        return walk.provision(label, headings=headings)
    return walk.provision(label, Kind.TABLE_ROW, (*captions.lead_ins, *captions.carry(piece.cells)), headings)
