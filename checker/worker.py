"""One document through every step: read, cut into provisions, judged, its evidence placed on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker import ingest
from checker.doubt import contested
from checker.failures import of_exception
from checker.ingest import Reading, Source
from checker.judge import Compiled, judge
from checker.model.document import State
from checker.model.finding import NO_SILENCE, UNLISTED, Evidence, Finding, Silence, Verdict
from checker.model.report import Crop
from checker.records import RecordFile, Work
from checker.result import PLAIN, Outcome, Result, Wanted, identified
from checker.segment import segment
from checker.unread import not_checked, settle


def check_document(work: Work, compiled: Compiled, wanted: Wanted = PLAIN) -> Result:
    """Everything the commitments of `compiled` say about `work`; bad content gives a not_checked document."""
    return _records(work, compiled, wanted) if isinstance(work, RecordFile) else _document(work, compiled, wanted)


def attempt(work: Work, compiled: Compiled, wanted: Wanted = PLAIN) -> Outcome:
    """`check_document`, with whatever breaks inside a step told as a failure."""
    try:
        return check_document(work, compiled, wanted)
    except Exception as error:
        return of_exception(error)


def _records(work: RecordFile, compiled: Compiled, wanted: Wanted) -> Result:
    from checker.records.check import check

    document, judged = check(work, compiled.pack.commitments, wanted.rows)
    if document.state is State.NOT_CHECKED:
        return Result(document, identified(not_checked(document, compiled.pack.commitments)))
    settled = settle(document, judged)
    return Result(document, identified(_spoken(settled, wanted)), silence=_silence(settled, wanted))


def _document(source: Source, compiled: Compiled, wanted: Wanted) -> Result:
    reading = ingest.read(source, compiled.pack.issuers)
    try:
        return _checked(reading, compiled, wanted)
    finally:
        reading.close()


def _checked(reading: Reading, compiled: Compiled, wanted: Wanted) -> Result:
    document = reading.document
    if document.state is State.NOT_CHECKED:
        return Result(document, identified(not_checked(document, compiled.pack.commitments)))
    if not document.text:
        return Result(document, (), enclosed=reading.enclosed)
    judged = judge(document, segment, compiled)
    seen = reading.seen([evidence.span for finding in judged for evidence in finding.evidence])
    if seen is not None:
        reading, document = seen, seen.document
        if document.state is State.NOT_CHECKED:
            return Result(document, identified(not_checked(document, compiled.pack.commitments)))
        judged = contested(judge(document, segment, compiled), judged, "hidden_text")
    for alternative in reading.alternatives:
        other = replace(document, text=alternative.text, pages=(), places=())
        judged = contested(judged, judge(other, segment, compiled), alternative.code)
    settled = settle(document, judged)
    findings = identified(_placed(finding, reading) for finding in _spoken(settled, wanted))
    crops = tuple(_crops(findings, reading)) if wanted.crops else ()
    return Result(document, findings, crops, reading.enclosed, _silence(settled, wanted))


def _spoken(settled: Iterable[Finding], wanted: Wanted) -> list[Finding]:
    """The findings that a result lists."""
    return [finding for finding in settled if wanted.every_finding or finding.verdict not in UNLISTED]


def _silence(settled: Iterable[Finding], wanted: Wanted) -> Silence:
    """The commitments that it does not list."""
    if wanted.every_finding:
        return NO_SILENCE
    said: dict[Verdict, list[str]] = {verdict: [] for verdict in UNLISTED}
    for finding in settled:
        if finding.verdict in UNLISTED:
            said[finding.verdict].append(finding.commitment)
    return Silence(*(tuple(said[verdict]) for verdict in UNLISTED))


def _placed(finding: Finding, reading: Reading) -> Finding:
    return replace(finding, evidence=tuple(_on_page(evidence, reading) for evidence in finding.evidence))


def _on_page(evidence: Evidence, reading: Reading) -> Evidence:
    pages = reading.boxes(evidence.span)
    if not pages:
        return evidence
    page, boxes = pages[0]
    return replace(evidence, page=page, boxes=boxes)


def _crops(findings: tuple[Finding, ...], reading: Reading) -> Iterator[Crop]:
    for finding in findings:
        if finding.verdict in UNLISTED:
            continue
        for number, evidence in enumerate(finding.evidence):
            if evidence.page is None or not evidence.boxes:
                continue
            picture = reading.crop(evidence.page, evidence.boxes)
            if picture is not None:
                yield Crop(finding.id, number, picture.image, picture.left, picture.top, picture.width, picture.height)
