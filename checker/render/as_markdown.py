"""The report as Markdown, for wikis, tickets and mails: the outcome, every finding with its words, the documents."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.markdown import escaped
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.ranking import SIGNS, most_severe_first
from checker.render.rows import Table, cited, documents, history, summary
from checker.render.words import Words


def render(report: Report, options: Options) -> bytes:
    """`report` in UTF-8; nothing a document says is read as markup."""
    words = Words(options.lang)
    return "".join(f"{line}\n" for line in _lines(report, words, options.title)).encode()


def _lines(report: Report, words: Words, title: str) -> Iterator[str]:
    yield f"# {escaped(title or words('title'))}"
    yield ""
    yield f"**{escaped(outcome(report, words))}**"
    yield ""
    yield from _table(summary(report, words))
    yield f"## {words('findings_title')}"
    yield ""
    titles = {commitment.id: commitment.title.pick(words.lang) for commitment in report.rules.commitments}
    for finding in most_severe_first(report.listed):
        yield from _finding(finding, titles[finding.commitment], words)
    yield from _table(documents(report, words), title=True)
    yield escaped(words("method"))


def _finding(finding: Finding, title: str, words: Words) -> Iterator[str]:
    yield f"### {SIGNS[finding.verdict].shape} {words.name(finding.verdict)}: {escaped(title)}"
    yield ""
    yield escaped(finding.reason.text.pick(words.lang))
    yield ""
    for quote, where in cited(finding, words):
        yield f"> {escaped(quote)}"
        yield ">"
        yield f"> — {escaped(finding.document)}, {escaped(where)}"
        yield ""
    for line in history(finding, words):
        yield f"- {escaped(line)}"
    yield f"- {words('column_finding')}: `{finding.id}` ({escaped(finding.document)})"
    yield ""


def _table(table: Table, *, title: bool = False) -> Iterator[str]:
    if title:
        yield f"## {table.title}"
        yield ""
    yield f"| {' | '.join(table.head)} |"
    yield f"|{'---|' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join('' if cell is None else escaped(str(cell)) for cell in row)} |"
    yield ""
