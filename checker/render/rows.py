"""The report as tables: what every format that staff pass on is made of, so that none of them loses a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.phrases import decision_sentence, editions, fact, kind_of, place, problem_line, waiver_sentence
from checker.render.places import place_in
from checker.render.ranking import SEVERITY_ORDER, most_severe_first, short_id
from checker.render.recall import characters
from checker.render.visible import visible
from checker.render.words import Words

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, its headings, its rows; texts hold no unseen characters, numbers are numbers."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(report: Report, words: Words) -> tuple[Table, ...]:
    """Summary, findings, evidence, documents and decisions."""
    return (
        summary(report, words),
        findings(report, words),
        evidence(report, words),
        documents(report, words),
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
    return _table(words, "findings_title", head, (_finding(finding, titles, report, words) for finding in ranked))


def evidence(report: Report, words: Words) -> Table:
    """Every quotation of every listed finding."""
    head = ("column_finding", "verdict", "column_document", "column_page", "column_place", "column_quote", "supports")
    rows = (
        (
            short_id(finding),
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
    return _table(words, "column_quote", head, rows)


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
    return _table(words, "documents_title", head, rows)


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
