"""Scope: whether a statement is about something the commitment reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checker.match.lexicon import Mention
from checker.model.commitment import Scope
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.reading import ReadText


class Reach(StrEnum):
    """Where a statement stands to the commitment's scope."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    OPEN = "open"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class ReachRead:
    """A reach, the reason code the rule gives for it, and the words that decide it."""

    reach: Reach
    code: str = ""
    because: Span | None = None


def reach(text: ReadText, sentence: Passage, place: Span, scope: Scope) -> ReachRead:
    """The reach of what `sentence` says at `place`: its clause decides, then the sentence, then its surroundings."""
    clause = sentence.clause(place)
    provision = text.of_provision(sentence.provision)
    before = [m for p in provision if p.span.end <= sentence.span.start for m in p.mentions]
    for mentions in (
        [m for m in sentence.mentions if clause.covers(m.span)],
        list(sentence.mentions),
        list(text.inherited(sentence)),
        list(reversed(before)),
    ):
        if found := _decided(mentions, place, scope):
            return found
    return _of_document(text, scope)


def _decided(mentions: Iterable[Mention], place: Span, scope: Scope) -> ReachRead | None:
    """What is excluded or open outweighs what is inside, and that what is outside; among equals the nearest decides."""
    named = sorted(mentions, key=lambda m: (abs(m.span.start - place.start), m.span))
    tables: tuple[tuple[Reach, Mapping[str, str]], ...] = (
        (Reach.OUTSIDE, scope.excluded),
        (Reach.OPEN, scope.open),
        (Reach.INSIDE, dict.fromkeys(scope.inside, "")),
        (Reach.OUTSIDE, scope.outside),
    )
    for found, concepts in tables:
        for mention in named:
            if mention.concept in concepts:
                return ReachRead(found, concepts[mention.concept], mention.span)
    return None


def _of_document(text: ReadText, scope: Scope) -> ReachRead:
    """Where nothing nearby tells: a document that names only what is outside speaks of that."""
    codes = {**scope.outside, **scope.excluded}
    outside = sorted(text.named & set(codes))
    if outside and not text.named & set(scope.inside):
        return ReachRead(Reach.OUTSIDE, codes[outside[0]])
    return ReachRead(Reach.GENERAL)
