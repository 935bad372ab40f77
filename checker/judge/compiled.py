"""The rules made ready for judging: one lexicon for all concepts, screens for what their documents must name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from checker.judge.screen import Screen
from checker.judge.ties import INSTRUMENT, ties
from checker.judge.window import is_note
from checker.match.lexicon import Lexicon
from checker.match.wording import Table
from checker.model.commitment import Commitment, Concept, InputKind, RulePack
from checker.model.document import Document
from checker.read.cues import concepts as grammar
from checker.read.kinds import Kinds


@dataclass(frozen=True)
class Compiled:
    """A rule pack with what is computed from it once."""

    pack: RulePack
    wordings: Table | None = None
    """The wordings of all concepts, where they were compiled before."""

    @cached_property
    def lexicon(self) -> Lexicon:
        """Finds every concept of every rule, and the grammar."""
        concepts: dict[str, Concept] = {concept.id: concept for concept in grammar()}
        for name, instrument in self.pack.instruments.items():
            concepts[INSTRUMENT + name] = Concept(INSTRUMENT + name, instrument.names)
        for commitment in self.pack.commitments:
            concepts.update(commitment.concepts)
        return Lexicon(concepts, self.wordings)

    def recognised(self, document: Document) -> Document:
        """A document together with the kind that its head gives away."""
        return replace(document, kind=self._kinds.read(document)) if self.pack.kinds else document

    @cached_property
    def _kinds(self) -> Kinds:
        return Kinds(self.pack.kinds)

    def concerned(self, document: Document) -> frozenset[str]:
        """The commitments that a document could concern, by its words alone, before it is cut into provisions."""
        return self._screen.live(document.text, is_tied=not is_note(document))

    @cached_property
    def _screen(self) -> Screen:
        commitments = self.pack.commitments
        tied = {c.id: tuple(filter(None, [ties(c)])) for c in commitments}
        return Screen(self.lexicon, tied, {c.id: c.topic for c in commitments})

    @cached_property
    def not_for_prose(self) -> tuple[str, ...]:
        """The commitments that no prose is judged by."""
        return tuple(c.id for c in self.pack.commitments if InputKind.PROSE not in c.applies_to)

    def commitment(self, name: str) -> Commitment | None:
        """The commitment with this id, or None."""
        return next((c for c in self.pack.commitments if c.id == name), None)


def compile_rules(pack: RulePack, wordings: Table | None = None) -> Compiled:
    """Make a rule pack ready for judging."""
    return Compiled(pack, wordings)
