"""How verdicts are shown and in which order: shape, letter, and the most severe first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.model.finding import Finding, Level, Verdict


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands for a verdict beside its colour: a shape that no font draws as an emoji, and a letter."""

    shape: str
    letter: str


SIGNS: Mapping[Verdict, Sign] = {
    Verdict.VIOLATION: Sign("✕", "V"),
    Verdict.NEEDS_REVIEW: Sign("▲", "R"),
    Verdict.NOT_CHECKED: Sign("▨", "U"),
    Verdict.COMPLIANT: Sign("✓", "C"),
    Verdict.NOT_ADDRESSED: Sign("○", "N"),
    Verdict.NOT_APPLICABLE: Sign("◇", "X"),
}
"""Every verdict, the most severe first."""

SEVERITY_ORDER = tuple(SIGNS)
_LEVELS = tuple(Level)
_IN_FULL = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.COMPLIANT)


def most_severe_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` by verdict, then those not settled by a decision first, then by severity and confidence."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, bool, int, int]:
    return (
        SEVERITY_ORDER.index(finding.verdict),
        finding.counts_as is None,
        _LEVELS.index(finding.severity),
        _LEVELS.index(finding.confidence),
    )


def in_brief(verdict: Verdict) -> bool:
    """Whether one line tells all there is to such a finding: nothing was read, or nothing was found."""
    return verdict not in _IN_FULL


def told_together(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """`findings` in groups of one document and one reason, in the order they come."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.document, finding.reason.text.en), []).append(finding)
    return tuple(tuple(group) for group in groups.values())


def short_id(finding: Finding) -> str:
    """The part of a finding's fingerprint that people pass on, and that its anchor in the page is made of."""
    return finding.id[:12]
