"""How the commitments under each heading of the source stand, by their gravest verdict over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.model.finding import Verdict
from checker.render.charts import Stretch, Twin, strip
from checker.render.ranking import SEVERITY_ORDER
from checker.render.view_commitments import tallied
from checker.render.view_parts import Quote, Shelf, VerdictView, gravest, quote, verdict_view


@dataclass(frozen=True, slots=True)
class StatusCount:
    """So many commitments of a heading whose gravest verdict is this one."""

    verdict: VerdictView
    count: int


@dataclass(frozen=True, slots=True)
class StatusRow:
    """The commitments of one heading; `description` says in words what the strip shows."""

    heading: Quote
    href: str
    description: str
    counts: tuple[StatusCount, ...]
    strip: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The chart of all headings, drawn to one scale, and its figures."""

    rows: tuple[StatusRow, ...]
    twin: Twin


def status(on: Shelf) -> Status:
    """Every heading of the source with the commitments under it by their gravest verdict over all documents."""
    counts = tallied(on)
    by_heading = [
        (heading, Counter(gravest(counts[each.id]) for each in commitments if counts[each.id]))
        for heading, commitments in groupby(on.report.rules.commitments, key=lambda commitment: commitment.heading)
    ]
    most = max((found.total() for _, found in by_heading), default=0)
    rows = tuple(
        _status_row(number, heading or on.words("no_heading"), found, most, on)
        for number, (heading, found) in enumerate(by_heading, start=1)
        if found
    )
    head = (on.words("heading"), *(on.words.name(verdict) for verdict in SEVERITY_ORDER))
    figures = tuple(
        (heading or on.words("no_heading"), *(str(found[verdict]) for verdict in SEVERITY_ORDER))
        for heading, found in by_heading
    )
    return Status(rows, Twin(head, figures))


def _status_row(number: int, heading: str, found: Counter[Verdict], most: int, on: Shelf) -> StatusRow:
    counts = tuple(StatusCount(verdict_view(v, on.words), found[v]) for v in SEVERITY_ORDER if found[v])
    told = (on.words("count_of", verdict=each.verdict.name, n=each.count) for each in counts)
    return StatusRow(
        quote(heading), f"#h-{number}", on.words("separator").join(told), counts, strip(_side_by_side(counts, most))
    )


def _side_by_side(counts: Sequence[StatusCount], most: int) -> Iterator[tuple[str, float, float]]:
    start = 0
    for each in counts:
        yield each.verdict.key, start / most, (start + each.count) / most
        start += each.count
