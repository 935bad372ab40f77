"""The outcome of a pack's cases as lines: one per rule, then every failure with what was expected and what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.render.visible import one_line

if TYPE_CHECKING:
    from checker.casework import RuleTested, Tested


def lines(rules: Sequence[RuleTested]) -> Iterator[str]:
    """The table of all rules, then the failures of each."""
    width = max((len(rule.commitment) for rule in rules), default=0)
    yield f"{'rule':<{width}}  cases  passed  failed"
    for rule in rules:
        yield _row(rule, width)
    for rule in rules:
        for failure in rule.failures:
            yield from _failure(rule.commitment, failure)


def _row(rule: RuleTested, width: int) -> str:
    cases, failed = len(rule.tested), len(rule.failures)
    remark = "" if rule.passed else "  FAILED" if cases else "  FAILED: a rule needs cases"
    return f"{rule.commitment:<{width}}  {cases:>5}  {cases - failed:>6}  {failed:>6}{remark}"


def _failure(commitment: str, failed: Tested) -> Iterator[str]:
    case, finding = failed.case, failed.finding
    quotes = " / ".join(f'"{one_line(evidence.quote)}"' for evidence in finding.evidence)
    why = (
        "other words are quoted than labelled, or far more" if failed.right_verdict else "another verdict than labelled"
    )
    yield f"\n{commitment} / {case.id}: {why}"
    yield f"  expected  {case.verdict}, as {one_line(case.why)}"
    yield f"  got       {finding.verdict} ({finding.reason.code}): {finding.reason.text.en}"
    if case.evidence:
        yield f'  words     "{one_line(case.evidence)}"'
    yield f"  quoted    {quotes or 'nothing'}"
