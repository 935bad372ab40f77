"""The findings as the page shows them: the promise on the left, the passage on the right, the reason below."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.phrases import waiver_sentence
from checker.render.ranking import SEVERITY_ORDER, in_brief, most_severe_first, told_together
from checker.render.view_parts import (
    Entry,
    Link,
    Quote,
    Shelf,
    VerdictView,
    commitment_anchor,
    finding_anchor,
    quote,
    verdict_view,
    web_address,
)
from checker.render.view_passage import PassageView, passages

FULL = 500
LINES = 5_000


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are shown in full, which in one line, and how many are left to the other outputs."""

    full: tuple[Finding, ...]
    lines: tuple[Finding, ...]
    left_out: int

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of every finding on the page."""
        return frozenset(finding_anchor(finding) for finding in (*self.full, *self.lines))


@dataclass(frozen=True, slots=True)
class Promise:
    """The commitment's side of a finding."""

    quote: Quote
    details: tuple[Entry, ...]
    source: Link
    source_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the reasoning."""

    what: Quote
    seen: Quote | None
    result: Quote


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in full."""

    anchor: str
    id: str
    verdict: VerdictView
    commitment: Link
    document: Link
    promise: Promise
    passages: tuple[PassageView, ...]
    reason: str
    steps: tuple[StepView, ...]
    levels: tuple[str, ...]
    waiver: str
    novelty: str


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in one line."""

    anchor: str
    id: str
    commitment: Link


@dataclass(frozen=True, slots=True)
class Together:
    """Findings of one document for one reason, a line each."""

    document: Link
    reason: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The listed findings of one verdict."""

    anchor: str
    verdict: VerdictView
    count: int
    cards: tuple[Card, ...]
    together: tuple[Together, ...]


def select(report: Report) -> Selection:
    """The most severe findings in full, as many as a page bears, and the others in one line each."""
    ranked = most_severe_first(report.listed)
    full = tuple(finding for finding in ranked if not in_brief(finding.verdict))[:FULL]
    chosen = {finding.id for finding in full}
    rest = tuple(finding for finding in ranked if finding.id not in chosen)
    return Selection(full, rest[:LINES], max(0, len(rest) - LINES))


def group_anchor(verdict: Verdict) -> str:
    """The anchor of a verdict's findings, which is also the filter in the page's address."""
    return f"v-{verdict.value}"


def groups(selection: Selection, on: Shelf) -> tuple[Group, ...]:
    """The selected findings by verdict, the most severe first; verdicts without one are left out."""
    shown = {finding.verdict for finding in (*selection.full, *selection.lines)}
    return tuple(_group(verdict, selection, on) for verdict in SEVERITY_ORDER if verdict in shown)


def _group(verdict: Verdict, selection: Selection, on: Shelf) -> Group:
    full = tuple(finding for finding in selection.full if finding.verdict is verdict)
    lines = tuple(finding for finding in selection.lines if finding.verdict is verdict)
    return Group(
        anchor=group_anchor(verdict),
        verdict=verdict_view(verdict, on.words),
        count=len(full) + len(lines),
        cards=tuple(_card(finding, on) for finding in full),
        together=tuple(_together(findings, on) for findings in told_together(lines)),
    )


def _together(findings: tuple[Finding, ...], on: Shelf) -> Together:
    return Together(
        document=_document(findings[0], on),
        reason=findings[0].reason.text.pick(on.words.lang),
        label=on.words.count("together", len(findings)),
        lines=tuple(Line(finding_anchor(finding), finding.id, _commitment(finding, on)) for finding in findings),
    )


def _card(finding: Finding, on: Shelf) -> Card:
    words = on.words
    return Card(
        anchor=finding_anchor(finding),
        id=finding.id,
        verdict=verdict_view(finding.verdict, words),
        commitment=_commitment(finding, on),
        document=_document(finding, on),
        promise=_promise(finding, on),
        passages=passages(finding, on),
        reason=finding.reason.text.pick(words.lang),
        steps=tuple(
            StepView(quote(step.what), quote(step.seen) if step.seen else None, quote(step.result))
            for step in finding.trace
        ),
        levels=tuple(
            words(key, level=words.name(level))
            for key, level in (
                ("confidence", finding.confidence),
                ("reading", finding.reading),
                ("severity", finding.severity),
            )
        ),
        waiver=waiver_sentence(finding.waiver, words) if finding.waiver else "",
        novelty=novelty_word(on.report, finding, on.words),
    )


def _commitment(finding: Finding, on: Shelf) -> Link:
    title = on.commitments[finding.commitment].title.pick(on.words.lang)
    return Link(title, f"#{commitment_anchor(finding.commitment)}")


def _document(finding: Finding, on: Shelf) -> Link:
    return Link(finding.document, f"#{on.document_anchors[finding.document]}")


def _promise(finding: Finding, on: Shelf) -> Promise:
    words, commitment = on.words, on.commitments[finding.commitment]
    instrument = on.report.rules.instruments[commitment.instrument]
    strength = words.name(commitment.strength)
    if commitment.strength_words:
        strength = words("strength_quoted", strength=strength, words=commitment.strength_words)
    place_in_source = words("source_place", start=commitment.source_start, end=commitment.source_end)
    return Promise(
        quote=quote(commitment.quote),
        details=(
            Entry(words("obligor"), commitment.obligor.pick(words.lang)),
            Entry(words("beneficiary"), commitment.beneficiary.pick(words.lang)),
            Entry(words("kind"), words.name(commitment.kind)),
            Entry(words("strength"), strength),
        ),
        source=Link(instrument.title.pick(words.lang), web_address(instrument.url)),
        source_notes=tuple(filter(None, (instrument.citation, instrument.date, place_in_source))),
    )
