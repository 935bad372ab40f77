"""Amounts with their roles: which percentage is the ordinary rate, which is added, which is the total.

Arithmetic binds first: of three amounts of which two add up to the third, the third is the total. Words bind second:
the header of a cell, or the role word nearest to the amount in its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from checker.match.lexicon import Mention
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.quantities import Quantity, Unit, duty_free, quantities

Roles = Mapping[str, tuple[str, ...]]
TOTAL, BASE, ADDITIONAL, OTHER = "total", "base", "additional", "other"
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one sentence or row by role (percent of value), with the places they stand at."""

    values: Mapping[str, Decimal]
    places: tuple[Span, ...]


def amounts(sentence: Passage, provision: Provision, headed: Mapping[Span, str], roles: Roles) -> Amounts | None:
    """The amounts a sentence or table row speaks of; `headed` gives the role of each cell its header decides.

    None where it speaks of no rate.
    """
    found = [q for q in _rates(sentence, provision) if q.unit is Unit.PERCENT]
    if not found:
        return None
    named = [(quantity, _role(sentence, quantity, headed, roles)) for quantity in found]
    values = _bound(named)
    places = tuple(quantity.span for quantity, role in named if role != OTHER)
    return Amounts(values, places) if places else None


def _rates(sentence: Passage, provision: Provision) -> Iterator[Quantity]:
    found = quantities(sentence.text, sentence.span.start)
    yield from _ad_valorem(found) or found
    for cell in provision.cells:
        start = cell.span.start - sentence.span.start
        if sentence.span.covers(cell.span):
            yield from duty_free(sentence.text[start : start + len(cell.span)], cell.span.start)


def _ad_valorem(found: Sequence[Quantity]) -> list[Quantity]:
    """Specific duties as percentages of the value per the same unit; empty where no value is given."""
    money = [q for q in found if q.unit is Unit.USD]
    if len(money) < 2:
        return []
    price = max(money, key=lambda q: q.value)
    if price.value <= 0:
        return []
    turned = [
        Quantity(q.span, q.value * 100 / price.value, Unit.PERCENT, q.comparator, None, "")
        for q in money
        if q is not price
    ]
    return sorted([*turned, *(q for q in found if q.unit is Unit.PERCENT)], key=lambda q: q.span)


def _role(sentence: Passage, quantity: Quantity, headed: Mapping[Span, str], roles: Roles) -> str:
    for cell, role in headed.items():
        if cell.covers(quantity.span):
            return role
    clause = sentence.clause(quantity.span)
    named = [(m, role) for m in sentence.mentions for role, concepts in roles.items() if m.concept in concepts]
    near = [(_distance(m, quantity), role) for m, role in named if clause.covers(m.span)]
    close = [pair for pair in near if pair[0] <= _NEAR]
    return min(close)[1] if close else ""


def _distance(mention: Mention, quantity: Quantity) -> int:
    """Letters between a role word and an amount; a word that follows at once binds as closely as one before."""
    if mention.span.meets(quantity.span):
        return 0
    if mention.span.end <= quantity.span.start:
        return quantity.span.start - mention.span.end
    return mention.span.start - quantity.span.end


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
    for (a, role_a), (b, role_b), (c, role_c) in permutations(rates, 3):
        fits = role_a in (BASE, "") and role_b in (ADDITIONAL, "", TOTAL) and role_c in (TOTAL, "", ADDITIONAL)
        if a + b == c and fits:
            return {BASE: a, ADDITIONAL: b, TOTAL: c}
    return {}


def _by_words(rates: Sequence[tuple[Decimal, str]]) -> dict[str, Decimal]:
    values: dict[str, Decimal] = {}
    for value, role in rates:
        if role and (role not in values or role == TOTAL):
            values[role] = max(values.get(role, value), value) if role == TOTAL else value
    unnamed = [value for value, role in rates if not role]
    if len(unnamed) == 1 and not values:
        values["rate"] = unnamed[0]
    return values
