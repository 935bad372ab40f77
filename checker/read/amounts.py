"""Amounts with their roles: which percentage is the ordinary rate, which is added, which is the total.

Arithmetic binds first: of three amounts of which two add up to the third, the third is the total. Words bind second:
the header of a cell, or the role word nearest to the amount in its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from checker.match.lexicon import Mention
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.quantities import Quantity, Unit, duty_free, quantities

Roles = Mapping[str, tuple[str, ...]]
TOTAL, BASE, ADDITIONAL, VALUE, OTHER = "total", "base", "additional", "value", "other"
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one sentence or row by role (percent of value), with the places they stand at."""

    values: Mapping[str, Decimal]
    places: tuple[Span, ...]


def customs_value(sentences: Sequence[Passage], roles: Roles) -> Quantity | None:
    """The value per unit that a provision states for its goods: the money nearest a word of value; None without one."""
    near = [
        (_distance(mention, quantity), quantity)
        for sentence in sentences
        for quantity in quantities(sentence.text, sentence.span.start)
        for mention in sentence.mentions
        if quantity.unit is Unit.USD and mention.concept in roles.get(VALUE, ())
    ]
    close = [(distance, quantity.span, quantity) for distance, quantity in near if distance <= _NEAR]
    return min(close, key=lambda pair: pair[:2])[2] if close else None


def amounts(
    sentence: Passage, provision: Provision, headed: Mapping[Span, str], roles: Roles, value: Quantity | None
) -> Amounts | None:
    """The amounts a sentence or table row speaks of; `headed` gives the role of each cell its header decides.

    Specific duties are turned into percent of the customs `value`. None where the sentence speaks of no rate.
    """
    found = [q for q in _rates(sentence, provision, value) if q.unit is Unit.PERCENT]
    if not found:
        return None
    named = _named(sentence, found, headed, roles)
    values = _bound(named)
    places = tuple(quantity.span for quantity, role in named if role != OTHER)
    return Amounts(values, places) if places else None


def _rates(sentence: Passage, provision: Provision, value: Quantity | None) -> Iterator[Quantity]:
    found = quantities(sentence.text, sentence.span.start)
    yield from (_ad_valorem(quantity, value) for quantity in found if value is None or quantity.span != value.span)
    for cell in provision.cells:
        start = cell.span.start - sentence.span.start
        if sentence.span.covers(cell.span):
            yield from duty_free(sentence.text[start : start + len(cell.span)], cell.span.start)


def _ad_valorem(quantity: Quantity, value: Quantity | None) -> Quantity:
    """A specific duty as percent of the customs value; any other quantity as it is."""
    if value is None or quantity.unit is not Unit.USD or not value.value:
        return quantity
    return replace(quantity, value=quantity.value * 100 / value.value, unit=Unit.PERCENT, upper=None, per="")


def _named(
    sentence: Passage, found: Sequence[Quantity], headed: Mapping[Span, str], roles: Roles
) -> list[tuple[Quantity, str]]:
    """Each amount with its role, empty where none is told: its cell's header tells, else the role word nearest to it.

    A role word names one amount and an amount has one role: the closest pairs are settled first.
    """
    told = {q.span: role for q in found for cell, role in headed.items() if cell.covers(q.span)}
    pairs = sorted(
        (_distance(mention, quantity), mention.span, quantity.span, role)
        for mention in sentence.mentions
        for role, concepts in roles.items()
        for quantity in found
        if mention.concept in concepts and quantity.span not in told and _together(sentence, mention, quantity)
    )
    spoken: set[Span] = set()
    for distance, word, amount, role in pairs:
        if distance <= _NEAR and word not in spoken and amount not in told:
            told[amount] = role
            spoken.add(word)
    return [(quantity, told.get(quantity.span, "")) for quantity in found]


def _together(sentence: Passage, mention: Mention, quantity: Quantity) -> bool:
    return sentence.clause(quantity.span).covers(mention.span)


def _distance(mention: Mention, quantity: Quantity) -> int:
    """Letters between a role word and an amount; of two amounts as close, the one that follows the word is meant."""
    if mention.span.meets(quantity.span):
        return 0
    if mention.span.end <= quantity.span.start:
        return quantity.span.start - mention.span.end
    return mention.span.start - quantity.span.end + 1


def _bound(named: Sequence[tuple[Quantity, str]]) -> dict[str, Decimal]:
    """Each role's value: by addition where three amounts add up, else by their words; what follows is computed."""
    rates = [(quantity.value, role) for quantity, role in named if role != OTHER]
    values = _by_addition(rates) or _by_words(rates)
    if TOTAL not in values and {BASE, ADDITIONAL} <= set(values):
        values[TOTAL] = values[BASE] + values[ADDITIONAL]
    if ADDITIONAL not in values and {BASE, TOTAL} <= set(values):
        values[ADDITIONAL] = values[TOTAL] - values[BASE]
    return values


def _by_addition(rates: Sequence[tuple[Decimal, str]]) -> dict[str, Decimal]:
    """The three amounts of which two add up to the third; where several do, those whose words say so too."""
    fits: list[tuple[int, dict[str, Decimal]]] = []
    for (a, role_a), (b, role_b), (c, role_c) in permutations(rates, 3):
        told = (role_a == BASE) + (role_b == ADDITIONAL) + (role_c == TOTAL)
        if a + b == c and role_a in (BASE, "") and role_b in (ADDITIONAL, "") and role_c in (TOTAL, ""):
            fits.append((-told, {BASE: a, ADDITIONAL: b, TOTAL: c}))
    return min(fits, key=lambda fit: fit[0])[1] if fits else {}


def _by_words(rates: Sequence[tuple[Decimal, str]]) -> dict[str, Decimal]:
    values: dict[str, Decimal] = {}
    for value, role in rates:
        if role and (role not in values or role == TOTAL):
            values[role] = max(values.get(role, value), value) if role == TOTAL else value
    unnamed = [value for value, role in rates if not role]
    if len(unnamed) == 1 and not values:
        values["rate"] = unnamed[0]
    return values
