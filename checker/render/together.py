"""Notes that many documents share, told once with a count instead of once for each document."""

from __future__ import annotations

from collections import Counter

from checker.model.document import Document, Problem
from checker.model.report import Report
from checker.render.phrases import notes, problem_kind
from checker.render.words import Words

_SENTENCES = {"I-RUNNING-HEADS": "running_heads_shared"}
"""Code of a note that can be told for many documents -> the sentence for it in the catalogue."""


def shared(report: Report) -> tuple[str, ...]:
    """The codes of the notes that are told once, since several documents have them, in the order of their codes."""
    having = Counter(code for document in report.documents for code in _codes(document))
    return tuple(code for code in sorted(_SENTENCES) if having[code] > 1)


def told(report: Report, words: Words) -> tuple[str, ...]:
    """One line for each code in `shared`, with the number of documents."""
    return tuple(_line(code, report, words) for code in shared(report))


def _line(code: str, report: Report, words: Words) -> str:
    n = sum(code in _codes(document) for document in report.documents)
    note = Problem(code, words(_SENTENCES[code], n=n))
    return words("problem", kind=problem_kind(note, words), message=note.message, code=code)


def _codes(document: Document) -> frozenset[str]:
    return frozenset(note.code for note in notes(document.problems))
