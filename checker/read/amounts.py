"""Amounts bound to each other: which percentage is the ordinary rate, which is added, which is the total.

Arithmetic binds first: of three amounts of which two add up to the third, the third is the total. Words bind second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.quantities import Quantity, Unit, duty_free, quantities
from checker.read.roles import Named, Role, RoleWords, named, nearest
from checker.read.understood import in_column, understood

RATE = "rate"
"""The name under which tests ask for the duty that is paid: the total, or the only rate that is stated."""

_ROUNDED = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one example by role (percent of value), and the part of its sentence that states them."""

    values: Mapping[str, Decimal]
    part: Span


def customs_value(sentences: Sequence[Passage], words: RoleWords) -> Quantity | None:
    """The value per unit that a provision states for its goods: the money nearest a word of value; None without one."""
    near = []
    for sentence in sentences:
        money = [q for q in quantities(sentence.text, sentence.span.start) if q.unit is Unit.USD]
        if found := nearest(sentence, money, words.get(Role.VALUE, ())):
            near.append(found)
    return min(near, key=lambda found: (found[0], found[1].span))[1] if near else None


def amounts(
    sentence: Passage,
    provision: Provision,
    headed: Mapping[Span, Role],
    words: RoleWords,
    value: Quantity | None = None,
    ordinary: Decimal | None = None,
    caption: str = "",
) -> tuple[Amounts, ...]:
    """The rates a sentence or table row states, one Amounts for each example; `headed` gives the role of each cell.

    `caption` is what stands above a table; it may give the unit of its bare numbers.
    Specific duties are turned into percent of the customs `value`; `ordinary` is the ordinary rate that an earlier
    sentence gives for the same goods.
    """
    rates = [q for q in _rates(sentence, provision, words, value, caption) if q.unit in (Unit.PERCENT, Unit.POINTS)]
    found: list[Amounts] = []
    start, beside = sentence.span.start, None
    for example in _examples(sentence, named(sentence, rates, headed, words)):
        values = _bound(example, ordinary, beside)
        ordinary = beside = values.get(Role.BASE, beside if beside is not None else ordinary)
        start = _after_semicolon(sentence, start, example[0].place.start)
        found.append(Amounts(values, Span(start, example[-1].place.end)))
        start = example[-1].place.end
    return tuple(found)


def _after_semicolon(sentence: Passage, start: int, end: int) -> int:
    """Where the part of a sentence between two places begins that no semicolon cuts off from its end."""
    last = max(sentence.text.rfind(mark, start - sentence.span.start, end - sentence.span.start) for mark in ";；")
    return start if last < 0 else sentence.span.start + last + 1


def _rates(
    sentence: Passage, provision: Provision, words: RoleWords, value: Quantity | None, caption: str
) -> Iterator[Quantity]:
    """The amounts that a sentence leaves standing, those without a unit too where it speaks of rates."""
    stated = quantities(sentence.text, sentence.span.start)
    stated = tuple(q for q in stated if not any(span.meets(q.span) for span in sentence.taken_out))
    yield from (_ad_valorem(quantity, value) for quantity in stated if value is None or not _same(quantity, value))
    bare = list(_in_cells(sentence, provision, caption))
    if not provision.cells and sentence.of(
        words.get(Role.BASE, ()) + words.get(Role.ADDITIONAL, ()) + words.get(Role.TOTAL, ())
    ):
        bare += understood(sentence.text, sentence.span.start)
    yield from (q for q in bare if not any(q.span.meets(other.span) for other in stated))


