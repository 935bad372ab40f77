"""The commitments in source order under the source's headings, and the matrix of commitments and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from checker.model.commitment import Commitment
from checker.model.finding import UNLISTED, Finding, Verdict
from checker.render.ranking import SEVERITY_ORDER, in_brief
from checker.render.view_parts import (
    Link,
    Quote,
    Shelf,
    VerdictView,
    commitment_anchor,
    finding_anchor,
    quote,
    verdict_view,
)

COLUMNS = 60

Cells = Mapping[tuple[str, str], Finding]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents got a verdict; `href` shows their findings, and is empty where these are not listed."""

    verdict: VerdictView
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One commitment with what was found about it over all documents."""

    anchor: str
    id: str
    title: str
    quote: Quote
    obligor: str
    sort: str
    tallies: tuple[Tally, ...]
    force: str
    latest: str


@dataclass(frozen=True, slots=True)
class Section:
    """The commitments under one heading of the source."""

    heading: Quote
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One commitment in one document; `href` is empty where the page lists no finding for it."""

    verdict: VerdictView
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One commitment across the documents."""

    commitment: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Commitments against documents (by file name); `note` says which documents found no room."""

    documents: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    key: tuple[VerdictView, ...]
    note: str


def sections(on: Shelf) -> tuple[Section, ...]:
    """Every commitment, under the headings and in the order of the source."""
    counts: dict[str, Counter[Verdict]] = {name: Counter() for name in on.commitments}
    for finding in on.report.findings:
        if finding.verdict not in UNLISTED:
            counts[finding.commitment][finding.verdict] += 1
    for _, name, verdict in on.report.unsaid:
        counts[name][verdict] += 1
    latest = _latest(on)
    by_heading = groupby(on.report.rules.commitments, key=_heading)
    return tuple(
        Section(
            quote(heading or on.words("no_heading")),
            tuple(
                _row(commitment, counts[commitment.id], latest.get(commitment.id, ""), on) for commitment in commitments
            ),
        )
        for heading, commitments in by_heading
    )


def matrix(anchors: frozenset[str], on: Shelf) -> Matrix:
    """The table of verdicts; `anchors` are those of the findings the page lists."""
    documents = on.report.documents[:COLUMNS]
    cells = {(finding.commitment, finding.document): finding for finding in on.report.findings}
    silent = {(name, document): verdict for document, name, verdict in on.report.unsaid}
    note = on.words("matrix_cap", shown=COLUMNS, total=len(on.report.documents))
    return Matrix(
        documents=tuple(
            Link(PurePosixPath(document.path).name, f"#{on.document_anchors[document.path]}") for document in documents
        ),
        rows=tuple(
            MatrixRow(
                Link(commitment.title.pick(on.words.lang), f"#{commitment_anchor(commitment.id)}"),
                tuple(
                    _cell(cells.get(at := (commitment.id, document.path)), silent.get(at), anchors, on)
                    for document in documents
                ),
            )
            for commitment in on.report.rules.commitments
        ),
        key=tuple(verdict_view(verdict, on.words) for verdict in SEVERITY_ORDER),
        note=note if len(on.report.documents) > COLUMNS else "",
    )


def _heading(commitment: Commitment) -> str:
    return commitment.heading


def _shown(verdict: Verdict, commitment: Commitment, on: Shelf) -> str:
    """The address that narrows the list of findings to a verdict on a commitment."""
    listed = on.report.list_all or verdict not in UNLISTED
    return f"#v={verdict.value}&c={commitment.id}" if listed else ""


def _latest(on: Shelf) -> dict[str, str]:
    """By commitment, the date of the newest dated document that speaks to it."""
    dates: dict[str, str] = {}
    for finding in on.report.findings:
        dated = on.documents[finding.document].dated
        if dated is not None and not in_brief(finding.verdict):
            dates[finding.commitment] = max(dated.value, dates.get(finding.commitment, ""))
    return dates


def _force(commitment: Commitment, on: Shelf) -> str:
    if not commitment.in_force_from:
        return ""
    key = "in_force_between" if commitment.in_force_until else "in_force_since"
    return on.words(key, start=commitment.in_force_from, end=commitment.in_force_until)


def _row(commitment: Commitment, counts: Counter[Verdict], latest: str, on: Shelf) -> CommitmentRow:
    words = on.words
    kind, strength = words.name(commitment.kind), words.name(commitment.strength)
    return CommitmentRow(
        anchor=commitment_anchor(commitment.id),
        id=commitment.id,
        title=commitment.title.pick(words.lang),
        quote=quote(commitment.quote),
        obligor=commitment.obligor.pick(words.lang),
        sort=words("kind_strength", kind=kind, strength=strength),
        tallies=tuple(
            Tally(verdict_view(verdict, words), counts[verdict], _shown(verdict, commitment, on))
            for verdict in SEVERITY_ORDER
            if counts[verdict]
        ),
        force=_force(commitment, on),
        latest=words("latest_evidence", date=latest) if latest else "",
    )


def _cell(finding: Finding | None, silent: Verdict | None, anchors: frozenset[str], on: Shelf) -> Cell:
    # A run that was stopped has no finding here: the words were not read, which is not the same as silence.
    verdict = finding.verdict if finding else silent or Verdict.NOT_CHECKED
    anchor = finding_anchor(finding) if finding else ""
    return Cell(verdict_view(verdict, on.words), f"#{anchor}" if anchor in anchors else "")
