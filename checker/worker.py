"""One document through every step: read, cut into provisions, judged, its evidence placed on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker import ingest
from checker.doubt import contested
from checker.failures import of_exception
from checker.ingest import Reading, Source
from checker.judge import Compiled, judge
from checker.model.document import State
from checker.model.finding import UNLISTED, Evidence, Finding
from checker.model.report import Crop
from checker.result import Outcome, Result, identified
from checker.segment import segment
from checker.unread import not_checked, settle


def check_document(source: Source, compiled: Compiled, want_crops: bool = False) -> Result:
    """Everything the commitments of `compiled` say about `source`; bad content gives a not_checked document."""
    reading = ingest.read(source, compiled.pack.issuers)
    try:
        return _checked(reading, compiled, want_crops)
    finally:
        reading.close()


def attempt(source: Source, compiled: Compiled, want_crops: bool = False) -> Outcome:
    """`check_document`, with whatever breaks inside a step told as a failure."""
    try:
        return check_document(source, compiled, want_crops)
    except Exception as error:
        return of_exception(error)


def _checked(reading: Reading, compiled: Compiled, want_crops: bool) -> Result:
    document = reading.document
    if document.state is State.NOT_CHECKED:
        return Result(document, identified(not_checked(document, compiled.pack.commitments)))
    if not document.text:
        return Result(document, (), enclosed=reading.enclosed)
    judged = judge(document, segment, compiled)
    for alternative in reading.alternatives:
        other = replace(document, text=alternative.text, pages=(), places=())
        judged = contested(judged, judge(other, segment, compiled), alternative.code)
    findings = identified(_placed(finding, reading) for finding in settle(document, judged))
    crops = tuple(_crops(findings, reading)) if want_crops else ()
    return Result(document, findings, crops, reading.enclosed)


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
