"""From the shape in JSON to the values of the model. Raises ValueError, KeyError or IndexError for nonsense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker.model.baseline import Comparison
from checker.model.commitment import Commitment, Edition, Guard, InputKind, Instrument, RulePack, Ruling, Scope
from checker.model.commitment import StatementCriterion as Criterion
from checker.model.decision import Decision, Notice
from checker.model.document import Document, Fact, Page, Problem
from checker.model.finding import UNLISTED, Evidence, Finding, Level, Part, Progress, Reason, Step, Verdict, Waiver
from checker.model.kind import KindRead
from checker.model.profile import Profile
from checker.model.report import Recalled, Report
from checker.model.text import Bilingual, Box, Span
from checker.result import identified
from checker.saved import form

_UNTOLD = Bilingual("The report that was read back does not tell why.", "読み込んだ報告に理由の記載がない。")
# A report tells what a commitment promises, not how it is judged; nothing is judged by one read back.
_UNKNOWN = Criterion(Ruling("unknown", Verdict.NEEDS_REVIEW, _UNTOLD, "unknown"), Guard(), ())


def built(saved: form.Saved) -> Report:
    """The report that `saved` is the shape of."""
    commitments = tuple(map(_commitment, saved.commitments))
    decisions = tuple(Decision(**msgspec.structs.asdict(each)) for each in saved.decisions)
    listed = tuple(_finding(each, decisions) for each in saved.findings)
    return Report(
        version=saved.tool.version,
        as_of=saved.as_of,
        rules=RulePack(_editions(saved.rules), commitments, _instruments(saved), saved.rules.sha256),
        documents=tuple(map(_document, saved.documents)),
        findings=_in_order((*listed, *_unlisted(saved, commitments)), saved),
        problems=tuple(map(_problem, saved.problems)),
        fail_on=saved.run.fail_on,
        list_all=saved.run.list_all,
        unchanged=saved.run.unchanged,
        interrupted=saved.run.interrupted,
        isolation=saved.run.isolation,
        decisions=decisions,
        notices=tuple(Notice(each.kind, decisions[each.decision], each.findings) for each in saved.notices),
        recalled=_recalled(saved),
        baseline=_baseline(saved),
        profiles={path: _profile(each, path, saved) for each in saved.profiles for path in each.documents},
    )


def _editions(rules: form.SavedRules) -> tuple[Edition, ...]:
    """The editions told; what was written before they were tells names only."""
    return rules.editions or tuple(map(Edition, rules.packs))


def _profile(profile: form.SavedProfile, path: str, saved: form.Saved) -> Profile:
    """The profile, as asking for the commitments that the document of that path was judged by."""
    said = {each.commitment for each in saved.findings if each.document == path}
    for each in saved.unlisted:
        if each.document == path:
            said |= {saved.commitments[number].id for number in (*each.not_addressed, *each.not_applicable)}
    ignored = tuple(each.id for each in saved.commitments if each.id not in said)
    return Profile(profile.name, ignore=ignored, fail_on=profile.fail_on)


def _baseline(saved: form.Saved) -> Comparison | None:
    if saved.baseline is None:
        return None
    return Comparison(
        novelty={each.id: each.novelty for each in saved.findings if each.novelty},
        since={each.id: each.known_since for each in saved.findings if each.known_since},
        fixed=saved.baseline.fixed,
        unseen=saved.baseline.unseen,
        moved=saved.baseline.moved,
    )


def _recalled(saved: form.Saved) -> Recalled:
    return Recalled(
        characters={document.path: document.characters for document in saved.documents},
        surroundings={
            (finding.id, number): (evidence.before, evidence.after)
            for finding in saved.findings
            for number, evidence in enumerate(finding.evidence)
        },
    )


def _instruments(saved: form.Saved) -> dict[str, Instrument]:
    return {
        each.id: Instrument(each.id, each.title, each.date, {}, each.citation, each.url) for each in saved.instruments
    }


def _commitment(saved: form.SavedCommitment) -> Commitment:
    return Commitment(
        id=saved.id,
        pack=saved.pack,
        title=saved.title,
        quote=saved.quote,
        heading=saved.heading,
        instrument=saved.instrument,
        source_start=saved.start,
        source_end=saved.end,
        obligor=saved.obligor,
        obligor_parties=(),
        beneficiary=saved.beneficiary,
        kind=saved.kind,
        strength=saved.strength,
        strength_words=saved.strength_words,
        in_force_from=saved.in_force.from_,
        in_force_until=saved.in_force.until,
        severity=saved.severity,
        applies_to=tuple(InputKind),
        rests_on=(),
        topic=(),
        scope=Scope(),
        criteria=(_UNKNOWN,),
        concepts={},
        parameters={},
        cases=(),
        file="",
    )


def _document(saved: form.SavedDocument) -> Document:
    return Document(
        path=saved.path,
        sha256=saved.sha256,
        size=saved.size,
        media_type=saved.media_type,
        text="",
        state=saved.state,
        pages=tuple(Page(number, Span(0, 0), 0, 0) for number in range(1, saved.pages + 1)),
        languages=saved.languages,
        issuer=_fact(saved.issuer),
        dated=_fact(saved.dated),
        title=saved.title,
        problems=tuple(map(_problem, saved.problems)),
        kind=_kind(saved.kind),
    )


def _kind(saved: form.SavedKind | None) -> KindRead | None:
    if saved is None:
        return None
    return KindRead(saved.id, Bilingual(saved.title, saved.title_ja), saved.force, saved.words, saved.where)


def _fact(saved: form.SavedFact | None) -> Fact | None:
    return None if saved is None else Fact(saved.value, saved.origin, saved.where)


def _problem(saved: form.SavedProblem) -> Problem:
    return Problem(saved.code, saved.message, saved.where, saved.hint)


def _finding(saved: form.SavedFinding, decisions: Sequence[Decision]) -> Finding:
    waiver = saved.waiver
    return Finding(
        id=saved.id,
        commitment=saved.commitment,
        document=saved.document,
        verdict=saved.verdict,
        reason=Reason(saved.reason.code, Bilingual(saved.reason.text, saved.reason.text_ja)),
        confidence=saved.confidence,
        reading=saved.reading,
        severity=saved.severity,
        evidence=tuple(map(_evidence, saved.evidence)),
        trace=tuple(Step(step.what, step.seen, step.result, step.seen_ja) for step in saved.trace),
        progress=tuple(map(_progress, saved.progress)),
        waiver=Waiver(waiver.reason, waiver.reviewer, waiver.approver, waiver.expires) if waiver else None,
        decisions=tuple(decisions[number] for number in saved.decisions),
        standing=saved.standing,
    )


def _progress(saved: form.SavedProgress) -> Progress:
    return Progress(
        saved.criterion,
        Bilingual(saved.title, saved.title_ja),
        saved.unit,
        saved.amount,
        saved.sign,
        saved.bound,
        saved.verdict,
        tuple(Part(each.name, each.amount, each.where, each.interim) for each in saved.parts),
        saved.more,
    )


def _evidence(saved: form.SavedEvidence) -> Evidence:
    boxes = tuple(Box(*sides) for sides in saved.boxes)
    span = Span(saved.start, saved.end)
    return Evidence(saved.quote, span, saved.where, saved.supports, saved.page, boxes, saved.worked)


def _unlisted(saved: form.Saved, commitments: Sequence[Commitment]) -> Iterator[Finding]:
    for each in saved.unlisted:
        for verdict in UNLISTED:
            for number in getattr(each, verdict.value):
                yield from identified([_silent(commitments[number], each.document, verdict)])


def _silent(commitment: Commitment, document: str, verdict: Verdict) -> Finding:
    reason = Reason(verdict.value, _UNTOLD)
    return Finding("", commitment.id, document, verdict, reason, Level.HIGH, Level.HIGH, commitment.severity)


def _in_order(findings: Sequence[Finding], saved: form.Saved) -> tuple[Finding, ...]:
    """`findings` by document and commitment, as a run gives them."""
    documents = {document.path: number for number, document in enumerate(saved.documents)}
    commitments = {commitment.id: number for number, commitment in enumerate(saved.commitments)}
    return tuple(sorted(findings, key=lambda each: (documents[each.document], commitments[each.commitment])))
