"""Exceptions: where a sentence takes something back, and which words stand in the part taken back."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage


def regions(passage: Passage) -> tuple[Span, ...]:
    """The parts of a sentence that are excepted from the rest of it."""
    found = []
    for cue in passage.cues_of(Cue.EXCEPTION):
        if not passage.japanese:
            found.append(Span(cue.span.start, passage.clause(cue.span).end))
        elif "。" not in passage.text[: cue.span.start - passage.span.start]:
            found.append(Span(cue.span.start, passage.span.end))
    for cue in passage.cues_of(Cue.EXCEPTION_BEFORE):
        start = passage.text.rfind("、", 0, cue.span.start - passage.span.start) + 1
        found.append(Span(passage.span.start + max(start, 0), cue.span.end))
    return tuple(found)


def proviso(passages: Sequence[Passage], index: int) -> Passage | None:
    """The sentence after `passages[index]` where it is a proviso to it (ただし..., "This does not apply to ...")."""
    for following in passages[index + 1 : index + 2]:
        opens = [cue for cue in following.cues_of(Cue.EXCEPTION) if cue.span.start - following.span.start <= 4]
        if following.provision == passages[index].provision and opens:
            return following
    return None
