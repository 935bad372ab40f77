"""What is to be said about the recorded decisions themselves: expired, unused, too broad, disputed and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.model.decision import SILENCING, Action, Decision, Notice, NoticeKind, Standing
from checker.model.document import Document, State
from checker.model.finding import Finding
from checker.reviews.selecting import concerns, plain, selects, stale

SOON = timedelta(days=30)
MANY = 10


@dataclass(frozen=True, slots=True)
class Run:
    """What a run knows that bears on the decisions; `as_of` is an ISO date."""

    documents: Sequence[Document]
    findings: Sequence[Finding]
    commitments: frozenset[str]
    as_of: str


def notices(decisions: Sequence[Decision], run: Run) -> tuple[Notice, ...]:
    """Everything worth telling about `decisions`, in their order; those on commitments not judged are passed over."""
    return tuple(
        notice for decision in decisions if decision.commitment in run.commitments for notice in _about(decision, run)
    )


def _about(decision: Decision, run: Run) -> Iterator[Notice]:
    found = [finding for finding in run.findings if selects(decision, finding)]
    ids = tuple(finding.id for finding in found)
    for kind in _kinds(decision, found, run):
        yield Notice(kind, decision, ids)


def _kinds(decision: Decision, found: Sequence[Finding], run: Run) -> Iterator[NoticeKind]:
    if decision.created > run.as_of:
        yield NoticeKind.LATER
        return
    if decision.action is Action.WAIVE:
        yield from _of_a_waiver(decision, found, run.as_of)
    if any(stale(decision, finding) for finding in found):
        yield NoticeKind.STALE
    if any(finding.standing is Standing.DISPUTED for finding in found):
        yield NoticeKind.DISPUTED
    if not found and decision.action in SILENCING and not decision.expired(run.as_of):
        yield _why_unused(decision, run.documents)


def _of_a_waiver(decision: Decision, found: Sequence[Finding], as_of: str) -> Iterator[NoticeKind]:
    if decision.expired(as_of):
        yield NoticeKind.EXPIRED
    elif date.fromisoformat(decision.expires) <= date.fromisoformat(as_of) + SOON:
        yield NoticeKind.EXPIRING
    if len(found) > MANY:
        yield NoticeKind.OVER_BROAD
    if plain(decision.approver) == plain(decision.reviewer):
        yield NoticeKind.SELF_APPROVED


def _why_unused(decision: Decision, documents: Sequence[Document]) -> NoticeKind:
    concerned = [document for document in documents if concerns(decision, document.path)]
    if not concerned:
        return NoticeKind.ABSENT
    read = [document for document in concerned if document.state is not State.NOT_CHECKED]
    wanted = plain(decision.quote)
    if wanted and read and not any(wanted in plain(document.text) for document in read):
        return NoticeKind.WORDS_GONE
    return NoticeKind.UNUSED
