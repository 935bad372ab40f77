"""The rules made ready for judging: one lexicon for all concepts, one screen for all topics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from checker.judge.by_measure import INSTRUMENT
from checker.judge.screen import Screen
from checker.match.lexicon import Lexicon
from checker.model.commitment import Commitment, Concept, RulePack
from checker.read.cues import concepts as grammar


@dataclass(frozen=True)
class Compiled:
    """A rule pack with what is computed from it once."""

    pack: RulePack

    @cached_property
    def lexicon(self) -> Lexicon:
        """Finds every concept of every rule, and the grammar."""
        concepts: dict[str, Concept] = {concept.id: concept for concept in grammar()}
        for name, instrument in self.pack.instruments.items():
            concepts[INSTRUMENT + name] = Concept(INSTRUMENT + name, instrument.names)
        for commitment in self.pack.commitments:
            concepts.update(commitment.concepts)
        return Lexicon(concepts)

    @cached_property
    def screen(self) -> Screen:
        """Tells cheaply which commitments a text could concern."""
        return Screen(self.lexicon, {c.id: c.topic for c in self.pack.commitments})

    def commitment(self, name: str) -> Commitment | None:
        """The commitment with this id, or None."""
        return next((c for c in self.pack.commitments if c.id == name), None)


def compile_rules(pack: RulePack) -> Compiled:
    """Make a rule pack ready for judging."""
    return Compiled(pack)
