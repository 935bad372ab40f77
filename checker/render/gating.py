"""What a finding means to a build: whether it fails it, and which findings people are to be told of."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.model.baseline import Novelty
from checker.model.document import Problem
from checker.model.finding import UNLISTED, Finding, Verdict
from checker.model.profile import FailOn
from checker.model.report import Report


class Weight(StrEnum):
    """What a finding is to a build."""

    FAILURE = "failure"
    REVIEW = "review"
    ERROR = "error"
    SKIPPED = "skipped"
    PASSED = "passed"


def weight(finding: Finding, report: Report) -> Weight:
    """What `finding` is to a build: what reviewers settled, the baseline knows or nobody asked about is skipped."""
    if finding.verdict is Verdict.NOT_CHECKED:
        return Weight.ERROR
    if finding.verdict in UNLISTED or finding.counts_as is None or is_known(finding, report):
        return Weight.SKIPPED
    if finding.counts_as is Verdict.COMPLIANT:
        return Weight.PASSED
    reviews_fail = report.fails_on(finding.document) is FailOn.NEEDS_REVIEW
    return Weight.FAILURE if finding.counts_as is Verdict.VIOLATION or reviews_fail else Weight.REVIEW


def is_known(finding: Finding, report: Report) -> bool:
    """Whether the baseline knows `finding`, and not for too long."""
    return report.baseline is not None and report.baseline.of(finding) is Novelty.KNOWN


def to_tell(report: Report, verdict: Verdict) -> tuple[Finding, ...]:
    """The findings that count as `verdict` and that neither reviewers settled nor the baseline knows."""
    return tuple(each for each in report.findings if each.counts_as is verdict and not is_known(each, report))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by which something went unread."""
    return tuple(problem for problem in problems if problem.is_error)
