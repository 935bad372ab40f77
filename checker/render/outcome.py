"""The run in one sentence, and the conditions that decided its exit status."""

from __future__ import annotations

from collections import Counter

from checker.model.document import State
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.render.beside import counted
from checker.render.words import Words


def outcome(report: Report, words: Words) -> str:
    """What a reader must know first: "2 violations, 5 need review, 1 of 60 documents could not be checked."."""
    parts = _outcome(report, words)
    if report.interrupted:
        parts = (words("outcome.incomplete", rest=parts[0]), *parts[1:])
    return words.sentence(parts)


def conditions(report: Report, words: Words) -> tuple[str, ...]:
    """Every exit status that applies, in words, the winner first."""
    first, *others = report.conditions or (0,)
    return (
        words("condition.first", code=first, what=words(f"condition.c{first}")),
        *(words("condition.also", code=code, what=words(f"condition.c{code}")) for code in others),
    )


def _outcome(report: Report, words: Words) -> tuple[str, ...]:
    states = Counter(document.state for document in report.documents)
    total = len(report.documents)
    if total == 0 and report.unchanged:
        return (words.count("outcome.unchanged", report.unchanged),)
    if total == 0:
        return (words("outcome.no_documents"),)
    if states[State.NOT_CHECKED] == total:
        return (words.count("outcome.nothing", total),)
    beside = (words("beside_counts", **counted(report.baseline)),) if report.baseline else ()
    return (_violations(report, words), *_reviews(report, words), *beside, *_coverage(report, states, words))


def _violations(report: Report, words: Words) -> str:
    found = [finding for finding in report.findings if finding.verdict is Verdict.VIOLATION]
    waived = sum(finding.waiver is not None for finding in found)
    if not found:
        return words("outcome.violations_none")
    return words.count("outcome.violations", len(found)) + (words("outcome.waived", n=waived) if waived else "")


def _reviews(report: Report, words: Words) -> tuple[str, ...]:
    count = report.summary[Verdict.NEEDS_REVIEW]
    return (words.count("outcome.review", count) if count else words("outcome.review_none"),)


def _coverage(report: Report, states: Counter[State], words: Words) -> tuple[str, ...]:
    total = len(report.documents)
    gaps = (
        ("outcome.unread", states[State.NOT_CHECKED]),
        ("outcome.part", states[State.PARTLY_CHECKED]),
        ("outcome.undecided", _undecided(report)),
    )
    told = tuple(words.count(key, count, total=total) for key, count in gaps if count)
    return told or (words.count("outcome.checked", total),)


def _undecided(report: Report) -> int:
    read = {document.path for document in report.documents if document.state is State.CHECKED}
    return sum(finding.verdict is Verdict.NOT_CHECKED and finding.document in read for finding in report.findings)
