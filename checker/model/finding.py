"""Findings: one commitment's verdict on one document, with its words, its reason and its trace."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.decision import Decision, Standing
from checker.model.text import Bilingual, Box, Span


class Verdict(StrEnum):
    """The outcome for one commitment on one document."""

    COMPLIANT = "compliant"
    VIOLATION = "violation"
    NEEDS_REVIEW = "needs_review"
    NOT_ADDRESSED = "not_addressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"


DECIDED = (Verdict.COMPLIANT, Verdict.VIOLATION)
UNLISTED = (Verdict.NOT_ADDRESSED, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Silence:
    """What stands for the findings of a document that says nothing about most commitments.

    A commitment without a finding is not applicable to the document if it is named as such, else not addressed;
    of those that are not asked of the document nothing is told.
    """

    not_applicable: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()

    def verdict(self, commitment: str) -> Verdict | None:
        """The verdict for a commitment without a finding; None where it is not asked."""
        if commitment in self.not_asked:
            return None
        return Verdict.NOT_APPLICABLE if commitment in self.not_applicable else Verdict.NOT_ADDRESSED


class Level(StrEnum):
    """Three steps, used for confidence, reading and severity alike; the three are never mixed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was given: a code for programs, one sentence for people."""

    code: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Worked:
    """The arithmetic of one row of records: its sheet and number, what it states, what was expected, the steps."""

    sheet: str
    row: int
    stated: str
    expected: str
    steps: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the document that a verdict rests on.

    `quote` is verbatim the document's text at `span`; `boxes` are rectangles on `page`; `where` is the
    symbolic place; `supports` is the verdict these words speak for; `worked` is there for rows of records.
    """

    quote: str
    span: Span
    where: str
    supports: Verdict
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    worked: Worked | None = None

    def __post_init__(self) -> None:
        if not self.quote or len(self.quote) != len(self.span):
            raise ValueError("evidence quotes its span verbatim")
        if not self.where:
            raise ValueError("evidence needs a place")
        if self.boxes and self.page is None:
            raise ValueError("boxes without a page")


@dataclass(frozen=True, slots=True)
class Part:
    """A row of records that is added up: what it reports on, the number it brings, its cell, whether it is interim."""

    name: str
    amount: str
    where: str
    interim: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a commitment has come by one table: a total, in `unit`, and the bound that it is compared with.

    `amount` and `bound` are decimals as text; `sign` and `bound` are empty where nothing is expected of the total.
    `parts` are the rows that make it up, the greatest first; so many `more` are not named.
    """

    criterion: str
    title: Bilingual
    unit: str
    amount: str
    sign: str
    bound: str
    verdict: Verdict
    parts: tuple[Part, ...]
    more: int = 0

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("a total is made up of rows")
        if bool(self.sign) != bool(self.bound):
            raise ValueError("a bound comes with its sign")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning: what was looked at, what was seen (in English and in Japanese), what followed."""

    what: str
    seen: str
    result: str
    seen_ja: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A dated, signed acceptance of a finding; it is shown beside the finding and never removes it."""

    reason: str
    reviewer: str
    approver: str
    expires: str

    def __post_init__(self) -> None:
        if not self.expires:
            raise ValueError("a waiver without an expiry is refused")


@dataclass(frozen=True, slots=True)
class Finding:
    """One commitment's verdict on one document. `id` is a stable fingerprint.

    `decisions` are all that reviewers recorded about it, oldest first; `standing` is what those in effect amount to.
    """

    id: str
    commitment: str
    document: str
    verdict: Verdict
    reason: Reason
    confidence: Level
    reading: Level
    severity: Level
    evidence: tuple[Evidence, ...] = ()
    trace: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    waiver: Waiver | None = None
    decisions: tuple[Decision, ...] = ()
    standing: Standing = Standing.OPEN

    def __post_init__(self) -> None:
        if self.verdict in DECIDED and not self.evidence:
            raise ValueError(f"a {self.verdict} needs evidence")
        if not self.reason.code:
            raise ValueError("a finding needs a reason code")
        if (self.waiver is None) == (self.standing is Standing.WAIVED):
            raise ValueError("a finding with a waiver, and no other, stands as waived")

    @property
    def counts_as(self) -> Verdict | None:
        """The verdict by which a run passes or fails; None for what reviewers have settled.

        A waived finding and a rejected one no longer count, except that a rejected "compliant" has to be looked at, as
        has whatever reviewers dispute.
        """
        if self.standing is Standing.WAIVED:
            return None
        if self.standing is Standing.REJECTED:
            return Verdict.NEEDS_REVIEW if self.verdict is Verdict.COMPLIANT else None
        return Verdict.NEEDS_REVIEW if self.standing is Standing.DISPUTED else self.verdict
