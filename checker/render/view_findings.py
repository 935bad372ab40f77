"""The findings as the page shows them: the promise on the left, the passage on the right, the reason below."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from checker.fingerprint import finding_sha
from checker.model.commitment import Commitment
from checker.model.decision import Standing
from checker.model.document import Document
from checker.model.finding import Finding, Level, Step, Verdict
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.codes import code_name
from checker.render.phrases import decision_sentence, troubles, waiver_sentence
from checker.render.ranking import SEVERITY_ORDER, in_brief, most_severe_first, told_together
from checker.render.view_parts import (
    Entry,
    Link,
    Quote,
    Shelf,
    VerdictView,
    commitment_anchor,
    finding_anchor,
    month_of,
    quote,
    verdict_view,
    web_address,
)
from checker.render.view_passage import PassageView, passages
from checker.render.words import Words

FULL = 50
LINES = 20_000


@dataclass(frozen=True, slots=True)
class Selection:
    """The findings shown in full and those told in one line, the most severe first; `left_out` lines find no room."""

    full: tuple[Finding, ...]
    lines: tuple[Finding, ...]
    left_out: int

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of every finding on the page."""
        return frozenset(finding_anchor(finding) for finding in (*self.full, *self.lines))


@dataclass(frozen=True, slots=True)
class Source:
    """The document of a finding: its path, what it is (title, issuer, date), what to bear in mind of its reading."""

    text: str
    href: str
    about: str
    chips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """The commitment's side of a finding; a source without an address stands among its notes."""

    quote: Quote
    details: tuple[Entry, ...]
    source: Link
    source_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from a step, and the criterion of the rule by which it does."""

    result: str
    criterion: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the reasoning: what was seen, and what followed by which criteria."""

    seen: Quote
    follows: tuple[Follows, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in full; `standing` and `novelty` are empty where there is nothing to say."""

    anchor: str
    id: str
    sha: str
    css: str
    verdict: VerdictView
    commitment: Link
    document: Source
    promise: Promise
    passages: tuple[PassageView, ...]
    no_words: str
    reason: str
    steps: tuple[StepView, ...]
    levels: tuple[Entry, ...]
    standing: str
    novelty: str
    history: tuple[str, ...]
    explain: str


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in one line."""

    anchor: str
    id: str
    commitment: Link


@dataclass(frozen=True, slots=True)
class Together:
    """Findings of one document with one verdict for one reason, a line each."""

    verdict: VerdictView
    document: Link
    month: str
    reason: str
    label: str
    lines: tuple[Line, ...]


def select(report: Report) -> Selection:
    """The findings that words are quoted for, and those that one line can tell."""
    ranked = most_severe_first(report.listed)
    full = tuple(finding for finding in ranked if not in_brief(finding.verdict))
    lines = tuple(finding for finding in ranked if in_brief(finding.verdict))
    return Selection(full, lines[:LINES], max(0, len(lines) - LINES))


def together(selection: Selection, on: Shelf) -> tuple[Together, ...]:
    """The findings told in one line, by verdict, document and reason."""
    return tuple(
        _together(findings, on)
        for verdict in SEVERITY_ORDER
        for findings in told_together(each for each in selection.lines if each.verdict is verdict)
    )


def _together(findings: tuple[Finding, ...], on: Shelf) -> Together:
    return Together(
        verdict=verdict_view(findings[0].verdict, on.words),
        document=_document(findings[0], on),
        month=month_of(on.documents[findings[0].document]),
        reason=findings[0].reason.text.pick(on.words.lang),
        label=on.words.count("together", len(findings)),
        lines=tuple(Line(finding_anchor(finding), finding.id, _commitment(finding, on)) for finding in findings),
    )


def card(finding: Finding, on: Shelf) -> Card:
    """`finding` in full."""
    words = on.words
    return Card(
        anchor=finding_anchor(finding),
        id=finding.id,
        sha=finding_sha(finding),
        css=f"finding {finding.verdict.value}",
        verdict=verdict_view(finding.verdict, words),
        commitment=_commitment(finding, on),
        document=source(on.documents[finding.document], on),
        promise=promise(on.commitments[finding.commitment], on),
        passages=passages(finding, on),
        no_words="" if finding.evidence else words("no_words"),
        reason=finding.reason.text.pick(words.lang),
        steps=_steps(finding.trace, words),
        levels=tuple(level_entry(key, level, words) for key, level in levels_of(finding)),
        standing="" if finding.standing is Standing.OPEN else words.name(finding.standing),
        novelty=novelty_word(on.report, finding, words),
        history=_history(finding, words),
        explain=f"checker explain {finding.commitment} {quoted(finding.document)}",
    )


def levels_of(finding: Finding) -> tuple[tuple[str, Level], ...]:
    """How sure the rule is, how well the text was read, how bad a breach would be."""
    return ("confidence", finding.confidence), ("reading", finding.reading), ("severity", finding.severity)


def level_entry(key: str, level: Level, words: Words) -> Entry:
    """One of `levels_of` in words, with how it was come by."""
    return Entry(words(key, level=words.name(level)), words(f"how.{key}"))


def quoted(path: str) -> str:
    """A document's path as a shell takes it."""
    return shlex.quote(path)


def _steps(trace: Sequence[Step], words: Words) -> tuple[StepView, ...]:
    """The steps; what several criteria make of the same words is told once."""
    follows: dict[str, list[Follows]] = {}
    for step in trace:
        seen = (step.seen_ja if words.lang == "ja" else "") or step.seen or step.what
        follows.setdefault(seen, []).append(Follows(_result(step, words), step.what if step.seen else ""))
    return tuple(StepView(quote(seen), tuple(found)) for seen, found in follows.items())


def _result(step: Step, words: Words) -> str:
    verdict, _, _ = step.result.partition(" ")
    return words.name(Verdict(verdict)) if verdict in set(Verdict) else step.result


def _history(finding: Finding, words: Words) -> tuple[str, ...]:
    accepted = (waiver_sentence(finding.waiver, words),) if finding.waiver else ()
    return (*accepted, *(decision_sentence(decision, words) for decision in finding.decisions))


def _commitment(finding: Finding, on: Shelf) -> Link:
    title = on.commitments[finding.commitment].title.pick(on.words.lang)
    return Link(title, f"#{commitment_anchor(finding.commitment)}")


def source(document: Document, on: Shelf) -> Source:
    """What a finding says about its document."""
    known = (document.title, *(fact.value for fact in (document.issuer, document.dated) if fact is not None))
    codes = dict.fromkeys(problem.code for problem in troubles(document.problems))
    return Source(
        text=document.path,
        href=f"#{on.document_anchors[document.path]}",
        about=" · ".join(filter(None, known)),
        chips=tuple(code_name(code, on.words.lang) for code in codes),
    )


def _document(finding: Finding, on: Shelf) -> Link:
    return Link(finding.document, f"#{on.document_anchors[finding.document]}")


def promise(commitment: Commitment, on: Shelf) -> Promise:
    """What was promised, how firmly, by whom, and where it says so."""
    words = on.words
    instrument = on.report.rules.instruments[commitment.instrument]
    strength = words.name(commitment.strength)
    if commitment.strength_words:
        strength = words("strength_quoted", strength=strength, words=commitment.strength_words)
    title, address = instrument.title.pick(words.lang), web_address(instrument.url)
    place = words("source_place", start=commitment.source_start, end=commitment.source_end)
    return Promise(
        quote=quote(commitment.quote),
        details=(
            Entry(words("obligor"), commitment.obligor.pick(words.lang)),
            Entry(words("beneficiary"), commitment.beneficiary.pick(words.lang)),
            Entry(words("kind"), words.name(commitment.kind)),
            Entry(words("strength"), strength),
        ),
        source=Link(title, address),
        source_notes=tuple(filter(None, ("" if address else title, instrument.citation, instrument.date, place))),
    )
