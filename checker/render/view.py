"""The page as a value: everything the templates print is decided here."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.finding import UNLISTED, Verdict
from checker.model.report import Report
from checker.render import beside, together
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.ranking import SEVERITY_ORDER, in_brief
from checker.render.view_commitments import Matrix, Section, matrix, sections
from checker.render.view_documents import DocumentRow, Unread, document_rows, unread
from checker.render.view_findings import FULL, Group, Selection, group_anchor, groups, select
from checker.render.view_parts import Entry, Shelf, VerdictView, shelf, verdict_view
from checker.render.words import CATALOGUE, Words

_SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Tile:
    """A verdict's count; `href` is empty where the page lists no finding of that verdict."""

    verdict: VerdictView
    count: int
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; `health` is empty where everything was read."""

    lang: str
    outcome: str
    against: tuple[str, ...]
    facts: tuple[Entry, ...]
    interrupted: bool
    health: str
    tiles: tuple[Tile, ...]
    beside: tuple[str, ...]
    unread: tuple[Unread, ...]
    unread_none: str
    sections: tuple[Section, ...]
    matrix: Matrix
    groups: tuple[Group, ...]
    notes: tuple[str, ...]
    documents: tuple[DocumentRow, ...]
    shared_notes: tuple[str, ...]
    command: str
    provenance: tuple[Entry, ...]
    hashes: tuple[Entry, ...]


def page(report: Report, options: Options) -> Page:
    """The page for `report` in the language of `options`."""
    words = Words(options.lang)
    on = shelf(report, words)
    selection = select(report)
    return Page(
        lang=options.lang,
        outcome=outcome(report, words),
        against=_against(on),
        facts=_facts(report, words),
        interrupted=report.interrupted,
        health=_health(report, words),
        tiles=_tiles(report, selection, words),
        beside=tuple(beside.lines(report, words)),
        unread=unread(on),
        unread_none=words("unread_none" if report.documents else "unread_no_documents"),
        sections=sections(on),
        matrix=matrix(selection.anchors, on),
        groups=groups(selection, on),
        notes=_notes(selection, words),
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
    rules = words(
        "rules_value",
        packs=words("separator").join(report.rules.names),
        sha=report.rules.sha256[:_SHORT_HASH],
    )
    return (
        Entry(words("as_of"), report.as_of),
        Entry(words("documents"), str(len(report.documents))),
        Entry(words("commitments"), str(len(report.rules.commitments))),
        Entry(words("rules"), rules),
        Entry(words("tool"), report.version),
    )


def _health(report: Report, words: Words) -> str:
    if 4 in report.conditions:
        return words("health_nothing")
    return words("health_part") if 3 in report.conditions else ""


def _tiles(report: Report, selection: Selection, words: Words) -> tuple[Tile, ...]:
    shown = {finding.verdict for finding in (*selection.full, *selection.lines)}
    return tuple(
        Tile(
            verdict=verdict_view(verdict, words),
            count=report.summary[verdict],
            href=f"#{group_anchor(verdict)}" if verdict in shown else "",
            note=words("unlisted") if _hidden(verdict, report) else "",
        )
        for verdict in SEVERITY_ORDER
    )


def _hidden(verdict: Verdict, report: Report) -> bool:
    return verdict in UNLISTED and not report.list_all and report.summary[verdict] > 0


def _notes(selection: Selection, words: Words) -> tuple[str, ...]:
    notes = []
    shortened = sum(not in_brief(finding.verdict) for finding in selection.lines)
    if shortened:
        notes.append(words("findings_cap", full=FULL, short=shortened))
    if selection.left_out:
        notes.append(words("findings_left_out", n=selection.left_out))
    return tuple(notes)


def _provenance(report: Report, words: Words) -> tuple[Entry, ...]:
    return (
        Entry(words("tool"), report.version),
        Entry(words("as_of"), report.as_of),
        Entry(words("rule_packs"), words("separator").join(report.rules.names)),
        Entry(words("rules_hash"), report.rules.sha256),
        Entry(words("isolation"), _isolation(report.isolation, words)),
    )


def _isolation(level: str, words: Words) -> str:
    key = f"isolation.{level.replace('-', '_')}"
    return words(key) if key in CATALOGUE else level
