"""Quantities told in one line each, so that a table of examples can be checked by eye."""

from __future__ import annotations

from decimal import Decimal

from checker.read.quantities import Comparator, Quantity, quantities


def told(text: str) -> list[str]:
    """Each quantity of a text as "words = comparator value unit per"."""
    return [f"{quantity.span.of(text)} = {_meaning(quantity)}" for quantity in quantities(text)]


def _meaning(quantity: Quantity) -> str:
    value = _plain(quantity.value) + (f" to {_plain(quantity.upper)}" if quantity.upper is not None else "")
    comparator = "" if quantity.comparator in (Comparator.EQUAL, Comparator.RANGE) else f"{quantity.comparator} "
    return f"{comparator}{value} {quantity.unit}" + (f" per {quantity.per}" if quantity.per else "")


def _plain(value: Decimal) -> str:
    return f"{round(value, 6).normalize():,f}"
