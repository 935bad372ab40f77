"""The report as GitLab's Code Quality: a list of what breaks a commitment, needs review or could not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from checker.model.document import Document, Problem
from checker.model.finding import Finding, Level, Verdict
from checker.model.report import Report
from checker.render.brief import Briefs
from checker.render.gating import errors
from checker.render.json_text import Json, lines
from checker.render.options import Options
from checker.render.visible import one_line

_SEVERITIES = {Level.HIGH: "critical", Level.MEDIUM: "major", Level.LOW: "minor"}


def render(report: Report, options: Options) -> bytes:
    """`report` in UTF-8, an entry a line. What reviewers settled is left out; GitLab itself tells new from known."""
    briefs = Briefs.of(report, options)
    counting = (
        finding for finding in report.findings if finding.counts_as in (Verdict.VIOLATION, Verdict.NEEDS_REVIEW)
    )
    return lines([*(_finding(finding, briefs) for finding in counting), *_unread(report, briefs)])


def _finding(finding: Finding, briefs: Briefs) -> Json:
    place = briefs.anchor(finding)
    violation = finding.counts_as is Verdict.VIOLATION
    return {
        "check_name": finding.commitment,
        "description": f"{briefs.title(finding)}. {briefs.message(finding)}",
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity] if violation else "info",
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }


def _unread(report: Report, briefs: Briefs) -> Iterator[Json]:
    for document in report.documents:
        for number, problem in enumerate(errors(document.problems)):
            yield _problem(problem, number, document, briefs)


def _problem(problem: Problem, number: int, document: Document, briefs: Briefs) -> Json:
    name = f"{document.path}|{problem.code}|{number}"
    return {
        "check_name": problem.code,
        "description": one_line(f"{briefs.words.name(document.state)}: {document.path}: {problem.message}"),
        "fingerprint": hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "major",
        "location": {"path": briefs.file(document.path), "lines": {"begin": 1}},
    }
