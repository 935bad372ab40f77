"""How a run stands beside its baseline, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from checker.model.baseline import Comparison, Known, Novelty
from checker.model.decision import Standing
from checker.model.finding import Finding, Level
from checker.model.report import Report
from checker.render.visible import one_line
from checker.render.words import Words

_LISTED = 20


def lines(report: Report, words: Words) -> Iterator[str]:
    """The counts in one line, the age of what is known in another, then what is fixed; none without a baseline."""
    found = report.baseline
    if found is None:
        return
    counts = counted(found)
    yield words("beside_counts", **counts)
    if counts["known"]:
        yield _age(report, found, words)
    if found.counts[Novelty.OVERDUE]:
        yield words("beside_overdue", n=found.counts[Novelty.OVERDUE])
    yield from _fixed(found, words)


def counted(beside: Comparison) -> Mapping[str, int]:
    """How many findings are new, known (for too long or not), fixed and not looked at, by these names."""
    return {
        "new": beside.counts[Novelty.NEW],
        "known": beside.counts[Novelty.KNOWN] + beside.counts[Novelty.OVERDUE],
        "fixed": sum(each.count for each in beside.fixed),
        "unseen": sum(each.count for each in beside.unseen),
    }


def novelty_word(report: Report, finding: Finding, words: Words) -> str:
    """What the baseline makes of `finding`: "new", "known since 2026-01-01"; empty where it says nothing."""
    found = report.baseline.of(finding) if report.baseline else None
    if report.baseline is None or found is None:
        return ""
    if found is not Novelty.NEW:
        return words(f"beside.{found.value}", since=report.baseline.since[finding.id])
    before = report.baseline.moved.get(finding.id, "")
    return words("beside.moved", before=one_line(before)) if before else words("beside.new")


def _age(report: Report, found: Comparison, words: Words) -> str:
    known = [finding for finding in report.findings if finding.id in found.since]
    levels = Counter(finding.severity for finding in known)
    days = (date.fromisoformat(report.as_of) - date.fromisoformat(found.oldest)).days
    return words(
        "beside_age",
        levels=words("separator").join(f"{levels[level]} {words.name(level)}" for level in Level if levels[level]),
        oldest=found.oldest,
        days=days,
        open=sum(finding.standing is Standing.OPEN for finding in known),
    )


def _fixed(found: Comparison, words: Words) -> Iterator[str]:
    for known in found.fixed[:_LISTED]:
        yield words("beside_fixed", document=one_line(known.document), what=_what(known, words))
    if len(found.fixed) > _LISTED:
        yield words("beside_more", n=len(found.fixed) - _LISTED)


def _what(known: Known, words: Words) -> str:
    times = f" ×{known.count}" if known.count > 1 else ""
    return f"{words.name(known.verdict)}, {known.commitment}{times}"
