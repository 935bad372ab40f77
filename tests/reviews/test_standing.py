"""What decisions amount to, and what they do to the outcome of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.fingerprint import finding_sha
from checker.model.decision import Action, Cause, Decision, NoticeKind, Standing
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.reviews import reviewed
from tests.render.factory import COMPLIANT, NOTICE_DOC, SCAN_DOC, VEHICLES, VIOLATION, report

PLAIN = report(findings=(VIOLATION, COMPLIANT), decisions=(), notices=())
"""A report as of 2026-04-01 with one violation and one compliant finding, before any decision."""


def decision(action: Action = Action.CONFIRM, reviewer: str = "A. Sato", **changes: Any) -> Decision:
    waiver = {"approver": "B. Mori", "expires": "2026-06-30"} if action is Action.WAIVE else {}
    cause = Cause.WRONG_READING if action is Action.REJECT else None
    base = Decision(
        commitment=VEHICLES.id,
        action=action,
        reason="Read against the ordinance.",
        reviewer=reviewer,
        created="2026-03-02",
        fingerprint=VIOLATION.id,
        finding_sha=finding_sha(VIOLATION),
        cause=cause,
        place=f"reviews/{VEHICLES.id}.yaml:4",
        **waiver,
    )
    return replace(base, **changes)


def standing(*decisions: Decision) -> Standing:
    return reviewed(PLAIN, decisions).findings[0].standing


def kinds(*decisions: Decision, of: Report = PLAIN) -> list[NoticeKind]:
    return [notice.kind for notice in reviewed(of, decisions).notices]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([Action.CONFIRM], Standing.CONFIRMED),
        ([Action.REJECT], Standing.REJECTED),
        ([Action.WAIVE], Standing.WAIVED),
        ([Action.ASK_EXPERT], Standing.EXPERT_ASKED),
        ([Action.CONFIRM, Action.WAIVE], Standing.WAIVED),
        ([Action.CONFIRM, Action.REJECT], Standing.DISPUTED),
        ([Action.WAIVE, Action.REJECT], Standing.DISPUTED),
        ([Action.ASK_EXPERT, Action.CONFIRM], Standing.CONFIRMED),
        ([Action.CONFIRM, Action.ASK_EXPERT], Standing.EXPERT_ASKED),
    ],
)
def test_decisions_of_several_reviewers_amount_to_one_standing(actions: list[Action], expected: Standing) -> None:
    taken = [decision(action, reviewer=f"Reviewer {number}") for number, action in enumerate(actions)]
    assert standing(*taken) is expected


def test_a_reviewer_may_change_their_mind() -> None:
    first = decision(Action.REJECT, created="2026-03-02")
    assert standing(first, decision(Action.CONFIRM, created="2026-03-05")) is Standing.CONFIRMED


def test_the_newest_counts_in_whatever_order_they_are_recorded() -> None:
    later = decision(Action.CONFIRM, created="2026-03-05")
    assert standing(later, decision(Action.REJECT, created="2026-03-02")) is Standing.CONFIRMED


@pytest.mark.parametrize(
    ("action", "codes"),
    [
        (Action.CONFIRM, {1}),
        (Action.ASK_EXPERT, {1}),
        (Action.REJECT, set()),
        (Action.WAIVE, set()),
    ],
)
def test_waivers_and_rejections_keep_a_finding_from_failing_the_run(action: Action, codes: set[int]) -> None:
    alone = replace(PLAIN, documents=(NOTICE_DOC,), findings=(VIOLATION,), problems=())
    honoured = reviewed(alone, [decision(action)])
    assert set(honoured.conditions) == codes
    assert honoured.findings[0].verdict is Verdict.VIOLATION


def test_a_disputed_violation_counts_as_needs_review() -> None:
    taken = [decision(Action.REJECT), decision(Action.CONFIRM, "B. Mori")]
    assert reviewed(PLAIN, taken).findings[0].counts_as is Verdict.NEEDS_REVIEW


def test_a_rejected_compliant_has_to_be_looked_at() -> None:
    wrong = decision(
        Action.REJECT,
        commitment=COMPLIANT.commitment,
        fingerprint=COMPLIANT.id,
        finding_sha=finding_sha(COMPLIANT),
    )
    assert reviewed(PLAIN, [wrong]).findings[1].counts_as is Verdict.NEEDS_REVIEW


def test_an_expired_waiver_brings_the_finding_back() -> None:
    old = decision(Action.WAIVE, created="2025-11-01", expires="2026-03-31")
    honoured = reviewed(PLAIN, [old])
    assert honoured.findings[0].waiver is None
    assert honoured.findings[0].counts_as is Verdict.VIOLATION
    assert kinds(old) == [NoticeKind.EXPIRED]


def test_a_waiver_holds_through_its_last_day() -> None:
    last_day = decision(Action.WAIVE, created="2025-11-01", expires="2026-04-01")
    assert standing(last_day) is Standing.WAIVED
    assert kinds(last_day) == [NoticeKind.EXPIRING]


def test_a_decision_on_other_words_has_no_effect_and_is_told() -> None:
    other = decision(Action.WAIVE, finding_sha="0" * 64)
    assert standing(other) is Standing.OPEN
    assert kinds(other) == [NoticeKind.STALE]


def test_a_decision_of_the_future_has_no_effect_yet() -> None:
    future = decision(Action.WAIVE, created="2026-04-02", expires="2026-09-01")
    assert standing(future) is Standing.OPEN
    assert kinds(future) == [NoticeKind.LATER]


def test_a_waiver_approved_by_its_own_reviewer_is_told() -> None:
    assert kinds(decision(Action.WAIVE, approver=" a. sato")) == [NoticeKind.SELF_APPROVED]


def test_a_waiver_of_many_findings_is_told() -> None:
    many = tuple(replace(VIOLATION, id=f"{number:064x}") for number in range(11))
    broad = decision(Action.WAIVE, fingerprint="", finding_sha="", quote="frontal crash test")
    assert kinds(broad, of=replace(PLAIN, findings=many[:10])) == []
    assert kinds(broad, of=replace(PLAIN, findings=many)) == [NoticeKind.OVER_BROAD]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"fingerprint": "1" * 64}, NoticeKind.UNUSED),
        ({"fingerprint": "", "document": "filings/gone.pdf"}, NoticeKind.ABSENT),
        ({"fingerprint": "", "document": NOTICE_DOC.path, "quote": "no such words"}, NoticeKind.WORDS_GONE),
        ({"fingerprint": "", "document": SCAN_DOC.path, "quote": "no such words"}, NoticeKind.UNUSED),
    ],
)
def test_a_waiver_that_concerns_nothing_is_told_with_its_cause(changes: dict[str, Any], kind: NoticeKind) -> None:
    assert kinds(decision(Action.WAIVE, **changes)) == [kind]


def test_decisions_on_commitments_that_were_not_judged_are_passed_over() -> None:
    assert kinds(decision(Action.WAIVE, commitment="another-one")) == []


def test_words_select_without_regard_to_line_breaks_and_case() -> None:
    by_words = decision(fingerprint="", finding_sha="", quote="CRASH TEST in\n\nJapan before")
    assert standing(by_words) is Standing.CONFIRMED


@pytest.mark.parametrize(
    "wrong",
    [
        {"fingerprint": "", "document": "", "quote": ""},
        {"reason": " "},
        {"reviewer": ""},
        {"cause": Cause.WRONG_RULE},
        {"approver": "B. Mori"},
        {"action": Action.REJECT, "cause": None},
        {"action": Action.WAIVE, "approver": ""},
        {"action": Action.WAIVE, "expires": "2026-08-30"},
        {"action": Action.WAIVE, "expires": "2026-03-01"},
    ],
)
def test_a_senseless_decision_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"decision|rejection|waiver"):
        decision(**wrong)
