"""The report as SARIF 2.1.0, in two forms: within GitHub's limits for code scanning, and in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from checker.model.document import Document, Problem
from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.render.anchor import place_of
from checker.render.json_text import Json, dumped
from checker.render.options import Options
from checker.render.ranking import most_severe_first
from checker.render.sarif_results import Results, location
from checker.render.sarif_rules import rules
from checker.render.visible import one_line
from checker.render.words import Words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SHOWN = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW)
_WEIGHTS = {"E": "error", "W": "warning", "I": "note"}


def render(report: Report, options: Options) -> bytes:
    """`report` for GitHub code scanning: what breaks a commitment or needs review, at most `options.sarif_max` of it.

    The most severe are kept, in the report's order; a notification says how many were left out. What reviewers waived
    or rejected is left out too, since GitHub would show it as open.
    """
    found = [finding for finding in report.findings if finding.counts_as in _SHOWN]
    kept = {finding.id for finding in most_severe_first(found)[: options.sarif_max]}
    shown = [finding for finding in found if finding.id in kept]
    cut = _cut(len(found) - len(shown), options)
    return _log(report, options, Results.of(report, options, full=False), shown, cut)


def render_full(report: Report, options: Options) -> bytes:
    """`report` with every verdict on every document, waived findings as suppressed ones, and what is fixed."""
    return _log(report, options, Results.of(report, options, full=True), report.findings, ())


def _cut(number: int, options: Options) -> tuple[Problem, ...]:
    if not number:
        return ()
    return (Problem("W-LEFT-OUT", Words(options.lang)("left_out", n=number, most=options.sarif_max)),)


def _log(
    report: Report, options: Options, results: Results, shown: Sequence[Finding], cut: tuple[Problem, ...]
) -> bytes:
    told = [results.result(finding) for finding in shown]
    run = {
        "tool": {"driver": _driver(report, options)},
        "automationDetails": {"id": f"commitment-checker/{'+'.join(report.rules.names)}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, options, cut)],
        "artifacts": [_artifact(document, options) for document in report.documents],
        "results": told + (results.absent() if results.full else []),
        "properties": {
            "asOf": report.as_of,
            "rulesSha256": report.rules.sha256,
            "rulePacks": [asdict(each) for each in report.rules.editions],
        },
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, options: Options) -> Json:
    return {
        "name": "commitment-checker",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": rules(report.rules, options.lang),
    }


def _invocation(report: Report, options: Options, cut: tuple[Problem, ...]) -> Json:
    return {
        "executionSuccessful": not report.interrupted,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": [
            *(_notification(problem) for problem in (*cut, *report.problems)),
            *_unread(report.documents, options),
        ],
    }


def _unread(documents: Iterable[Document], options: Options) -> Iterable[Json]:
    for document in documents:
        for problem in document.problems:
            place = location(place_of(document.path, options.repository), 1)
            yield {**_notification(problem), "locations": [place]}


def _notification(problem: Problem) -> Json:
    where = f"{problem.where}: " if problem.where else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return {
        "descriptor": {"id": problem.code},
        "level": _WEIGHTS[problem.code[0]],
        "message": {"text": one_line(f"{where}{problem.message}{hint}")},
    }


def _artifact(document: Document, options: Options) -> Json:
    place = location(place_of(document.path, options.repository), 1)["physicalLocation"]["artifactLocation"]
    artifact: Json = {"location": place, "mimeType": document.media_type, "roles": ["analysisTarget"]}
    if document.sha256:
        artifact |= {"hashes": {"sha-256": document.sha256}, "length": document.size}
    return artifact
