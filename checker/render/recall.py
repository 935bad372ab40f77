"""What renderers say about a document's text, whether it is at hand or only remembered by a report read back."""

from __future__ import annotations

from collections.abc import Callable

from checker.model.document import Document
from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.passage import Passage, around, flowing


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
