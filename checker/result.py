"""What checking one document gives, whoever did it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.failures import Failure
from checker.fingerprint import fingerprint
from checker.ingest import AS_USUAL, Enclosed, Manner
from checker.limits import OCR_MEMORY_BYTES, WORKER_MEMORY_BYTES
from checker.model.commitment import Commitment
from checker.model.document import Document, Problem, State
from checker.model.finding import Finding, Silence
from checker.model.report import Crop
from checker.unread import not_checked


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is kept of a text that is not: its length, what stands around the evidence, where findings begin.

    `around` gives the finding, the number of its evidence, and the words before and after that; `lines` the finding and
    the line on which its first evidence starts.
    """

    characters: int
    around: tuple[tuple[str, int, str, str], ...] = ()
    lines: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What one document gave: itself as read, one finding per commitment, pictures of the evidence where asked for.

    Where there is a `silence`, it stands for the findings of the commitments that the document says nothing about.
    A file that only holds others gave no finding; `enclosed` are the documents in it, each still to be checked.
    Where there is an `excerpt`, the document's text was not kept.
    """

    document: Document
    findings: tuple[Finding, ...]
    crops: tuple[Crop, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    silence: Silence | None = None
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a result is to hold besides what every result holds: pictures, a finding even for silence.

    With `rows`, the verdict on every row of a record file is written beside its copy. `manner` is how to read.
    Without `text`, an excerpt stands in for the document's text.
    """

    crops: bool = False
    every_finding: bool = True
    rows: bool = False
    manner: Manner = AS_USUAL
    text: bool = True

    @property
    def memory(self) -> int:
        """What a process that makes such results may take, in bytes."""
        return OCR_MEMORY_BYTES if self.manner.recognises else WORKER_MEMORY_BYTES


PLAIN = Wanted()


Outcome = Result | Failure


def identified(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` under their stable names."""
    return tuple(replace(finding, id=fingerprint(finding)) for finding in findings)


def unread(path: str, sha256: str, size: int, problem: Problem, commitments: Iterable[Commitment]) -> Result:
    """The result for an input that no step could read, because of `problem`; without bytes it has no hash."""
    document = Document(
        path=path,
        sha256=sha256,
        size=size,
        media_type="application/octet-stream",
        text="",
        state=State.NOT_CHECKED,
        problems=(problem,),
    )
    return Result(document, identified(not_checked(document, commitments)))
