"""Decisions: what a reviewer says about a finding, and what the recorded decisions of a run amount to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_WAIVER = timedelta(days=180)


class Action(StrEnum):
    """What a reviewer does with a finding."""

    CONFIRM = "confirm"
    REJECT = "reject"
    WAIVE = "waive"
    ASK_EXPERT = "ask_expert"


SILENCING = (Action.REJECT, Action.WAIVE)
"""The actions after which a finding no longer fails a run."""


class Cause(StrEnum):
    """Why a finding is rejected."""

    WRONG_READING = "wrong_reading"
    WRONG_RULE = "wrong_rule"
    OTHER_COMMITMENT = "other_commitment"


class Standing(StrEnum):
    """Where a finding stands after all decisions on it that are in effect."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WAIVED = "waived"
    EXPERT_ASKED = "expert_asked"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's decision on one finding, or on the findings that `document` and `quote` select.

    `fingerprint` is a finding's id and `finding_sha` the hash of what it said when it was decided on. `document` is a
    logical path; `quote` are words of the evidence. `created` and `expires` are ISO dates; only a waiver has `approver`
    and `expires`. `place` is where the decision is recorded, as "file:line"; it is empty until it is.
    """

    commitment: str
    action: Action
    reason: str
    reviewer: str
    created: str
    fingerprint: str = ""
    finding_sha: str = ""
    document: str = ""
    quote: str = ""
    cause: Cause | None = None
    approver: str = ""
    expires: str = ""
    note: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if not (self.fingerprint or self.document or self.quote):
            raise ValueError("a decision names a finding, a document or words")
        if not (self.reason.strip() and self.reviewer.strip()):
            raise ValueError("a decision needs a reason and a reviewer")
        if (self.cause is not None) != (self.action is Action.REJECT):
            raise ValueError("a rejection, and nothing else, has a cause")
        if self.action is Action.WAIVE:
            self._check_waiver()
        elif self.approver or self.expires:
            raise ValueError("only a waiver has an approver and an expiry")

    def _check_waiver(self) -> None:
        if not self.approver.strip():
            raise ValueError("a waiver needs an approver")
        lasting = date.fromisoformat(self.expires) - date.fromisoformat(self.created)
        if not timedelta(0) <= lasting <= LONGEST_WAIVER:
            raise ValueError(f"a waiver ends within {LONGEST_WAIVER.days} days of its making")

    def expired(self, as_of: str) -> bool:
        """Whether this is a waiver whose last day lies before the ISO date `as_of`."""
        return bool(self.expires) and self.expires < as_of


class NoticeKind(StrEnum):
    """What can be wrong with a recorded decision, or soon will be."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    UNUSED = "unused"
    WORDS_GONE = "words_gone"
    ABSENT = "absent"
    STALE = "stale"
    OVER_BROAD = "over_broad"
    SELF_APPROVED = "self_approved"
    LATER = "later"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know about one recorded decision; `findings` are the ids of those it selects."""

    kind: NoticeKind
    decision: Decision
    findings: tuple[str, ...] = ()
