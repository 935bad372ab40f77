"""What an unread document, or an unread part of one, does to its verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.model.commitment import Commitment
from checker.model.document import Document, Problem, State
from checker.model.finding import Finding, Level, Reason, Verdict
from checker.model.text import Bilingual

UNREAD_PART = "unread_part"


def settle(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The verdicts that may stand, given how much of the document was read.

    In a document read in part, a compliant becomes a review, silence becomes not_checked, and a violation stands
    with the unread part named in its reason.
    """
    if document.state is State.CHECKED:
        return tuple(findings)
    problem = _first_error(document)
    return tuple(_settled(finding, problem) for finding in findings)


def not_checked(document: Document, commitments: Iterable[Commitment]) -> tuple[Finding, ...]:
    """One not_checked finding per commitment for a document that was not read, with the document's own reason."""
    problem = _first_error(document)
    return tuple(
        Finding(
            id=commitment.id,
            commitment=commitment.id,
            document=document.path,
            verdict=Verdict.NOT_CHECKED,
            reason=_reason(problem),
            confidence=Level.LOW,
            reading=Level.LOW,
            severity=commitment.severity,
        )
        for commitment in commitments
    )


def _settled(finding: Finding, problem: Problem) -> Finding:
    match finding.verdict:
        case Verdict.COMPLIANT:
            text = Bilingual(
                f"The part that was read keeps the commitment, but {_unread_en(problem)}",
                f"読み取れた部分は約束に沿うが、{_unread_ja(problem)}",
            )
            return replace(finding, verdict=Verdict.NEEDS_REVIEW, reason=Reason(UNREAD_PART, text), reading=Level.LOW)
        case Verdict.NOT_ADDRESSED:
            reason = Reason(UNREAD_PART, _reason(problem).text)
            return replace(finding, verdict=Verdict.NOT_CHECKED, reason=reason, reading=Level.LOW)
        case Verdict.VIOLATION:
            text = Bilingual(
                f"{finding.reason.text.en} However, {_unread_en(problem)}",
                f"{finding.reason.text.ja}ただし、{_unread_ja(problem)}",
            )
            return replace(finding, reason=Reason(finding.reason.code, text))
        case _:
            return finding


def _first_error(document: Document) -> Problem:
    return next(problem for problem in document.problems if problem.is_error)


def _reason(problem: Problem) -> Reason:
    text = Bilingual(
        f"Not checked: {_words(problem)}.",
        f"読み取れない部分があるため判定していません（{problem.code}）。",
    )
    return Reason(problem.code, text)


def _unread_en(problem: Problem) -> str:
    return f"part of the document was not read (unread_part: {_words(problem)})."


def _unread_ja(problem: Problem) -> str:
    return f"読み取れない部分がある（unread_part: {problem.code}{_at(problem)}）。"


def _words(problem: Problem) -> str:
    return problem.message.rstrip(".") + _at(problem)


def _at(problem: Problem) -> str:
    return f", {problem.where}" if problem.where else ""
