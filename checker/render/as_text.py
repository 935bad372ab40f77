"""The report for a terminal: the outcome, the findings by document, what could not be read, the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model.document import Document, Problem
from checker.model.finding import UNLISTED, Finding, Verdict
from checker.model.report import Report
from checker.render import beside, profiled, together
from checker.render.codes import message
from checker.render.ink import BOLD, DIM, PLAIN, VERDICT_STYLES, Ink, harmless
from checker.render.layout import WIDTH, columns, pad
from checker.render.options import Options
from checker.render.outcome import conditions, outcome
from checker.render.phrases import (
    fact,
    notes,
    notice_line,
    problem_advice,
    problem_line,
    problem_place,
    troubled,
    troubles,
)
from checker.render.ranking import SIGNS
from checker.render.text_findings import FindingLines
from checker.render.words import Words

_INDENT = "    "


def render(report: Report, options: Options) -> bytes:
    """`report` in lines of at most 100 columns, in UTF-8; colours only where `options` asks for them."""
    words, ink = Words(options.lang), Ink(options.color)
    sections = (
        _head(report, words, ink),
        _findings(report, words, ink),
        _unread(report, words, ink),
        _notes(report, words, ink),
        _notices(report, words, ink),
        _beside(report, words, ink),
        _summary(report, words, ink),
    )
    return "".join(f"{line}\n" for section in sections for line in section).encode()


def _head(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    yield from ink.lines(outcome(report, words), style=BOLD)
    run = words(
        "run_line",
        documents=words.count("n_documents", len(report.documents)),
        commitments=words.count("n_commitments", len(report.rules.commitments)),
        packs=words("separator").join(report.rules.labels),
        as_of=report.as_of,
        version=report.version,
    )
    for line in (run, *profiled.lines(report, words)):
        yield from ink.lines(line, style=DIM)
    yield ""


def _findings(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    lines = FindingLines(report, words, ink)
    by_document: dict[str, list[Finding]] = {document.path: [] for document in report.documents}
    for finding in report.listed:
        by_document[finding.document].append(finding)
    for document in report.documents:
        if by_document[document.path]:
            yield from _document(document, words, ink)
            yield from lines.of(by_document[document.path])
    silent = sum(not found for found in by_document.values())
    if silent:
        yield from ink.lines(words.count("nothing_listed", silent))
        yield ""


def _document(document: Document, words: Words, ink: Ink) -> Iterator[str]:
    yield from _rule(document.path, ink)
    about = [words.name(document.state)]
    if document.pages:
        about.append(words.count("n_pages", len(document.pages)))
    about.append(words("issued", issuer=fact(document.issuer, words)))
    about.append(words("dated", date=fact(document.dated, words)))
    yield from ink.lines(" · ".join(about), style=DIM)
    yield ""


def _rule(title: str, ink: Ink) -> Iterator[str]:
    first, *rest = ink.lines(title, "── ", BOLD)
    yield f"{first} {'─' * max(0, WIDTH - columns(harmless(title)) - 4)}" if not rest else first
    yield from rest


def _unread(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    documents = troubled(report)
    if not documents and not report.problems:
        return
    yield from _rule(words("unread_title"), ink)
    for document in documents:
        yield from ink.lines(f"{document.path} ({words.name(document.state)})", "  ", BOLD)
        yield from _problems(troubles(document.problems), words, ink)
    if report.problems:
        yield from ink.lines(words("whole_run"), "  ", BOLD)
        yield from _problems(report.problems, words, ink)
    yield ""


def _notes(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    noted = [*together.told(report, words), *_notes_alone(report, words)]
    if not noted:
        return
    yield from _rule(words("notes_title"), ink)
    for line in noted:
        yield from ink.lines(line, "  ", DIM)
    yield ""


def _notices(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    if not report.notices:
        return
    yield from _rule(words("reviews_title"), ink)
    for notice in report.notices:
        yield from ink.lines(notice_line(notice, words), "  ")
    yield ""


def _beside(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    if report.baseline is None:
        return
    yield from _rule(words("beside_title"), ink)
    for line in beside.lines(report, words):
        yield from ink.lines(line, "  ")
    yield ""


def _notes_alone(report: Report, words: Words) -> Iterator[str]:
    told = together.shared(report)
    for document in report.documents:
        for note in notes(document.problems):
            if note.code not in told:
                yield words("problem", kind=document.path, message=message(note, words.lang), code=note.code)


def _problems(problems: Iterable[Problem], words: Words, ink: Ink) -> Iterator[str]:
    for problem in problems:
        style = VERDICT_STYLES[Verdict.NOT_CHECKED] if problem.is_error else PLAIN
        yield from ink.lines(problem_line(problem, words), _INDENT, style)
        for further in filter(None, (problem_place(problem, words), problem_advice(problem, words))):
            yield from ink.lines(further, f"{_INDENT}  ")


def _summary(report: Report, words: Words, ink: Ink) -> Iterator[str]:
    yield from _rule(words("summary"), ink)
    names = {verdict: words.name(verdict) for verdict in SIGNS}
    width = max(columns(name) for name in names.values())
    counts = report.summary
    for verdict, sign in SIGNS.items():
        count = counts[verdict]
        hidden = count and verdict in UNLISTED and not report.list_all
        note = f"  {words('unlisted_option')}" if hidden else ""
        row = f"{sign.shape} {pad(names[verdict], width)} {count:>7}{note}"
        yield f"  {ink.paint(row, VERDICT_STYLES[verdict])}"
    yield ""
    for condition in conditions(report, words):
        yield from ink.lines(condition)
