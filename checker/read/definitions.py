"""Definitions: a term that a document defines carries the concepts of its definition wherever it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.match.fold import fold
from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage

_QUOTED = re.compile(r"'([^']{2,60})'|\"([^\"]{2,60})\"|「([^」]{2,40})」")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, the sentence that defines it, and the concepts its definition names."""

    term: str
    span: Span
    passage: int
    mentions: tuple[Mention, ...]


def definitions(passages: Sequence[Passage]) -> tuple[Definition, ...]:
    """The terms a document defines ("'X' means Y", 「X」とは、Yをいう), in order."""
    return tuple(d for index, passage in enumerate(passages) for d in _defined(index, passage))


def _defined(index: int, passage: Passage) -> Iterable[Definition]:
    for cue in passage.cues_of(Cue.DEFINITION)[:1]:
        text = fold(passage.text)
        for match in _QUOTED.finditer(text):
            term = next(group for group in match.groups() if group).strip(" ,.、。").lower()
            start = passage.span.start + match.end()
            if match.start() <= cue.span.start - passage.span.start + 40 and term:
                meant = tuple(m for m in passage.mentions if m.span.start >= start)
                yield Definition(term, passage.span, index, meant)
                break


def used(definition: Definition, passage: Passage) -> Span | None:
    """Where a passage other than the definition uses its term, or None."""
    if passage.span == definition.span:
        return None
    at = fold(passage.text).lower().find(definition.term)
    return Span(passage.span.start + at, passage.span.start + at + len(definition.term)) if at >= 0 else None
