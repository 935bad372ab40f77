"""What changed between two runs: findings that came, went or changed, and what made them change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checker.model.finding import Finding
from checker.model.report import Report

Pair = tuple[str, str]
"""A commitment and a document."""


class Change(StrEnum):
    """How a finding differs from the earlier run."""

    NEW = "new"
    FIXED = "fixed"
    CHANGED = "changed"


class Because(StrEnum):
    """What made it differ: the document, else the rules, else the checker itself, else nothing that is known."""

    DOCUMENT = "document"
    RULES = "rules"
    TOOL = "tool"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Differing:
    """One commitment and document on which two runs differ; `before` or `after` is None where there is no finding."""

    change: Change
    because: Because
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The newer of the two that is there."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a difference is about a finding")
        return found


def difference(before: Report, after: Report) -> tuple[Differing, ...]:
    """Where `after` says something else than `before`, in the order of documents and commitments."""
    old, new = _by_pair(before.listed), _by_pair(after.listed)
    cause = _Cause(before, after)
    found = []
    for pair in sorted({*old, *new}, key=lambda pair: (pair[1], pair[0])):
        was, now = old.get(pair), new.get(pair)
        if was is None or now is None or was.id != now.id:
            change = Change.NEW if was is None else Change.FIXED if now is None else Change.CHANGED
            found.append(Differing(change, cause.of(pair[1]), was, now))
    return tuple(found)


def _by_pair(findings: Iterable[Finding]) -> Mapping[Pair, Finding]:
    return {(finding.commitment, finding.document): finding for finding in findings}


class _Cause:
    """What can have changed between two runs."""

    def __init__(self, before: Report, after: Report) -> None:
        self._hashes: dict[str, set[str]] = defaultdict(set)
        self._runs = (before, after)
        for report in self._runs:
            for document in report.documents:
                self._hashes[document.path].add(document.sha256)
        self._in_both = {d.path for d in before.documents} & {d.path for d in after.documents}

    def of(self, document: str) -> Because:
        before, after = self._runs
        if document not in self._in_both or len(self._hashes[document]) > 1:
            return Because.DOCUMENT
        if before.rules.sha256 != after.rules.sha256:
            return Because.RULES
        return Because.TOOL if before.version != after.version else Because.UNKNOWN
