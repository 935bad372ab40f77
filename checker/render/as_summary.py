"""The report as the summary of a step of GitHub Actions: Markdown, no longer than is shown."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.render import beside
from checker.render.brief import Briefs
from checker.render.codes import message
from checker.render.gating import errors, to_tell
from checker.render.markdown import escaped
from checker.render.options import Options
from checker.render.outcome import conditions, outcome
from checker.render.phrases import editions, notice_line
from checker.render.ranking import SIGNS, most_severe_first

MOST_BYTES = 900 * 1024
"""GitHub drops a summary of more than 1 MiB as a whole."""
_UNREAD = 200


def render(report: Report, options: Options) -> bytes:
    """`report` in UTF-8: the outcome, the counts, what was not read, what is new; at most MOST_BYTES, with a note."""
    briefs = Briefs.of(report, options)
    head = "\n".join(
        (*_head(report, briefs), *_counts(report, briefs), *_unread(report, briefs), *_notices(report, briefs))
    )
    rows = [_row(finding, report, briefs) for finding in _told(report)]
    room = MOST_BYTES - len(head.encode())
    kept = _fitting(rows, room)
    table = [*_table_head(briefs), *rows[:kept]] if rows else []
    if kept < len(rows):
        table += ["", briefs.words("summary_left_out", n=len(rows) - kept)]
    return ("\n".join((head, *table)).rstrip() + "\n").encode()


def _told(report: Report) -> tuple[Finding, ...]:
    counting = (*to_tell(report, Verdict.VIOLATION), *to_tell(report, Verdict.NEEDS_REVIEW))
    return most_severe_first(counting)


def _fitting(rows: list[str], room: int) -> int:
    """How many of `rows` fit into so many bytes, with a kibibyte kept for the head of the table and the note."""
    left = room - 1024
    for number, row in enumerate(rows):
        left -= len(row.encode()) + 1
        if left < 0:
            return number
    return len(rows)


def _head(report: Report, briefs: Briefs) -> Iterator[str]:
    yield f"## {briefs.words('title')}"
    yield ""
    yield escaped(outcome(report, briefs.words))
    for line in (*conditions(report, briefs.words), *beside.lines(report, briefs.words)):
        yield ""
        yield escaped(line)
    yield ""
    yield f"{briefs.words('rule_packs')}: {escaped(editions(report, briefs.words))}"
    yield ""


def _counts(report: Report, briefs: Briefs) -> Iterator[str]:
    names = [f"{sign.shape} {briefs.words.name(verdict)}" for verdict, sign in SIGNS.items()]
    yield f"| {' | '.join(names)} |"
    yield f"|{'--:|' * len(names)}"
    counts = report.summary
    yield f"| {' | '.join(str(counts[verdict]) for verdict in SIGNS)} |"
    yield ""


def _unread(report: Report, briefs: Briefs) -> Iterator[str]:
    told = [
        *((document.path, problem) for document in report.documents for problem in errors(document.problems)),
        *((problem.where, problem) for problem in errors(report.problems)),
    ]
    if told:
        yield f"### {briefs.words('unread_title')}"
        yield ""
    for where, problem in told[:_UNREAD]:
        yield f"- {escaped(where)}: {escaped(message(problem, briefs.options.lang))} ({problem.code})"
    if len(told) > _UNREAD:
        yield f"- {briefs.words('summary_left_out', n=len(told) - _UNREAD)}"
    yield ""


def _notices(report: Report, briefs: Briefs) -> Iterator[str]:
    if report.notices:
        yield f"### {briefs.words('reviews_title')}"
        yield ""
        yield from (f"- {escaped(notice_line(notice, briefs.words))}" for notice in report.notices[:_UNREAD])
        yield ""


def _table_head(briefs: Briefs) -> tuple[str, ...]:
    names = ("column_verdict", "column_commitment", "column_place", "column_reason")
    cells = (briefs.words(name) for name in names)
    return (f"### {briefs.words('findings_title')}", "", f"| {' | '.join(cells)} |", f"|{'---|' * len(names)}")


def _row(finding: Finding, report: Report, briefs: Briefs) -> str:
    novelty = beside.novelty_word(report, finding, briefs.words)
    verdict = briefs.words.name(finding.verdict) + (briefs.words("mark", text=novelty) if novelty else "")
    title = briefs.commitments[finding.commitment].title.pick(briefs.options.lang)
    cells = (verdict, title, briefs.where(finding), briefs.said(finding))
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
