"""Roles of amounts by words: the header of a cell, or the role word nearest to an amount in its clause, tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.quantities import Comparator, Quantity
from checker.read.sense import sense

NEAR = 60
"""How many letters a role word may stand from its amount."""

RoleWords = Mapping[str, tuple[str, ...]]
"""The concepts that name each role, as a rule gives them."""


# "4.7 percent under column 1", but not "15 percent without credit for the column 1 duty".
_JOINED = re.compile(r"[\s(（]*(?:(?:of|in|under|on|の)\b)?(?:\s*the\b)?\s*")
# "the ordinary rate is 4.7 percent", but not "the ordinary rate and 15 percent" or 一般税率に15％.
_APART = re.compile(r"\band\b|,|;|\A(?:に(?![つお])|へ|と(?!し)|を)")


class Role(StrEnum):
    """What an amount is to the others of its sentence; VALUE is what specific duties are measured against."""

    BASE = "base"
    ADDITIONAL = "additional"
    TOTAL = "total"
    VALUE = "value"
    OTHER = "other"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Named:
    """A rate (percent of value) with its role and the place it stands at."""

    value: Decimal
    role: Role
    place: Span


def named(
    sentence: Passage, found: Sequence[Quantity], headed: Mapping[Span, Role], words: RoleWords
) -> tuple[Named, ...]:
    """The amounts of a sentence with their roles, without those that are beside the point.

    A bound ("of 15 percent or more") and an amount that is denied ("instead of 15 percent") state no rate.
    A role word names one amount and an amount has one role: the closest pairs are settled first.
    """
    told = {q.span: role for q in found for cell, role in headed.items() if cell.covers(q.span)}
    pairs = sorted(
        (_distance(mention, quantity), mention.span, quantity.span, role)
        for role, mention in _role_words(sentence, words)
        for quantity in found
        if quantity.span not in told and _could_name(sentence, role, mention, quantity)
    )
    spoken: set[Span] = set()
    for distance, word, place, role in pairs:
        if distance <= NEAR and word not in spoken and place not in told:
            told[place] = role
            spoken.add(word)
    stated = [q for q in found if q.span in headed or _states(sentence, q)]
    roles = [told.get(q.span, Role.UNTOLD) for q in stated]
    return tuple(Named(q.value, role, q.span) for q, role in zip(stated, roles, strict=True) if role != Role.OTHER)


def nearest(sentence: Passage, found: Sequence[Quantity], concepts: Sequence[str]) -> tuple[int, Quantity] | None:
    """The quantity that stands nearest to a word of some concepts, with its distance; None where none is near."""
    pairs = [
        (_distance(mention, quantity), quantity.span, quantity)
        for mention in sentence.mentions
        for quantity in found
        if mention.concept in concepts
    ]
    close = min(pairs, key=lambda pair: pair[:2], default=None)
    return (close[0], close[2]) if close and close[0] <= NEAR else None


def _role_words(sentence: Passage, words: RoleWords) -> list[tuple[Role, Mention]]:
    """The words of a sentence that give a role. A word that is denied ("not included") gives none."""
    return [
        (Role(role), mention)
        for mention in sentence.mentions
        for role, concepts in words.items()
        if role != Role.VALUE and mention.concept in concepts
        if role == Role.OTHER or (not mention.opposite and _holds(sentence, mention))
    ]


def _could_name(sentence: Passage, role: Role, mention: Mention, quantity: Quantity) -> bool:
    """Whether a role word and an amount stand in one clause; a word for the ordinary rate must join its amount."""
    if mention.span.meets(quantity.span):
        return True
    if not sentence.clause(quantity.span).covers(mention.span):
        return False
    if role is not Role.BASE:
        return True
    start = sentence.span.start
    if quantity.span.end <= mention.span.start:
        return _JOINED.fullmatch(sentence.text[quantity.span.end - start : mention.span.start - start]) is not None
    return _APART.search(sentence.text[mention.span.end - start : quantity.span.start - start]) is None


def _states(sentence: Passage, quantity: Quantity) -> bool:
    stated = quantity.comparator in (Comparator.EQUAL, Comparator.ABOUT)
    return stated and _holds(sentence, Mention("", quantity.span, False, ""))


def _holds(sentence: Passage, mention: Mention) -> bool:
    return sense(sentence, mention).holds


def _distance(mention: Mention, quantity: Quantity) -> int:
    """Letters between a role word and an amount; of two amounts as close, the one that follows the word is meant."""
    if mention.span.meets(quantity.span):
        return 0
    if mention.span.end <= quantity.span.start:
        return quantity.span.start - mention.span.end
    return mention.span.start - quantity.span.end + 1
