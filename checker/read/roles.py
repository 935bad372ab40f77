"""Roles of amounts by words: the header of a cell, or the role word nearest to an amount in its clause, tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.match.lexicon import Concepts, Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage
from checker.read.quantities import Comparator, Quantity, Unit
from checker.read.sense import sense

NEAR = 60
"""How many letters a role word may stand from its amount."""

RoleWords = Mapping[str, tuple[str, ...]]
"""The concepts that name each role, as a rule gives them."""

# "4.7 percent under column 1", but not "15 percent without credit for the column 1 duty".
_JOINED = re.compile(r"[\s(（]*(?:(?:of|in|under|on|の)\b)?(?:\s*the\b)?\s*")
# "the ordinary rate is 4.7 percent", but not "the ordinary rate and 15 percent" or 一般税率に15％.
_APART = re.compile(r"\band\b|,|;|\A(?:に(?![つお])|へ|と(?!し)|を)")
_AND = re.compile(r"\b(?:and|or)\b")
# "adds 11 points, for 15 percent": the word names the number that follows it.
_NUMBER = re.compile(r"\A\s*(?:of\s+)?[0-9]")


class Role(StrEnum):
    """What an amount is to the others of its sentence.

    VALUE is what specific duties are measured against; AT_LEAST and AT_MOST bound a rate ("15 percent or more",
    "under 15 percent").
    """

    BASE = "base"
    ADDITIONAL = "additional"
    TOTAL = "total"
    VALUE = "value"
    OTHER = "other"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNTOLD = "untold"


_BOUNDS = {
    Comparator.AT_LEAST: Role.AT_LEAST,
    Comparator.MORE: Role.AT_LEAST,
    Comparator.AT_MOST: Role.AT_MOST,
    Comparator.LESS: Role.AT_MOST,
}


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
    A role word names one amount and an amount has one role: the closest pairs and the longest words are settled first.
    """
    by_header = {q.span: role for q in found for cell, role in headed.items() if cell.covers(q.span)}
    told = dict(by_header)
    pairs = sorted(
        (_distance(mention, quantity), -len(mention.span), mention.span, quantity.span, role)
        for role, mention in _role_words(sentence, words)
        for quantity in found
        if quantity.span not in told and _could_name(sentence, role, mention, quantity)
    )
    spoken: set[Span] = set()
    for distance, _, word, place, role in pairs:
        if distance > NEAR or word in spoken:
            continue
        if place not in told:
            told[place] = role
        if told[place] is role:
            spoken.add(word)
    roles = {q.span: by_header.get(q.span) or _stated(sentence, q, told.get(q.span, Role.UNTOLD)) for q in found}
    return tuple(Named(q.value, roles[q.span], q.span) for q in found if roles[q.span] is not Role.OTHER)


def nearest(sentence: Passage, found: Sequence[Quantity], concepts: Concepts) -> tuple[int, Quantity] | None:
    """The quantity that stands nearest to a word of some concepts, with its distance; None where none is near."""
    pairs = [
        (_distance(mention, quantity), quantity.span, quantity)
        for mention in sentence.of(concepts)
        for quantity in found
        if _joins(sentence, mention, quantity)
    ]
    close = min(pairs, key=lambda pair: pair[:2], default=None)
    return (close[0], close[2]) if close and close[0] <= NEAR else None


def _role_words(sentence: Passage, words: RoleWords) -> list[tuple[Role, Mention]]:
    """The words of a sentence that give a role. A word that is denied ("not included") gives none."""
    return [
        (Role(role), mention)
        for role, concepts in words.items()
        for mention in sentence.of(concepts)
        if role != Role.VALUE
        if role == Role.OTHER or (not mention.opposite and _holds(sentence, mention))
    ]


def _could_name(sentence: Passage, role: Role, mention: Mention, quantity: Quantity) -> bool:
    """Whether a role word and an amount stand in one clause; a word for the ordinary rate must join its amount.

    What is said to be added is not the amount amid the wording: "in addition to the 3 percent of column 1".
    """
    if mention.span.meets(quantity.span):
        amid = mention.span.start < quantity.span.start and quantity.span.end < mention.span.end
        return role is not Role.ADDITIONAL or not amid
    start, end = _between(mention, quantity)
    boundaries = [cue for cue in sentence.between(start, end, Cue.BOUNDARY) if len(cue.span) > 1 or cue.term == ";"]
    words = _text(sentence, start, end)
    after = mention.span.end <= quantity.span.start
    apart = (_NUMBER if after else _AND).search(words) is not None
    return not boundaries and not apart and (role is not Role.BASE or _joins(sentence, mention, quantity))


def _joins(sentence: Passage, mention: Mention, quantity: Quantity) -> bool:
    """Whether nothing comes between a word and the amount it names."""
    start, end = _between(mention, quantity)
    words = _text(sentence, start, end)
    if mention.span.end <= quantity.span.start:
        return _APART.search(words) is None
    return _JOINED.fullmatch(words) is not None


def _text(sentence: Passage, start: int, end: int) -> str:
    return sentence.text[start - sentence.span.start : end - sentence.span.start]


def _between(mention: Mention, quantity: Quantity) -> tuple[int, int]:
    """The place between a word and an amount; empty where they meet."""
    start, end = min(mention.span.end, quantity.span.end), max(mention.span.start, quantity.span.start)
    return min(start, end), max(start, end)


def _stated(sentence: Passage, quantity: Quantity, role: Role) -> Role:
    """The role of an amount, OTHER where it states no rate: a bound, a denied amount, points that are not added."""
    if role is Role.BASE and quantity.comparator in _BOUNDS:
        return _BOUNDS[quantity.comparator]
    if quantity.comparator not in (Comparator.EQUAL, Comparator.ABOUT):
        return Role.OTHER
    if role is Role.UNTOLD and quantity.unit is Unit.POINTS:
        return Role.OTHER
    return role if _holds(sentence, Mention("", quantity.span, False, "")) else Role.OTHER


def _holds(sentence: Passage, mention: Mention) -> bool:
    return sense(sentence, mention).holds


def _distance(mention: Mention, quantity: Quantity) -> int:
    """Letters between a role word and an amount; of two amounts as close, the one that follows the word is meant."""
    if mention.span.meets(quantity.span):
        return 0
    if mention.span.end <= quantity.span.start:
        return quantity.span.start - mention.span.end
    return mention.span.start - quantity.span.end + 1
