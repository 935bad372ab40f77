"""Quoting: the words a finding shows, short enough to read at a glance and never a stray fragment."""

from __future__ import annotations

from collections.abc import Sequence

from checker.judge.candidate import Candidate
from checker.model.finding import Evidence, Verdict
from checker.model.text import Span
from checker.read.reading import ReadText

LONGEST = 260
"""Sentences up to this many characters are quoted whole; of longer ones the deciding clauses."""


def quoted(chosen: Sequence[Candidate], text: ReadText) -> tuple[Evidence, ...]:
    """Evidence for each candidate, in the order given; the same words are quoted once."""
    found: dict[Span, Evidence] = {}
    for candidate in chosen:
        span = _words(candidate, text)
        found.setdefault(span, evidence(text, candidate.provision, span, candidate.verdict))
    return tuple(found.values())


def evidence(text: ReadText, provision: int, span: Span, supports: Verdict) -> Evidence:
    """One quotation with its place."""
    return Evidence(span.of(text.document.text), span, text.provisions[provision].label, supports)


def _words(candidate: Candidate, text: ReadText) -> Span:
    if len(candidate.place) <= LONGEST:
        return candidate.place
    words = candidate.words[0]
    for span in candidate.words[1:]:
        words = words.join(span)
    raw = words.of(text.document.text)
    start = words.start + len(raw) - len(raw.lstrip(" \n,;:—-、"))
    return Span(start, start + len(text.document.text[start : words.end].rstrip(" \n,;:—-、")))
