"""The report as tables: what every format that staff pass on is made of, so that none of them loses a finding."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import isfinite

from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.phrases import decision_sentence, editions, fact, kind_of, place, problem_line, waiver_sentence
from checker.render.places import place_in
from checker.render.ranking import SEVERITY_ORDER, most_severe_first
from checker.render.recall import characters
from checker.render.visible import visible
from checker.render.words import Words

Cell = str | int | float | None

MOST_RECORDS = 100_000
"""As many rows of record files as a workbook tells one by one; the format `rows` has all of them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, its headings, its rows; texts hold no unseen characters, numbers are numbers.

    `names` is the column by which other tables name a row of this one; `leads` are columns that name rows of the table
    with a title.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    names: int | None = None
    leads: tuple[tuple[int, str], ...] = ()


def tables(report: Report, words: Words) -> tuple[Table, ...]:
    """Summary, findings, evidence, documents, records where there are any, and decisions."""
    judged = records(report, words)
    return (
        summary(report, words),
        findings(report, words),
        evidence(report, words),
        documents(report, words),
        *((judged,) if judged.rows else ()),
        decisions(report, words),
    )


def summary(report: Report, words: Words) -> Table:
    """How many findings got each verdict, and what was checked when against what."""
    found = report.summary
    counts = tuple((words.name(verdict), found[verdict]) for verdict in SEVERITY_ORDER)
    about = (
        (words("as_of"), report.as_of),
        (words("documents"), len(report.documents)),
        (words("commitments"), len(report.rules.commitments)),
        (words("rule_packs"), editions(report, words)),
        (words("rules_hash"), report.rules.sha256),
        (words("tool"), report.version),
        (words("run"), report.run_id),
    )
    return _table(words, "summary", ("verdict", "column_count"), (*counts, *about))


def findings(report: Report, words: Words) -> Table:
    """Every listed finding, the most severe first."""
    titles = {commitment.id: commitment.title.pick(words.lang) for commitment in report.rules.commitments}
    head = (
        *("verdict", "column_standing", "column_novelty", "column_commitment", "column_id", "column_document"),
        *("column_page", "column_place", "column_quote", "reason", "column_severity", "column_confidence"),
        *("column_reading", "column_decisions", "column_finding"),
    )
    ranked = most_severe_first(report.listed)
    rows = (_finding(finding, titles, report, words) for finding in ranked)
    table = _table(words, "findings_title", head, rows)
    last = len(head) - 1
    return replace(table, names=last, leads=((5, words("documents_title")), (last, words("column_quote"))))


def evidence(report: Report, words: Words) -> Table:
    """Every quotation of every listed finding."""
    head = ("column_finding", "verdict", "column_document", "column_page", "column_place", "column_quote", "supports")
    rows = (
        (
            finding.id,
            words.name(finding.verdict),
            finding.document,
            each.page,
            place_in(each.where, words.lang),
            each.quote,
            words.name(each.supports),
        )
        for finding in most_severe_first(report.listed)
        for each in finding.evidence
    )
    leads = ((0, words("findings_title")), (2, words("documents_title")))
    return replace(_table(words, "column_quote", head, rows), names=0, leads=leads)


def documents(report: Report, words: Words) -> Table:
    """Every document in its one state."""
    head = (
        *(
            "column_document",
            "column_state",
            "column_kind",
            "column_issuer",
            "column_dated",
            "column_pages",
            "column_characters",
        ),
        *("column_problems", "column_hash"),
    )
    rows = (
        (
            document.path,
            words.name(document.state),
            kind_of(document, words),
            fact(document.issuer, words),
            fact(document.dated, words),
            len(document.pages) or None,
            characters(document, report),
            "\n".join(problem_line(each, words) for each in document.problems),
            document.sha256,
        )
        for document in report.documents
    )
    return replace(_table(words, "documents_title", head, rows), names=0)


def records(report: Report, words: Words) -> Table:
    """Every judged row of record files, or, in a report that was read back, those that findings quote."""
    head = ("column_document", "column_sheet", "column_row", "column_id", "verdict", "column_stated", "column_expected")
    judged = _judged(report, words)
    rows = list(islice(judged, MOST_RECORDS))
    further = sum(1 for _ in judged)
    if further:
        rows.append((words("records_left_out", n=further), *([None] * len(head))))
    table = _table(words, "records_title", (*head, "column_code"), rows)
    return replace(table, leads=((0, words("documents_title")),))


def _judged(report: Report, words: Words) -> Iterator[tuple[Cell, ...]]:
    if report.recalled is not None:
        yield from _quoted_rows(report, words)
    for document in report.documents:
        lines = report.rows.get(document.path, b"").decode("utf-8").splitlines()
        for sheet, row, commitment, verdict, stated, expected, code in csv.reader(lines):
            shown = words.name(Verdict(verdict))
            yield document.path, sheet, int(row), commitment, shown, _number(stated), _number(expected), code


def _quoted_rows(report: Report, words: Words) -> Iterator[tuple[Cell, ...]]:
    for finding in report.listed:
        for each in finding.evidence:
            if each.worked is not None:
                stated, expected = _number(each.worked.stated), _number(each.worked.expected)
                place = (finding.document, each.worked.sheet, each.worked.row, finding.commitment)
                yield (*place, words.name(each.supports), stated, expected, finding.reason.code)


def _number(text: str) -> Cell:
    """A figure as a number where a workbook holds it without loss, else as it is written."""
    try:
        value = float(text)
    except ValueError:
        return text
    return (int(value) if value.is_integer() else value) if len(text) <= 15 and isfinite(value) else text


def decisions(report: Report, words: Words) -> Table:
    """Every recorded decision."""
    head = (
        "decision",
        "column_id",
        "reason",
        "reviewer_name",
        "approver",
        "column_made",
        "column_until",
        "column_kept",
    )
    rows = (
        (
            words.name(each.action),
            each.commitment,
            each.reason,
            each.reviewer,
            each.approver,
            each.created,
            each.expires,
            each.place,
        )
        for each in report.decisions
    )
    return _table(words, "reviews_title", head, rows)


def _finding(finding: Finding, titles: dict[str, str], report: Report, words: Words) -> tuple[Cell, ...]:
    first = finding.evidence[0] if finding.evidence else None
    return (
        words.name(finding.verdict),
        words.name(finding.standing),
        novelty_word(report, finding, words),
        titles[finding.commitment],
        finding.commitment,
        finding.document,
        first.page if first else None,
        place_in(first.where, words.lang) if first else "",
        first.quote if first else "",
        finding.reason.text.pick(words.lang),
        words.name(finding.severity),
        words.name(finding.confidence),
        words.name(finding.reading),
        "\n".join(history(finding, words)),
        finding.id,
    )


def history(finding: Finding, words: Words) -> Iterator[str]:
    """What reviewers decided about `finding`, a sentence each, the waiver in force first."""
    if finding.waiver:
        yield waiver_sentence(finding.waiver, words)
    yield from (decision_sentence(decision, words) for decision in finding.decisions)


def cited(finding: Finding, words: Words) -> Iterator[tuple[str, str]]:
    """The quotations of `finding`, each with the place where it stands."""
    for each in finding.evidence:
        yield visible(each.quote), visible(place(each, words))


def _table(words: Words, title: str, head: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    shown = tuple(tuple(visible(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
    return Table(words(title), tuple(words(key) for key in head), shown)
