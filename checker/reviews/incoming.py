"""Exported decisions compared, one by one, with the run they are to be recorded for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checker.fingerprint import finding_sha
from checker.model.decision import LONGEST_WAIVER, Action, Decision
from checker.model.finding import Finding
from checker.reviews.export import Export, Item


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that cannot be recorded, and why, as one sentence without a full stop."""

    item: Item
    why: str


@dataclass(frozen=True, slots=True)
class Received:
    """What came in: the decisions that can be recorded, and those that cannot."""

    decisions: tuple[Decision, ...]
    refusals: tuple[Refusal, ...]


def receive(export: Export, findings: Mapping[str, Finding], as_of: str, *, keep_stale: bool = False) -> Received:
    """The decisions of `export` on `findings`, by id, as of an ISO date.

    With `keep_stale` those taken on other words are recorded all the same, for the words as they stand now.
    """
    decisions, refusals = [], []
    seen: set[str] = set()
    for item in export.decisions:
        finding = findings.get(item.fingerprint)
        why = next(_objections(item, export, finding, as_of, seen, keep_stale), "")
        seen.add(item.fingerprint)
        if why or finding is None:
            refusals.append(Refusal(item, why))
        else:
            decisions.append(_decision(item, export, finding))
    return Received(tuple(decisions), tuple(refusals))


def _objections(
    item: Item, export: Export, finding: Finding | None, as_of: str, seen: set[str], keep_stale: bool
) -> Iterator[str]:
    if finding is None:
        yield "no finding of these results has this fingerprint; the decision belongs to another run"
        return
    if item.fingerprint in seen:
        yield "the export holds two decisions on this finding"
    if item.finding_sha != finding_sha(finding) and not keep_stale:
        yield "the finding says something else than when it was decided on; look at it again, or use --keep-stale"
    if export.exported_at > as_of:
        yield f"it was decided on {export.exported_at}, which is after {as_of}"
    if not item.reason.strip():
        yield "it has no reason"
    if item.action is Action.REJECT and item.cause is None:
        yield "a rejection needs a cause: wrong_reading, wrong_rule or other_commitment"
    if item.action is not Action.REJECT and item.cause is not None:
        yield "only a rejection has a cause"
    if item.action is Action.WAIVE:
        yield from _of_a_waiver(item, export.exported_at, as_of)
    elif item.approver or item.expires:
        yield "only a waiver has an approver and an expiry"


def _of_a_waiver(item: Item, created: str, as_of: str) -> Iterator[str]:
    if not item.approver.strip():
        yield "a waiver needs an approver"
    try:
        expires = date.fromisoformat(item.expires)
    except ValueError:
        yield f"a waiver needs an expiry, a date written year-month-day, not {item.expires!r}"
        return
    if item.expires < as_of:
        yield f"the waiver ended on {item.expires}, before {as_of}"
    last = date.fromisoformat(created) + LONGEST_WAIVER
    if expires > last:
        yield f"a waiver lasts at most {LONGEST_WAIVER.days} days; one made on {created} ends by {last}"


def _decision(item: Item, export: Export, finding: Finding) -> Decision:
    return Decision(
        commitment=finding.commitment,
        action=item.action,
        reason=item.reason,
        reviewer=export.reviewer,
        created=export.exported_at,
        fingerprint=finding.id,
        finding_sha=finding_sha(finding),
        document=finding.document,
        quote=finding.evidence[0].quote if finding.evidence else "",
        cause=item.cause,
        approver=item.approver,
        expires=item.expires,
        note=item.note,
    )
