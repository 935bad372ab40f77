"""A run honours the recorded decisions: findings are marked with them, never removed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.model.decision import Action, Decision, Standing
from checker.model.finding import Finding, Waiver
from checker.reviews.selecting import selects, stale
from checker.reviews.standing import standing


def honour(findings: Iterable[Finding], decisions: Sequence[Decision], as_of: str) -> tuple[Finding, ...]:
    """`findings` with the decisions that concern them, what these amount to on the ISO date `as_of`, and the waiver."""
    ordered = sorted(decisions, key=_created)
    by_commitment: dict[str, list[Decision]] = {}
    for decision in ordered:
        by_commitment.setdefault(decision.commitment, []).append(decision)
    return tuple(_honoured(finding, by_commitment.get(finding.commitment, ()), as_of) for finding in findings)


def in_effect(decision: Decision, finding: Finding, as_of: str) -> bool:
    """Whether `decision` counts for `finding` on `as_of`: taken by then, not expired, about the same words."""
    return decision.created <= as_of and not decision.expired(as_of) and not stale(decision, finding)


def _honoured(finding: Finding, decisions: Sequence[Decision], as_of: str) -> Finding:
    concerning = tuple(decision for decision in decisions if selects(decision, finding))
    if not concerning:
        return finding
    effective = [decision for decision in concerning if in_effect(decision, finding, as_of)]
    now = standing(effective)
    waiver = _waiver(effective) if now is Standing.WAIVED else None
    return replace(finding, decisions=concerning, standing=now, waiver=waiver)


def _waiver(effective: Sequence[Decision]) -> Waiver:
    newest = next(decision for decision in reversed(effective) if decision.action is Action.WAIVE)
    return Waiver(newest.reason, newest.reviewer, newest.approver, newest.expires)


def _created(decision: Decision) -> str:
    return decision.created
