"""Kinds of documents: an order, a draft, a press account; each lends its words a force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.text import Bilingual, Span


class Force(StrEnum):
    """What a document's sentences do, because of what kind of document they stand in.

    It enacts or states (both count as they stand), proposes (nothing of it is in force), asks, demands, or reports what
    others do.
    """

    ENACTS = "enacts"
    STATES = "states"
    PROPOSES = "proposes"
    ASKS = "asks"
    DEMANDS = "demands"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document that a pack knows, and the words in a document's head that give it away.

    A title begins with one of `begins` or ends in one of `ends`; `holds` may stand anywhere in the head. With
    `dateline`, a text that opens with a place in capitals and a date is of this kind.
    """

    id: str
    title: Bilingual
    force: Force
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    dateline: bool = False

    def __post_init__(self) -> None:
        if not (self.begins or self.ends or self.holds or self.dateline):
            raise ValueError(f"nothing gives the kind {self.id} away")


@dataclass(frozen=True, slots=True)
class KindRead:
    """The kind that a document was taken for, the words that gave it away, and where they stand ("line 3")."""

    id: str
    title: Bilingual
    force: Force
    words: str
    where: str
    span: Span | None = None
    """The place of the words in the document's text; None in a report that was read back."""