def _in_cells(sentence: Passage, provision: Provision, caption: str) -> Iterator[Quantity]:
    """The rates that table cells state in words ("Free") or as numbers under a header or caption that names percent."""
    for cell in provision.cells:
        start = cell.span.start - sentence.span.start
        if sentence.span.covers(cell.span):
            text = sentence.text[start : start + len(cell.span)]
            yield from duty_free(text, cell.span.start)
            yield from in_column(text, cell.header, caption, cell.span.start)


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are one, stated again or at the same place."""
    return one.span == other.span or (one.unit, one.value) == (other.unit, other.value)


def _ad_valorem(quantity: Quantity, value: Quantity | None) -> Quantity:
    """A specific duty as percent of the customs value; a range, and any other quantity, as it is."""
    if value is None or quantity.unit is not Unit.USD or not value.value or quantity.upper is not None:
        return quantity
    return replace(quantity, value=quantity.value * 100 / value.value, unit=Unit.PERCENT, upper=None, per="")


def _examples(sentence: Passage, found: Sequence[Named]) -> list[list[Named]]:
    """The amounts of a sentence, parted at semicolons and where a role comes again with another value."""
    examples: list[list[Named]] = []
    for amount in sorted(found, key=lambda amount: amount.place):
        if not examples or _begins_another(sentence, examples[-1], amount):
            examples.append([])
        examples[-1].append(amount)
    return examples


def _begins_another(sentence: Passage, example: Sequence[Named], amount: Named) -> bool:
    end = example[-1].place.end
    if _after_semicolon(sentence, end, amount.place.start) > end:
        return True
    said = {other.role: other.value for other in example}
    return amount.role is not Role.UNTOLD and said.get(amount.role, amount.value) != amount.value


def _bound(example: Sequence[Named], ordinary: Decimal | None, beside: Decimal | None) -> dict[str, Decimal]:
    """Each role's value, with what follows from the others.

    What is paid is measured against the most that the ordinary rate can be, or one from before; what is added, against
    the least it can be, or one `beside` it.
    """
    values = _by_addition(example) or _by_words(example)
    at_least, at_most = values.pop(Role.AT_LEAST, beside), values.pop(Role.AT_MOST, ordinary)
    if Role.TOTAL in values or RATE in values:
        values |= _base(at_most, values)
    elif Role.ADDITIONAL in values:
        values |= _base(at_least if at_least is not None else ordinary, values)
    if Role.TOTAL not in values and {Role.BASE, Role.ADDITIONAL} <= set(values):
        values[Role.TOTAL] = values[Role.BASE] + values[Role.ADDITIONAL]
    if Role.TOTAL in values:
        values[RATE] = values[Role.TOTAL]
    return {str(role): value for role, value in values.items()}


def _base(told: Decimal | None, values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {} if told is None or Role.BASE in values else {Role.BASE: told}


def _by_addition(example: Sequence[Named]) -> dict[str, Decimal]:
    """The three amounts of which two add up to the third; where several do, those whose words say so too."""
    fits: list[tuple[int, Span, dict[str, Decimal]]] = []
    for base, added, total in permutations(example, 3):
        roles = ((base, Role.BASE), (added, Role.ADDITIONAL), (total, Role.TOTAL))
        allowed = total.role in (Role.TOTAL, Role.UNTOLD) and Role.TOTAL not in (base.role, added.role)
        if allowed and abs(base.value + added.value - total.value) < _ROUNDED:
            told = sum(amount.role is role for amount, role in roles)
            fits.append((-told, base.place, {role: amount.value for amount, role in roles}))
    return min(fits, key=lambda fit: fit[:2])[2] if fits else {}


def _by_words(example: Sequence[Named]) -> dict[str, Decimal]:
    values: dict[str, Decimal] = {amount.role: amount.value for amount in example if amount.role is not Role.UNTOLD}
    told = {role: value for role, value in values.items() if role not in (Role.AT_LEAST, Role.AT_MOST)}
    untold = [a for a in example if a.role is Role.UNTOLD and a.value not in told.values()]
    if len({amount.value for amount in untold}) == 1:
        if Role.BASE in told and told.get(Role.ADDITIONAL) == told[Role.BASE]:
            # "at a rate of 4 percent it was charged 15 percent, and the 4 percent besides"
            return values | {Role.ADDITIONAL: untold[0].value}
        values |= _left_over(untold[0], example, told)
    return values


def _left_over(amount: Named, example: Sequence[Named], values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What the only amount without a role word is, by what the others are."""
    match sorted(values):
        case [] | [Role.BASE]:
            return {RATE: amount.value}
        case [Role.TOTAL]:
            return {Role.BASE: amount.value} if amount.value < values[Role.TOTAL] else {}
        case [Role.ADDITIONAL]:
            added = next(other for other in example if other.role is Role.ADDITIONAL)
            follows = amount.place > added.place and amount.value >= added.value
            return {Role.TOTAL if follows else Role.BASE: amount.value}
    return {}
