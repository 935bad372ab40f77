"""What a baseline is to know after a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.fingerprint import fingerprint
from checker.model.baseline import KEPT, Comparison, Known
from checker.model.finding import Finding
from checker.model.report import Report


def recorded(report: Report, beside: Comparison | None = None) -> tuple[Known, ...]:
    """The findings of `report` that count, dated today unless they were known before.

    What the comparison with the earlier baseline could not look at stays known.
    """
    unseen: Sequence[Known] = beside.unseen if beside else ()
    since = beside.since if beside else {}
    hashes = {document.path: document.sha256 for document in report.documents}
    found = [finding for finding in report.findings if finding.counts_as in KEPT and finding.verdict in KEPT]
    counts = Counter((fingerprint(finding), finding.document) for finding in found)
    dates: dict[tuple[str, str], str] = {}
    first: dict[tuple[str, str], Finding] = {}
    for finding in found:
        key = (fingerprint(finding), finding.document)
        first.setdefault(key, finding)
        dates[key] = min(dates.get(key, report.as_of), since.get(finding.id, report.as_of))
    return (*(_known(key, first[key], counts[key], dates[key], hashes) for key in counts), *unseen)


def _known(key: tuple[str, str], finding: Finding, count: int, since: str, hashes: dict[str, str]) -> Known:
    name, document = key
    return Known(
        fingerprint=name,
        commitment=finding.commitment,
        document=document,
        verdict=finding.verdict,
        severity=finding.severity,
        since=since,
        sha256=hashes[document],
        count=count,
    )
