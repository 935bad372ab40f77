"""A run beside its baseline: which findings are new, which were known, what is fixed and what was not looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.fingerprint import fingerprint
from checker.model.baseline import KEPT, Comparison, Known, Novelty
from checker.model.document import State, outermost
from checker.model.finding import Finding
from checker.model.report import Report


def compared(
    report: Report, known: Sequence[Known], is_there: Callable[[str], bool], max_age: int | None = None
) -> Comparison:
    """`report` beside the findings `known` before.

    `is_there` says whether there still is a document of a logical path that the run had no part in. What has been known
    for more than `max_age` days is overdue.
    """
    found = [finding for finding in report.findings if finding.verdict in KEPT]
    pairs, left = _paired(found, known)
    fixed = tuple(each for each in left if _looked_at(each, report, is_there))
    since = {name: entry.since for name, entry in pairs.items()}
    novelty = {
        finding.id: _novelty(since.get(finding.id, ""), report.as_of, max_age)
        for finding in found
        if finding.id in since or finding.counts_as in KEPT
    }
    return Comparison(
        novelty=novelty,
        since=since,
        fixed=fixed,
        unseen=tuple(each for each in left if each not in fixed),
        moved=_moved(report, (finding for finding in found if novelty.get(finding.id) is Novelty.NEW), fixed),
    )


def _paired(found: Sequence[Finding], known: Iterable[Known]) -> tuple[Mapping[str, Known], tuple[Known, ...]]:
    """Each known finding with its entry, and the entries, or as much of their counts, that none was found for.

    Equal findings belong to the entry of their own document first: only what is left over has moved to another folder.
    """
    entries: dict[str, list[Known]] = defaultdict(list)
    for entry in known:
        entries[entry.fingerprint].append(entry)
    left = {(entry.fingerprint, entry.document): entry.count for listed in entries.values() for entry in listed}
    pairs: dict[str, Known] = {}
    for own in (True, False):
        for finding in found:
            if finding.id in pairs:
                continue
            for entry in entries[fingerprint(finding)]:
                key = (entry.fingerprint, entry.document)
                if left[key] and (entry.document == finding.document) is own:
                    left[key] -= 1
                    pairs[finding.id] = entry
                    break
    over = (
        replace(entry, count=left[entry.fingerprint, entry.document])
        for listed in entries.values()
        for entry in listed
        if left[entry.fingerprint, entry.document]
    )
    return pairs, tuple(over)


def _looked_at(known: Known, report: Report, is_there: Callable[[str], bool]) -> bool:
    if known.commitment not in {commitment.id for commitment in report.rules.commitments}:
        return False
    states = {document.path: document.state for document in report.documents}
    path = known.document if known.document in states else outermost(known.document, states)
    return states[path] is State.CHECKED if path in states else not is_there(path)


def _novelty(since: str, as_of: str, max_age: int | None) -> Novelty:
    if not since:
        return Novelty.NEW
    if max_age is None:
        return Novelty.KNOWN
    lasting = date.fromisoformat(as_of) - date.fromisoformat(since)
    return Novelty.OVERDUE if lasting > timedelta(days=max_age) else Novelty.KNOWN


def _moved(report: Report, new: Iterable[Finding], fixed: Iterable[Known]) -> Mapping[str, str]:
    """The earlier name of the document of each new finding whose document was renamed and is otherwise unchanged."""
    hashes = {document.path: document.sha256 for document in report.documents}
    earlier = {(each.sha256, each.commitment, each.verdict): each.document for each in fixed}
    named = ((f.id, earlier.get((hashes[f.document], f.commitment, f.verdict), "")) for f in new)
    return {name: before for name, before in named if before}
