"""Candidates: what one criterion made of one place in a document, before the places are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.commitment import Rank, Ruling
from checker.model.finding import Verdict
from checker.model.text import Bilingual, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A criterion that was met.

    `verdict` is what it comes to once the speaker, the scope, the time and the force are counted; `code` says why;
    `place` is the sentence and `words` the clause that decided; `seen` tells the attributes for the trace.
    """

    ruling: Ruling
    verdict: Verdict
    code: str
    why: Bilingual
    provision: int
    place: Span
    words: tuple[Span, ...]
    seen: Bilingual

    @property
    def weight(self) -> tuple[int, int]:
        """The order of resolution: strong before weak; then a violation, what needs review in itself, what complies,
        what would comply if it were in force, and last what is beside the point.
        """
        withheld = self.verdict is Verdict.NEEDS_REVIEW and self.ruling.verdict is Verdict.COMPLIANT
        return (self.ruling.rank is not Rank.STRONG, _ORDER[self.verdict] + 2 * withheld)


_ORDER = {Verdict.VIOLATION: 0, Verdict.NEEDS_REVIEW: 1, Verdict.COMPLIANT: 2, Verdict.NOT_ADDRESSED: 4}
