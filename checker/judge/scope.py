"""Scope: whether a statement is about something the commitment reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.judge.window import is_note
from checker.match.lexicon import Mention
from checker.model.commitment import Scope
from checker.model.text import Span
from checker.read.cells import header
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


NOT_SHOWN = ReachRead(Reach.OUTSIDE, "scope_not_shown")
"""A long document speaks of many things: there, what is not tied to the scope nearby is not about it."""


def reach(text: ReadText, sentence: Passage, place: Span, scope: Scope) -> ReachRead:
    """The reach of what `sentence` says at `place`."""
    found = _elsewhere(text, scope) or _near(text, sentence, place, scope) or _of_document(text, scope)
    unsaid = found.reach in (Reach.OPEN, Reach.GENERAL)
    return NOT_SHOWN if unsaid and not is_tied(text, sentence, scope) else found


def is_tied(text: ReadText, sentence: Passage, scope: Scope) -> bool:
    """Whether a sentence can be about the commitment: in a long document something inside its scope is named nearby."""
    return not scope.inside or is_note(text.document) or text.names_around(sentence, scope.inside)


def _elsewhere(text: ReadText, scope: Scope) -> ReachRead | None:
    """A document that names something excluded and nothing that ties it to the commitment's own place."""
    if not scope.home or text.names(scope.home):
        return None
    named = next((concept for concept in sorted(scope.excluded) if text.names((concept,))), None)
    return ReachRead(Reach.OUTSIDE, scope.excluded[named]) if named is not None else None


def _near(text: ReadText, sentence: Passage, place: Span, scope: Scope) -> ReachRead | None:
    """What stands near tells.

    The header of its table cell decides, or else its clause; else the scope word before it in the sentence, or after
    it; else the sentences before it in its provision, the nearest first; else what it reads with or points to.
    """
    concepts = frozenset({*scope.inside, *scope.outside, *scope.excluded, *scope.open})
    column = [
        m
        for cell in text.provisions[sentence.provision].cells
        if cell.span.covers(place)
        for m in header(text, sentence, cell, concepts)
    ]
    if (headed := _in_clause(column, scope)) is not None:
        return headed
    clause, named = sentence.clause(place), _settled(sentence.of(concepts), scope)
    within = _in_clause([m for m in named if clause.covers(m.span)], scope)
    if within is not None:
        return within
    left = [m for m in named if m.span.start < place.start]
    right = [m for m in named if m.span.start >= place.start]
    for mention in (*reversed(left), *right):
        if found := _told(mention, scope):
            return found
    earlier = [p for p in text.of_provision(sentence.provision) if p.span.end <= sentence.span.start]
    for found in (_in_clause(p.of(concepts), scope) for p in reversed(earlier)):
        if found is not None:
            return found
    framing = _settled(text.inherited(sentence, concepts), scope)
    inherited = next(filter(None, (_told(mention, scope) for mention in framing)), None)
    return inherited or _pointed_at(text, sentence, concepts, scope)


def _settled(mentions: Sequence[Mention], scope: Scope) -> list[Mention]:
    """The mentions without words outside the scope that are part of words inside it."""
    inside = [mention.span for mention in mentions if mention.concept in scope.inside]
    return [m for m in mentions if m.concept not in scope.outside or not any(span.covers(m.span) for span in inside)]


def _pointed_at(text: ReadText, sentence: Passage, concepts: frozenset[str], scope: Scope) -> ReachRead | None:
    """What the provisions tell that a sentence points to, the nearest first."""
    for number in reversed(text.pointed_at(sentence)):
        for passage in reversed(text.of_provision(number)):
            if (found := _in_clause(passage.of(concepts), scope)) is not None:
                return found
    return None


def _in_clause(mentions: Sequence[Mention], scope: Scope) -> ReachRead | None:
    """In one clause what is excluded or open outweighs what is inside, and that what is outside."""
    told = [(m.concept not in scope.excluded, _WEIGHT[read.reach], read) for m in mentions if (read := _told(m, scope))]
    return min(told, key=lambda each: each[:2])[2] if told else None


def _told(mention: Mention, scope: Scope) -> ReachRead | None:
    """What one mention tells of the scope."""
    if mention.concept in scope.excluded:
        return ReachRead(Reach.OUTSIDE, scope.excluded[mention.concept], mention.span)
    if mention.concept in scope.open:
        return ReachRead(Reach.OPEN, scope.open[mention.concept], mention.span)
    if mention.concept in scope.inside:
        return ReachRead(Reach.INSIDE, "", mention.span)
    if mention.concept in scope.outside:
        return ReachRead(Reach.OUTSIDE, scope.outside[mention.concept], mention.span)
    return None


_WEIGHT = {Reach.OPEN: 0, Reach.INSIDE: 1, Reach.OUTSIDE: 2}


def _of_document(text: ReadText, scope: Scope) -> ReachRead:
    """Where nothing nearby tells, a document that names only what is outside speaks of that.

    Of a scope whose matters must be placed, it is enough that the document names something outside.
    """
    codes = {**scope.outside, **scope.excluded}
    outside = next((concept for concept in sorted(codes) if text.names((concept,))), None)
    if outside is None or (text.names(scope.inside) and not scope.placed_only):
        return ReachRead(Reach.GENERAL)
    return ReachRead(Reach.OUTSIDE, codes[outside])
