"""The commitments in source order under the source's headings, and the matrix of commitments and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from checker.model.commitment import Commitment
from checker.model.finding import Finding, Verdict
from checker.render.ranking import SEVERITY_ORDER
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
    """How many documents got a verdict."""

    verdict: VerdictView
    count: int


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
        counts[finding.commitment][finding.verdict] += 1
    by_heading = groupby(on.report.rules.commitments, key=_heading)
    return tuple(
        Section(
            quote(heading or on.words("no_heading")),
            tuple(_row(commitment, counts[commitment.id], on) for commitment in commitments),
        )
        for heading, commitments in by_heading
    )


def matrix(anchors: frozenset[str], on: Shelf) -> Matrix:
    """The table of verdicts; `anchors` are those of the findings the page lists."""
    documents = on.report.documents[:COLUMNS]
    cells = {(finding.commitment, finding.document): finding for finding in on.report.findings}
    note = on.words("matrix_cap", shown=COLUMNS, total=len(on.report.documents))
    return Matrix(
        documents=tuple(
            Link(PurePosixPath(document.path).name, f"#{on.document_anchors[document.path]}") for document in documents
        ),
        rows=tuple(
            MatrixRow(
                Link(commitment.title.pick(on.words.lang), f"#{commitment_anchor(commitment.id)}"),
                tuple(_cell(cells.get((commitment.id, document.path)), anchors, on) for document in documents),
            )
            for commitment in on.report.rules.commitments
        ),
        key=tuple(verdict_view(verdict, on.words) for verdict in SEVERITY_ORDER),
        note=note if len(on.report.documents) > COLUMNS else "",
    )


def _heading(commitment: Commitment) -> str:
    return commitment.heading


def _row(commitment: Commitment, counts: Counter[Verdict], on: Shelf) -> CommitmentRow:
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
            Tally(verdict_view(verdict, words), counts[verdict]) for verdict in SEVERITY_ORDER if counts[verdict]
        ),
    )


def _cell(finding: Finding | None, anchors: frozenset[str], on: Shelf) -> Cell:
    # A run that was stopped has no finding here: the words were not read, which is not the same as silence.
    verdict = finding.verdict if finding else Verdict.NOT_CHECKED
    anchor = finding_anchor(finding) if finding else ""
    return Cell(verdict_view(verdict, on.words), f"#{anchor}" if anchor in anchors else "")
