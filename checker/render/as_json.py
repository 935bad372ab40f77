"""The report as JSON, format 1: `schemas/report.schema.json` describes it, outside programs depend on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict

from checker.fingerprint import finding_sha
from checker.model.baseline import Comparison, Known
from checker.model.commitment import Commitment, Instrument
from checker.model.decision import Decision, Notice
from checker.model.document import Document, Fact, Problem
from checker.model.finding import UNLISTED, Evidence, Finding, Progress, Step, Waiver, Worked
from checker.model.kind import KindRead
from checker.model.report import Report
from checker.model.text import Bilingual, Box
from checker.passage import Passage
from checker.render.json_text import Json, dumped
from checker.render.options import Options
from checker.render.phrases import notice_sentence
from checker.render.profiled import Profiled, profiled
from checker.render.recall import characters, surroundings
from checker.render.words import Words


def render(report: Report, options: Options) -> bytes:
    """`report` in UTF-8 with sorted keys, one document, finding or commitment a line."""
    return dumped(as_data(report, options.command))


def as_data(report: Report, command: str = "") -> Json:
    """`report` as the dictionaries, lists, texts and numbers of format 1; `command` reproduces it."""
    passage = surroundings(report)
    places = {decision.place: number for number, decision in enumerate(report.decisions)}
    return {
        "format": 1,
        "run_id": report.run_id,
        "tool": {"name": "commitment-checker", "version": report.version},
        "as_of": report.as_of,
        "rules": {
            "packs": list(report.rules.names),
            "editions": [asdict(each) for each in report.rules.editions],
            "sha256": report.rules.sha256,
            "commitments": len(report.rules.commitments),
        },
        "run": {
            "command": command,
            "conditions": list(report.conditions),
            "exit_code": report.exit_code,
            "fail_on": report.fail_on.value,
            "interrupted": report.interrupted,
            "isolation": report.isolation,
            "list_all": report.list_all,
            "unchanged": report.unchanged,
        },
        "instruments": [_instrument(report.rules.instruments[key]) for key in sorted(report.rules.instruments)],
        "commitments": [_commitment(commitment) for commitment in report.rules.commitments],
        "documents": [_document(document, characters(document, report)) for document in report.documents],
        "findings": [
            {**_finding(finding, places, passage), **_novelty(finding, report.baseline)} for finding in report.listed
        ],
        "unlisted": _unlisted(report),
        "baseline": _baseline(report.baseline),
        "profiles": [_profile(each, report) for each in profiled(report)],
        "decisions": [_decision(decision) for decision in report.decisions],
        "notices": [_notice(notice, places) for notice in report.notices],
        "summary": {verdict.value: count for verdict, count in report.summary.items()},
        "problems": [_problem(problem) for problem in report.problems],
    }


def _instrument(instrument: Instrument) -> Json:
    return {
        "id": instrument.id,
        "title": _bilingual(instrument.title),
        "date": instrument.date,
        "citation": instrument.citation,
        "url": instrument.url,
    }


def _commitment(commitment: Commitment) -> Json:
    return {
        "id": commitment.id,
        "pack": commitment.pack,
        "title": _bilingual(commitment.title),
        "quote": commitment.quote,
        "heading": commitment.heading,
        "instrument": commitment.instrument,
        "start": commitment.source_start,
        "end": commitment.source_end,
        "obligor": _bilingual(commitment.obligor),
        "beneficiary": _bilingual(commitment.beneficiary),
        "kind": commitment.kind.value,
        "strength": commitment.strength.value,
        "strength_words": commitment.strength_words,
        "severity": commitment.severity.value,
        "in_force": {"from": commitment.in_force_from, "until": commitment.in_force_until},
    }


def _document(document: Document, length: int) -> Json:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "size": document.size,
        "media_type": document.media_type,
        "title": document.title,
        "languages": list(document.languages),
        "pages": len(document.pages),
        "characters": length,
        "issuer": _fact(document.issuer),
        "dated": _fact(document.dated),
        "kind": _kind(document.kind),
        "state": document.state.value,
        "problems": [_problem(problem) for problem in document.problems],
    }


def _kind(kind: KindRead | None) -> Json | None:
    if kind is None:
        return None
    return {
        "id": kind.id,
        "title": kind.title.en,
        "title_ja": kind.title.ja,
        "force": kind.force.value,
        "words": kind.words,
        "where": kind.where,
    }


def _unlisted(report: Report) -> list[Json]:
    """What the list of findings leaves out, by document: for each verdict the commitments by their place."""
    numbers = {commitment.id: number for number, commitment in enumerate(report.rules.commitments)}
    by_document: dict[str, dict[str, list[int]]] = {}
    for document, commitment, verdict in () if report.list_all else report.unsaid:
        verdicts = by_document.setdefault(document, {verdict.value: [] for verdict in UNLISTED})
        verdicts[verdict.value].append(numbers[commitment])
    return [{"document": document, **verdicts} for document, verdicts in by_document.items()]


def _finding(finding: Finding, places: Mapping[str, int], passage: Callable[[Finding, int], Passage]) -> Json:
    reason = finding.reason
    return {
        "id": finding.id,
        "commitment": finding.commitment,
        "document": finding.document,
        "verdict": finding.verdict.value,
        "reason": {"code": reason.code, "text": reason.text.en, "text_ja": reason.text.ja},
        "confidence": finding.confidence.value,
        "reading": finding.reading.value,
        "severity": finding.severity.value,
        "evidence": [_evidence(evidence, passage(finding, number)) for number, evidence in enumerate(finding.evidence)],
        "trace": [_step(step) for step in finding.trace],
        **({"progress": [_progress(each) for each in finding.progress]} if finding.progress else {}),
        "waiver": _waiver(finding.waiver),
        "finding_sha": finding_sha(finding),
        "standing": finding.standing.value,
        "decisions": [places[decision.place] for decision in finding.decisions],
    }


def _novelty(finding: Finding, beside: Comparison | None) -> Json:
    novelty = beside.of(finding) if beside else None
    since = beside.since.get(finding.id, "") if beside else ""
    return {"novelty": novelty and novelty.value, "known_since": since}


def _baseline(beside: Comparison | None) -> Json | None:
    if beside is None:
        return None
    return {
        **{novelty.value: count for novelty, count in beside.counts.items()},
        "fixed": [_known(known) for known in beside.fixed],
        "unseen": [_known(known) for known in beside.unseen],
        "moved": dict(sorted(beside.moved.items())),
        "oldest": beside.oldest,
    }


def _profile(each: Profiled, report: Report) -> Json:
    return {
        "name": each.profile.name,
        "fail_on": report.fails_on(each.documents[0]).value,
        "commitments": each.commitments,
        "documents": list(each.documents),
    }


def _known(known: Known) -> Json:
    return {
        "fingerprint": known.fingerprint,
        "commitment": known.commitment,
        "document": known.document,
        "verdict": known.verdict.value,
        "severity": known.severity.value,
        "since": known.since,
        "sha256": known.sha256,
        "count": known.count,
    }


def _evidence(evidence: Evidence, passage: Passage) -> Json:
    return {
        "before": passage.before,
        "after": passage.after,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.page,
        "boxes": [_box(box) for box in evidence.boxes],
        "where": evidence.where,
        "supports": evidence.supports.value,
        **_worked(evidence.worked),
    }


def _step(step: Step) -> Json:
    """A step of the reasoning; `seen_ja` only where it was told in Japanese too."""
    told = {"what": step.what, "seen": step.seen, "result": step.result}
    return {**told, "seen_ja": step.seen_ja} if step.seen_ja else told


def _progress(progress: Progress) -> Json:
    fields = ("criterion", "unit", "amount", "sign", "bound", "more")
    return {
        **{field: getattr(progress, field) for field in fields},
        "title": progress.title.en,
        "title_ja": progress.title.ja,
        "verdict": progress.verdict.value,
        "parts": [{field: getattr(part, field) for field in _PART} for part in progress.parts],
    }


_PART = ("name", "amount", "where", "interim")


def _worked(worked: Worked | None) -> Json:
    """The arithmetic of a row of records; nothing for words."""
    if worked is None:
        return {}
    fields = ("sheet", "row", "stated", "expected", "steps")
    return {"worked": {field: getattr(worked, field) for field in fields}}


def _box(box: Box) -> list[float]:
    return [box.told.x0, box.told.top, box.told.x1, box.told.bottom]


def _waiver(waiver: Waiver | None) -> Json | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "reviewer": waiver.reviewer,
        "approver": waiver.approver,
        "expires": waiver.expires,
    }


def _decision(decision: Decision) -> Json:
    return {
        "commitment": decision.commitment,
        "action": decision.action.value,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "created": decision.created,
        "fingerprint": decision.fingerprint,
        "finding_sha": decision.finding_sha,
        "document": decision.document,
        "quote": decision.quote,
        "cause": decision.cause.value if decision.cause else None,
        "approver": decision.approver,
        "expires": decision.expires,
        "note": decision.note,
        "place": decision.place,
    }


def _notice(notice: Notice, places: Mapping[str, int]) -> Json:
    return {
        "kind": notice.kind.value,
        "text": notice_sentence(notice, Words("en")),
        "decision": places[notice.decision.place],
        "findings": list(notice.findings),
    }


def _fact(fact: Fact | None) -> Json | None:
    return None if fact is None else {"value": fact.value, "from": fact.origin.value, "where": fact.where}


def _problem(problem: Problem) -> Json:
    return {"code": problem.code, "message": problem.message, "where": problem.where, "hint": problem.hint}


def _bilingual(text: Bilingual) -> Json:
    return {"en": text.en, "ja": text.ja}
