"""The report as annotations of GitHub Actions: the most severe of what is new, within the number that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.render.brief import Briefs
from checker.render.gating import errors, to_tell
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.ranking import most_severe_first
from checker.render.visible import one_line

MOST = 9
"""GitHub shows ten of a level in a step and drops the rest without a word; the tenth is kept for saying so."""

_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def render(report: Report, options: Options) -> bytes:
    """`report` as workflow commands, one a line: what was not read, what is new, and what there was no room for."""
    briefs = Briefs.of(report, options)
    told = [*_unread(report, briefs), *(_finding("error", f, briefs) for f in _ranked(report, Verdict.VIOLATION))]
    reviews = [_finding("warning", finding, briefs) for finding in _ranked(report, Verdict.NEEDS_REVIEW)]
    shown = (*told[:MOST], *reviews[:MOST])
    return "".join(
        f"{line}\n" for line in (*shown, _notice(report, briefs, len(told) + len(reviews) - len(shown)))
    ).encode()


def _ranked(report: Report, verdict: Verdict) -> tuple[Finding, ...]:
    return most_severe_first(to_tell(report, verdict))


def _finding(level: str, finding: Finding, briefs: Briefs) -> str:
    place = briefs.anchor(finding)
    return _command(level, briefs.message(finding), file=place.path, line=str(place.line), title=briefs.title(finding))


def _unread(report: Report, briefs: Briefs) -> Iterator[str]:
    for document in report.documents:
        for problem in errors(document.problems):
            yield _command("error", problem.message, file=briefs.file(document.path), title=problem.code)
    for problem in errors(report.problems):
        yield _command("error", f"{problem.where}: {problem.message}", title=problem.code)


def _notice(report: Report, briefs: Briefs, left_out: int) -> str:
    more = f" {briefs.words('annotations_left_out', n=left_out)}" if left_out else ""
    return _command("notice", f"{outcome(report, briefs.words)}{more}", title=briefs.words("title"))


def _command(level: str, message: str, **properties: str) -> str:
    given = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{level} {given}::{_escaped(message, _DATA)}"


def _escaped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    line = one_line(text)
    for character, code in pairs:
        line = line.replace(character, code)
    return line
