"""What checking one document gives, whoever did it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.failures import Failure
from checker.fingerprint import fingerprint
from checker.ingest import Enclosed
from checker.model.commitment import Commitment
from checker.model.document import Document, Problem, State
from checker.model.finding import NO_SILENCE, Finding, Silence
from checker.model.report import Crop
from checker.unread import not_checked


@dataclass(frozen=True, slots=True)
class Result:
    """What one document gave: itself as read, one finding per commitment, pictures of the evidence where asked for.

    A commitment that the document says nothing about stands in `silence` instead, unless all findings were asked for.
    A file that only holds others gave no finding; `enclosed` are the documents in it, each still to be checked.
    """

    document: Document
    findings: tuple[Finding, ...]
    crops: tuple[Crop, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    silence: Silence = NO_SILENCE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a result is to hold besides what every result holds: pictures, a finding even for silence."""

    crops: bool = False
    every_finding: bool = True


PLAIN = Wanted()


Outcome = Result | Failure


def identified(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` under their stable names."""
    return tuple(replace(finding, id=fingerprint(finding)) for finding in findings)


def unread(path: str, data: bytes, problem: Problem, commitments: Iterable[Commitment]) -> Result:
    """The result for an input that no step could read, because of `problem`; `data` is empty where it has no bytes."""
    document = Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        size=len(data),
        media_type="application/octet-stream",
        text="",
        state=State.NOT_CHECKED,
        problems=(problem,),
    )
    return Result(document, identified(not_checked(document, commitments)))
