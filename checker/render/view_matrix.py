"""The matrix: commitments of which documents speak, against the documents that speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.model.commitment import Commitment
from checker.model.document import Document
from checker.model.finding import UNLISTED, Finding, Verdict
from checker.render.ranking import SEVERITY_ORDER
from checker.render.view_parts import (
    Link,
    Shelf,
    VerdictView,
    commitment_anchor,
    finding_anchor,
    gravest,
    month_name,
    month_of,
    verdict_view,
)

COLUMNS = 60
"""As many documents as get a column each; more of them are put together by month."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One commitment in one document or month; `count` tells how many documents have the verdict where several stand
    together, `href` is empty where the page lists no finding for it.
    """

    verdict: VerdictView
    count: str
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One commitment across the documents."""

    commitment: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Commitments against documents, by file name, or months; `notes` say what has no row or column and why."""

    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    key: tuple[VerdictView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands in one column; `month` is empty for a single document."""

    head: Link
    documents: tuple[Document, ...]
    month: str


def matrix(anchors: frozenset[str], on: Shelf) -> Matrix:
    """The table of verdicts; `anchors` are those of the findings the page lists."""
    verdict = _verdicts(on)
    asked, documents = on.report.rules.commitments, on.report.documents
    spoken = {(c.id, d.path) for d in documents for c in asked if verdict(c, d) not in UNLISTED}
    rows = [c for c in asked if any((c.id, d.path) in spoken for d in documents)]
    heard = [d for d in documents if any((c.id, d.path) in spoken for c in rows)]
    columns = _columns(heard, on)
    found = {(finding.commitment, finding.document): finding for finding in on.report.findings}
    return Matrix(
        columns=tuple(column.head for column in columns),
        rows=tuple(
            MatrixRow(
                Link(c.title.pick(on.words.lang), f"#{commitment_anchor(c.id)}"),
                tuple(_cell(c, column, verdict, found, anchors, on) for column in columns),
            )
            for c in rows
        ),
        key=tuple(verdict_view(each, on.words) for each in SEVERITY_ORDER),
        notes=tuple(_notes(len(asked) - len(rows), len(documents) - len(heard), len(heard), on)),
    )


def _verdicts(on: Shelf) -> Callable[[Commitment, Document], Verdict]:
    """Gives the verdict on a commitment in a document, whether or not there is a finding for it."""
    found = {(finding.commitment, finding.document): finding.verdict for finding in on.report.findings}

    def verdict(commitment: Commitment, document: Document) -> Verdict:
        known = found.get((commitment.id, document.path))
        silence, profile = on.report.silences.get(document.path), on.report.profiles.get(document.path)
        if known is None and profile is not None and not profile.asks(commitment.id):
            return Verdict.NOT_APPLICABLE
        # A run that was stopped has no finding here: the words were not read, which is not the same as silence.
        return known or (silence and silence.verdict(commitment.id)) or Verdict.NOT_CHECKED

    return verdict


def _columns(documents: list[Document], on: Shelf) -> tuple[_Column, ...]:
    if len(documents) <= COLUMNS:
        return tuple(
            _Column(Link(PurePosixPath(d.path).name, f"#{on.document_anchors[d.path]}"), (d,), "") for d in documents
        )
    by_month: dict[str, list[Document]] = {}
    for document in documents:
        by_month.setdefault(month_of(document), []).append(document)
    return tuple(
        _Column(Link(month_name(month, on.words), f"#m={month}"), tuple(by_month[month]), month)
        for month in sorted(by_month)
    )


def _cell(
    commitment: Commitment,
    column: _Column,
    verdict: Callable[[Commitment, Document], Verdict],
    found: dict[tuple[str, str], Finding],
    anchors: frozenset[str],
    on: Shelf,
) -> Cell:
    counts = Counter(verdict(commitment, document) for document in column.documents)
    shown = gravest(counts)
    if column.month:
        listed = on.report.list_all or shown not in UNLISTED
        href = f"#v={shown.value}&c={commitment.id}&m={column.month}" if listed else ""
        return Cell(verdict_view(shown, on.words), str(counts[shown]), href)
    finding = found.get((commitment.id, column.documents[0].path))
    anchor = finding_anchor(finding) if finding else ""
    return Cell(verdict_view(shown, on.words), "", f"#{anchor}" if anchor in anchors else "")


def _notes(silent_commitments: int, silent_documents: int, columns: int, on: Shelf) -> Iterable[str]:
    if columns > COLUMNS:
        yield on.words("matrix_months", n=columns)
    if silent_commitments:
        yield on.words.count("matrix_silent_commitments", silent_commitments)
    if silent_documents:
        yield on.words.count("matrix_silent_documents", silent_documents)
