"""One document through every step: read, cut into provisions, judged, its evidence placed on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker import ingest
from checker.doubt import contested
from checker.excerpt import excerpted
from checker.failures import of_exception
from checker.ingest import Other, Reading, Source
from checker.judge import Compiled, heard, judge
from checker.model.document import Document, State, place_at
from checker.model.finding import UNLISTED, Evidence, Finding, Silence
from checker.model.report import Crop
from checker.pictured import compared, only_pictured
from checker.records import RecordFile, Work
from checker.result import PLAIN, Outcome, Result, Wanted, identified
from checker.segment import segment
from checker.unread import not_checked, settle


def check_document(work: Work, compiled: Compiled, wanted: Wanted = PLAIN) -> Result:
    """Everything the commitments of `compiled` say about `work`; bad content gives a not_checked document."""
    result = _records(work, compiled, wanted) if isinstance(work, RecordFile) else _document(work, compiled, wanted)
    return result if wanted.text else excerpted(result)


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
    return Result(document, identified(settle(document, judged)))


def _document(source: Source, compiled: Compiled, wanted: Wanted) -> Result:
    reading = ingest.read(replace(source, manner=wanted.manner), compiled.pack.issuers)
    try:
        return _checked(reading, compiled, wanted)
    finally:
        reading.close()


def _checked(reading: Reading, compiled: Compiled, wanted: Wanted) -> Result:
    document = compiled.recognised(reading.document)
    if document.state is State.NOT_CHECKED:
        return Result(document, identified(not_checked(document, compiled.pack.commitments)))
    if not document.text:
        return Result(document, (), enclosed=reading.enclosed)
    # Most documents say nothing about most commitments; only what can make silence matter needs a finding for each.
    brief = not wanted.every_finding and document.state is State.CHECKED and not reading.alternatives
    judged = heard(document, segment, compiled) if brief else judge(document, segment, compiled)
    seen = reading.seen([evidence.span for finding in judged for evidence in finding.evidence])
    if brief and seen is None:
        spoken = [finding for finding in judged if finding.verdict not in UNLISTED]
        return _result(reading, document, spoken, wanted, Silence(compiled.not_for_prose))
    if seen is not None:
        unseen = judge(document, segment, compiled) if brief else judged
        reading, document = seen, compiled.recognised(seen.document)
        if document.state is State.NOT_CHECKED:
            return Result(document, identified(not_checked(document, compiled.pack.commitments)))
        judged = contested(judge(document, segment, compiled), unseen, Other.SHOWN)
    for alternative in reading.alternatives:
        other = replace(document, text=alternative.text, pages=(), places=())
        judged = contested(judged, judge(other, segment, compiled), alternative.other)
    return _result(reading, document, settle(document, judged), wanted)


def _result(
    reading: Reading,
    document: Document,
    findings: Iterable[Finding],
    wanted: Wanted,
    silence: Silence | None = None,
) -> Result:
    settled = only_pictured(findings, document)
    settled = compared(settled, reading.drawn) if wanted.manner.verify else settled
    placed = identified(_placed(finding, reading) for finding in settled)
    crops = tuple(_crops(placed, reading)) if wanted.crops else ()
    return Result(document, placed, crops, reading.enclosed, silence)


def _placed(finding: Finding, reading: Reading) -> Finding:
    return replace(finding, evidence=tuple(_on_page(evidence, reading) for evidence in finding.evidence))


def _on_page(evidence: Evidence, reading: Reading) -> Evidence:
    pages = reading.boxes(evidence.span)
    if not pages:
        places = reading.document.places
        where = f"{evidence.where} ({place_at(places, evidence.span.start)})" if places else evidence.where
        return replace(evidence, where=where)
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
