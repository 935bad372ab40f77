"""Findings known from an earlier run, and what a run makes of them: what is new, known, fixed or was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.finding import Finding, Level, Verdict

KEPT = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW)
"""The verdicts a baseline knows; what passes or could not be checked is never known."""


class Novelty(StrEnum):
    """What a run with a baseline makes of a finding; an overdue one has been known for longer than allowed."""

    NEW = "new"
    KNOWN = "known"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Known:
    """So many equal findings of one document, known since an ISO date.

    `fingerprint` is their name without the counter of equal ones; `sha256` that of the document as it was then.
    """

    fingerprint: str
    commitment: str
    document: str
    verdict: Verdict
    severity: Level
    since: str
    sha256: str
    count: int = 1

    def __post_init__(self) -> None:
        if self.verdict not in KEPT:
            raise ValueError(f"a baseline does not know what is {self.verdict}")
        if self.count < 1:
            raise ValueError("what is known was found at least once")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside its baseline. `novelty` and `since` are by finding id; `since` has the known ones only.

    `fixed` are known findings that the run looked for and did not find; `unseen` those it had no document or rule for;
    `moved` has, for the id of a new finding, the earlier name of its document where that was renamed and is unchanged.
    """

    novelty: Mapping[str, Novelty] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[Known, ...] = ()
    unseen: tuple[Known, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)

    def of(self, finding: Finding) -> Novelty | None:
        """What the baseline makes of `finding`; None for a verdict it does not know."""
        return self.novelty.get(finding.id)

    @property
    def counts(self) -> Mapping[Novelty, int]:
        """How many findings are new, known and overdue."""
        found = Counter(self.novelty.values())
        return {novelty: found[novelty] for novelty in Novelty}

    @property
    def oldest(self) -> str:
        """The ISO date since which the oldest known finding is known; empty where nothing is known."""
        return min(self.since.values(), default="")
