"""What renderers say about a document's text, whether it is at hand or an excerpt stands in for it."""

from __future__ import annotations

from collections.abc import Callable

from checker.model.document import Document
from checker.model.finding import Finding
from checker.model.report import Report
from checker.passage import Passage, around, flowing


def characters(document: Document, report: Report) -> int:
    """The length of the document's text in code points."""
    return report.recalled.characters[document.path] if report.recalled else len(document.text)


def surroundings(report: Report) -> Callable[[Finding, int], Passage]:
    """Gives the passage around an evidence of a finding, by its number."""
    texts = {document.path: document.text for document in report.documents}

    def passage(finding: Finding, number: int) -> Passage:
        evidence = finding.evidence[number]
        if report.recalled is None:
            return around(texts[finding.document], evidence.span)
        before, after = report.recalled.surroundings[finding.id, number]
        return Passage(before, flowing(evidence.quote), after)

    return passage


def first_line(report: Report) -> Callable[[Finding], int]:
    """Gives the line of its document on which the first quoted words of a finding start; 1 where that is not known."""
    texts = {document.path: document.text for document in report.documents}

    def line(finding: Finding) -> int:
        if report.recalled is not None or not finding.evidence:
            return report.recalled.lines.get(finding.id, 1) if report.recalled else 1
        return texts[finding.document].count("\n", 0, finding.evidence[0].span.start) + 1

    return line
