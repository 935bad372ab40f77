"""The grammar the reader knows: words that negate, release, oblige, permit, except, suppose, propose, attribute.

These are words of the language, not of any commitment's field; fields belong in the vocabularies of the rule packs.
Each kind is a concept of the lexicon whose name begins with "~", in the notation of docs/rule-language.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.model.commitment import Concept
from checker.read.cues_en import ENGLISH
from checker.read.cues_ja import JAPANESE


class Cue(StrEnum):
    """What a word of grammar does to the words in its reach."""

    NEGATION = "~negation"
    NEUTRAL = "~neutral"
    RELEASE = "~release"
    RELEASED = "~released"
    DISBELIEF = "~disbelief"
    UNTIL = "~until"
    BOUNDARY = "~boundary"
    MONTH = "~month"
    RELATIVE = "~relative"
    SUBORDINATE = "~subordinate"
    AUXILIARY = "~auxiliary"
    DUTY = "~duty"
    PERMISSION = "~permission"
    OPTION = "~option"
    DISCRETION = "~discretion"
    EXCEPTION = "~exception"
    EXCEPTION_BEFORE = "~exception-before"
    HYPOTHESIS = "~hypothesis"
    HISTORY = "~history"
    CORRECTED = "~corrected"
    DEMAND = "~demand"
    REFUSED = "~refused"
    GRANTED = "~granted"
    ANSWERED = "~answered"
    LEFT_OPEN = "~left-open"
    UNDECIDED = "~undecided"
    ANNOUNCED = "~announced"
    PLANNED = "~planned"
    DRAFT = "~draft"
    PROPOSAL = "~proposal"
    ALLEGATION = "~allegation"
    OPINION = "~opinion"
    CONTRADICTED = "~contradicted"
    DEFINITION = "~definition"
    YES = "~yes"
    NO = "~no"
    FORCE = "~force"
    TAKEN_UP = "~taken-up"
    IMPERATIVE = "~imperative"


def concepts() -> Iterable[Concept]:
    """The grammar as concepts that a lexicon can find."""
    for cue in Cue:
        kind = cue.value.removeprefix("~")
        terms = {"en": ENGLISH.get(kind, ()), "ja": JAPANESE.get(kind, ())}
        yield Concept(cue.value, {lang: found for lang, found in terms.items() if found})
