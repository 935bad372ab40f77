"""A document's text becomes provisions with sentences."""

from __future__ import annotations

from checker.model.document import Document
from checker.model.provision import Provision
from checker.segment.blocks import blocks
from checker.segment.cutting import cut
from checker.segment.footnotes import link_notes
from checker.segment.given import given
from checker.segment.notes import Carriers
from checker.segment.outline import outline

__all__ = ["given", "segment"]


def segment(document: Document) -> tuple[Provision, ...]:
    """The provisions of a document, in order and disjoint.

    Together they hold every word of its text; outside them stand only blanks and drawn marks: Markdown's # and >,
    the pipes and dashes of tables, rulings.
    """
    text = document.text
    carriers = Carriers(text)
    pieces = cut(text, blocks(text), carriers)
    return link_notes(outline(text, pieces), pieces, carriers)
