"""Reports large enough for pages, filters and searches."""

from __future__ import annotations

from dataclasses import replace

from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from tests.render.factory import NOTICE_DOC, SOFTWARE, TARIFF, VEHICLES, finding, report

_QUOTE = "shall undergo a frontal crash test"


def many(number: int) -> Report:
    """A report with `number` findings in full over as many documents, in three commitments and three verdicts."""
    documents = tuple(replace(NOTICE_DOC, path=f"filings/{place:04}.pdf") for place in range(number))
    rules = (VEHICLES, SOFTWARE, TARIFF)
    verdicts = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.COMPLIANT)
    findings: tuple[Finding, ...] = tuple(
        finding(rules[place % 3], document, verdicts[place % 2 if place % 5 else 2], _QUOTE)
        for place, document in enumerate(documents)
    )
    return report(documents=documents, findings=findings, decisions=(), notices=(), crops={})
