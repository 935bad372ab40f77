"""What is kept of a text once its document has been checked: a run holds thousands of documents, but no texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.model.finding import Finding
from checker.model.report import Recalled
from checker.passage import around
from checker.result import Excerpt, Result


def excerpted(result: Result) -> Result:
    """`result` without its document's text, but with all that a report shows of it."""
    text = result.document.text
    spoken = [finding for finding in result.findings if finding.evidence]
    lines = tuple((each.id, text.count("\n", 0, each.evidence[0].span.start) + 1) for each in spoken)
    excerpt = Excerpt(len(text), tuple(_around(text, spoken)), lines)
    return replace(result, document=replace(result.document, text=""), excerpt=excerpt)


def recalled(results: Iterable[Result]) -> Recalled:
    """What is known of the texts of documents, by path and by finding."""
    kept = [(result.document.path, result.excerpt or Excerpt(0)) for result in results]
    return Recalled(
        characters={path: excerpt.characters for path, excerpt in kept},
        surroundings={(name, at): (before, after) for _, each in kept for name, at, before, after in each.around},
        lines={name: line for _, each in kept for name, line in each.lines},
    )


def _around(text: str, findings: Sequence[Finding]) -> Iterator[tuple[str, int, str, str]]:
    for finding in findings:
        for number, evidence in enumerate(finding.evidence):
            passage = around(text, evidence.span)
            yield finding.id, number, passage.before, passage.after
