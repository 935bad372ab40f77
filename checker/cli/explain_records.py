"""`checker explain` of a record file: what each criterion made of its rows, with the arithmetic written out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.finding import Finding, Progress
    from checker.selection import Selection


def explain_records(file: str, rules: Selection, lang: str) -> tuple[list[str], int]:
    """The lines that explain the verdict of the one commitment in `rules` on a record file, and the exit status."""
    from checker import run
    from checker.cli.inputs import gather
    from checker.cli.options import default_as_of
    from checker.cli.voice import tell
    from checker.result import Wanted

    gathered = gather([file])
    report = run.check(
        gathered.inputs, rules, run.Settings(default_as_of(), jobs=1, wanted=Wanted()), gathered.problems
    )
    for problem in (*report.problems, *(problem for each in report.documents for problem in each.problems)):
        tell(problem)
    lines = [line for finding in report.findings for line in _lines(finding, lang)]
    unread = report.exit_code if report.exit_code in (3, 4) else 0
    return lines, unread


def _lines(finding: Finding, lang: str) -> Iterator[str]:
    from checker.render.visible import one_line

    yield f"{finding.commitment}: {finding.verdict.value}"
    yield f"  {finding.reason.text.pick(lang)} ({finding.reason.code})"
    yield "\nWhat each criterion made of the rows"
    for step in finding.trace:
        yield f"  {step.what}: {step.result}"
        yield f"    {one_line((step.seen_ja if lang == 'ja' else '') or step.seen)}"
    yield "\nThe rows that weigh most" if finding.evidence else "\nThe rows that weigh most: none"
    for evidence in finding.evidence:
        yield f"  {one_line(evidence.where)}: {evidence.supports.value}"
        yield f"    {one_line(evidence.quote)}"
        if evidence.worked:
            yield f"    {one_line(evidence.worked.steps)}"
    for each in finding.progress:
        yield _total(each, lang)


def _total(each: Progress, lang: str) -> str:
    bound = f", expected {each.sign} {each.bound}" if each.bound else ""
    return f"\nTotal {each.title.pick(lang)}: {each.amount} {each.unit}{bound}: {each.verdict.value} ({each.criterion})"
