"""The page as a value: everything the templates print is decided here."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.baseline import KEPT, Novelty
from checker.model.decision import Standing
from checker.model.finding import UNLISTED, Verdict
from checker.model.report import Report
from checker.render import beside, profiled, together
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.phrases import editions
from checker.render.ranking import SEVERITY_ORDER
from checker.render.view_commitments import Section, sections
from checker.render.view_documents import DocumentRow, Unread, document_rows, unread
from checker.render.view_findings import FULL, Card, Selection, Together, card, select
from checker.render.view_findings import together as told_in_lines
from checker.render.view_matrix import Matrix, matrix
from checker.render.view_parts import Entry, Shelf, VerdictView, month_name, month_of, verdict_view
from checker.render.view_progress import Bar, progress
from checker.render.view_reviews import ReviewRow, review_rows
from checker.render.view_status import Status, status
from checker.render.view_timeline import Timeline, timeline
from checker.render.words import CATALOGUE, Words

PRINTED = 2_000
"""As many findings as a browser prints and a reader reads."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A verdict's count; `href` is empty where the page lists no finding of that verdict.

    `change` tells how many are new beside a baseline; it is empty without one.
    """

    verdict: VerdictView
    count: int
    href: str
    note: str
    change: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; `health` is empty where everything was read."""

    lang: str
    static_only: bool
    heading: str
    logo: str
    run_id: str
    results_sha256: str
    outcome: str
    against: tuple[str, ...]
    facts: tuple[Entry, ...]
    interrupted: bool
    health: str
    tiles: tuple[Tile, ...]
    beside: tuple[str, ...]
    unread: tuple[Unread, ...]
    unread_none: str
    status: Status
    progress: tuple[Bar, ...]
    sections: tuple[Section, ...]
    matrix: Matrix
    cards: tuple[Card, ...]
    full: int
    together: tuple[Together, ...]
    timeline: Timeline | None
    filters: tuple[tuple[str, str, tuple[Choice, ...]], ...]
    notes: tuple[str, ...]
    reviews: tuple[ReviewRow, ...]
    documents: tuple[DocumentRow, ...]
    shared_notes: tuple[str, ...]
    command: str
    provenance: tuple[Entry, ...]
    hashes: tuple[Entry, ...]


def page(on: Shelf, options: Options, results_sha256: str, static: int) -> Page:
    """The page for the report on `on`, with `static` findings in its markup."""
    report, words = on.report, on.words
    selection = select(report)
    return Page(
        lang=options.lang,
        static_only=static > FULL,
        heading=options.title or words("title"),
        logo=options.logo,
        run_id=report.run_id,
        results_sha256=results_sha256,
        outcome=outcome(report, words),
        against=(*_against(on), *profiled.lines(report, words)),
        facts=_facts(report, words),
        interrupted=report.interrupted,
        health=_health(report, words),
        tiles=_tiles(report, selection, words),
        beside=tuple(beside.lines(report, words)),
        unread=unread(on),
        unread_none=words("unread_none" if report.documents else "unread_no_documents"),
        status=status(on),
        progress=progress(on),
        sections=sections(on),
        matrix=matrix(selection.anchors, on),
        cards=tuple(card(finding, on) for finding in selection.full[:static]),
        full=len(selection.full),
        together=told_in_lines(selection, on),
        timeline=timeline(on),
        filters=_filters(selection, on),
        notes=_notes(selection, words),
        reviews=review_rows(on),
        documents=document_rows(on),
        shared_notes=together.told(report, words),
        command=options.command,
        provenance=_provenance(report, words),
        hashes=tuple(Entry(document.path, document.sha256) for document in report.documents),
    )


def _against(on: Shelf) -> tuple[str, ...]:
    instruments = dict.fromkeys(commitment.instrument for commitment in on.report.rules.commitments)
    titles = (on.report.rules.instruments[key].title.pick(on.words.lang) for key in instruments)
    return tuple(on.words("against", title=title) for title in titles)


def _facts(report: Report, words: Words) -> tuple[Entry, ...]:
    return (
        Entry(words("as_of"), report.as_of),
        Entry(words("documents"), str(len(report.documents))),
        Entry(words("commitments"), str(len(report.rules.commitments))),
        Entry(words("rules"), editions(report, words)),
        Entry(words("tool"), report.version),
    )


def _health(report: Report, words: Words) -> str:
    if 4 in report.conditions:
        return words("health_nothing")
    return words("health_part") if 3 in report.conditions else ""


def _tiles(report: Report, selection: Selection, words: Words) -> tuple[Tile, ...]:
    shown = {finding.verdict for finding in (*selection.full, *selection.lines)}
    counts = report.summary
    return tuple(
        Tile(
            verdict=verdict_view(verdict, words),
            count=counts[verdict],
            href=f"#v={verdict.value}" if verdict in shown else "",
            note=words("unlisted") if verdict in UNLISTED and counts[verdict] and not report.list_all else "",
            change=_change(verdict, report, words),
        )
        for verdict in SEVERITY_ORDER
    )


def _change(verdict: Verdict, report: Report, words: Words) -> str:
    if report.baseline is None or verdict not in KEPT:
        return ""
    found = (finding for finding in report.findings if finding.verdict is verdict)
    return words("new_count", n=sum(report.baseline.of(finding) is Novelty.NEW for finding in found))


def _filters(selection: Selection, on: Shelf) -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    """What the findings can be narrowed by: the key in the page's address, its label, its choices (two or more)."""
    shown = (*selection.full, *selection.lines)
    verdicts = {finding.verdict for finding in shown}
    commitments = {finding.commitment for finding in shown}
    documents = {finding.document for finding in shown}
    standings = {finding.standing for finding in shown}
    months = sorted({month_of(on.documents[path]) for path in documents})
    words = on.words
    filters = (
        ("v", words("verdict"), tuple(Choice(v.value, words.name(v)) for v in SEVERITY_ORDER if v in verdicts)),
        (
            "c",
            words("column_commitment"),
            tuple(Choice(c.id, c.title.pick(words.lang)) for c in on.report.rules.commitments if c.id in commitments),
        ),
        ("d", words("column_document"), tuple(Choice(d, d) for d in on.documents if d in documents)),
        ("m", words("month"), tuple(Choice(month, month_name(month, words)) for month in months)),
        ("s", words("decision"), tuple(Choice(s.value, words.name(s)) for s in Standing if s in standings)),
    )
    return tuple(each for each in filters if len(each[2]) > 1)


def _notes(selection: Selection, words: Words) -> tuple[str, ...]:
    return (words("findings_left_out", n=selection.left_out),) if selection.left_out else ()


def _provenance(report: Report, words: Words) -> tuple[Entry, ...]:
    return (
        Entry(words("tool"), report.version),
        Entry(words("as_of"), report.as_of),
        Entry(words("rule_packs"), editions(report, words)),
        Entry(words("rules_hash"), report.rules.sha256),
        Entry(words("run"), report.run_id),
        Entry(words("isolation"), _isolation(report.isolation, words)),
    )


def _isolation(level: str, words: Words) -> str:
    key = f"isolation.{level.replace('-', '_')}"
    return words(key) if key in CATALOGUE else level
