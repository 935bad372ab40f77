"""The commitments in source order under the source's headings; those of which no document speaks stand together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from checker.model.commitment import Commitment, CommitmentKind, Strength
from checker.model.finding import UNLISTED, Verdict
from checker.render.ranking import SEVERITY_ORDER, in_brief
from checker.render.view_parts import Quote, Shelf, VerdictView, commitment_anchor, quote, verdict_view


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

    @property
    def silent(self) -> bool:
        """Whether no document speaks of it."""
        return all(tally.verdict.key in UNLISTED for tally in self.tallies)


@dataclass(frozen=True, slots=True)
class Section:
    """The commitments under one heading of the source: those that documents speak of, and the others."""

    anchor: str
    heading: Quote
    rows: tuple[CommitmentRow, ...]
    silent: tuple[CommitmentRow, ...]
    silent_label: str


def sections(on: Shelf) -> tuple[Section, ...]:
    """Every commitment, under the headings and in the order of the source."""
    counts, latest = tallied(on), _latest(on)
    by_heading = groupby(on.report.rules.commitments, key=lambda commitment: commitment.heading)
    return tuple(
        _section(
            number,
            heading or on.words("no_heading"),
            tuple(_row(each, counts[each.id], latest.get(each.id, ""), on) for each in commitments),
            on,
        )
        for number, (heading, commitments) in enumerate(by_heading, start=1)
    )


def tallied(on: Shelf) -> dict[str, Counter[Verdict]]:
    """By commitment, how many documents got which verdict."""
    counts: dict[str, Counter[Verdict]] = {name: Counter() for name in on.commitments}
    for finding in on.report.findings:
        if finding.verdict not in UNLISTED:
            counts[finding.commitment][finding.verdict] += 1
    for _, name, verdict in on.report.unsaid:
        counts[name][verdict] += 1
    return counts


def _section(number: int, heading: str, rows: tuple[CommitmentRow, ...], on: Shelf) -> Section:
    silent = tuple(row for row in rows if row.silent)
    return Section(
        anchor=f"h-{number}",
        heading=quote(heading),
        rows=tuple(row for row in rows if not row.silent),
        silent=silent,
        silent_label=on.words.count("silent", len(silent)),
    )


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


def _sort(commitment: Commitment, on: Shelf) -> str:
    """What sort of promise it is and how firm; an announced fact is announced, which need not be said twice."""
    kind, strength = on.words.name(commitment.kind), on.words.name(commitment.strength)
    if commitment.kind is CommitmentKind.ANNOUNCED_FACT and commitment.strength is Strength.ANNOUNCED:
        return kind
    return on.words("kind_strength", kind=kind, strength=strength)


def _row(commitment: Commitment, counts: Counter[Verdict], latest: str, on: Shelf) -> CommitmentRow:
    words = on.words
    return CommitmentRow(
        anchor=commitment_anchor(commitment.id),
        id=commitment.id,
        title=commitment.title.pick(words.lang),
        quote=quote(commitment.quote),
        obligor=commitment.obligor.pick(words.lang),
        sort=_sort(commitment, on),
        tallies=tuple(
            Tally(verdict_view(verdict, words), counts[verdict], _shown(verdict, commitment, on))
            for verdict in SEVERITY_ORDER
            if counts[verdict]
        ),
        force=_force(commitment, on),
        latest=words("latest_evidence", date=latest) if latest else "",
    )
