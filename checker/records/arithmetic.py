"""The arithmetic of one row written out, exactly: what was put in, what came out, what was stated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from checker.records.formula import Arithmetic, Comparison, Constant, Formula, Function, Name, Type, names_in
from checker.records.plan import Plan

Cell = Decimal | date | str | None
Value = Fraction | str | None
"""A number as a fraction, a text or day as a text, or nothing."""

_PLACES = Decimal("0.0001")
# The digits that a quotient of two of the longest numbers needs, and its decimals, with room to spare.
_LONG = Context(prec=100, rounding=ROUND_HALF_UP)
_SIGNS = {"*": "×", "/": "÷", "-": "−"}
RELATIONS = {"==": "", "<=": "at most ", "<": "less than ", ">=": "at least ", ">": "more than ", "!=": "other than "}
"""What stands before an expected value, by the sign of the comparison."""


def evaluated(formula: Formula, known: Mapping[str, Value]) -> Value:
    """What a formula that is no condition comes to; None where something it needs is missing."""
    match formula:
        case Constant(type=Type.NUMBER, value=text):
            return Fraction(text)
        case Constant(value=text):
            return text
        case Name(name=name):
            return known.get(name)
        case Function(name="coalesce", parts=parts):
            return next((found for part in parts if (found := evaluated(part, known)) is not None), None)
        case Function(name=name, parts=parts):
            return _function(name, [evaluated(part, known) for part in parts])
        case Arithmetic(sign=sign, left=left, right=right):
            return _combined(sign, evaluated(left, known), evaluated(right, known))
        case _:
            return None


def compared(comparison: Comparison, known: Mapping[str, Value], tolerance: Fraction) -> bool:
    """Whether a comparison of two numbers, both of which are known, holds; equal are those within the tolerance."""
    left, right = evaluated(comparison.left, known), evaluated(comparison.right, known)
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        raise TypeError("a total is compared with a number")
    match comparison.sign:
        case "==":
            return abs(left - right) <= tolerance
        case "!=":
            return abs(left - right) > tolerance
        case "<=":
            return left - right <= tolerance
        case ">=":
            return right - left <= tolerance
        case "<":
            return left < right
        case ">":
            return left > right


def values(plan: Plan, cells: Mapping[str, Cell]) -> dict[str, Value]:
    """The columns and named values of one row."""
    known: dict[str, Value] = {name: _value(cell) for name, cell in cells.items()}
    for name, formula in plan.values.items():
        known[name] = evaluated(formula, known)
    return known


def written(plan: Plan, expect: Comparison, known: Mapping[str, Value]) -> str:
    """The steps to the two sides of a comparison: "column1 = 4.7; due = max(15, 4.7) = 15; stated 19.7, ..."."""
    asked = set(names_in(expect))
    for name in reversed(list(plan.values)):
        if name in asked:
            asked.update(names_in(plan.values[name]))
    steps = [_step(name, formula, known) for name, formula in plan.values.items() if name in asked]
    stated, expected = stated_and_expected(expect, known)
    return "; ".join([*steps, f"stated {stated}, expected {expected}"])


def stated_and_expected(expect: Comparison, known: Mapping[str, Value]) -> tuple[str, str]:
    """Both sides of a comparison in words; the right one with its relation unless that is equality."""
    stated, expected = shown(evaluated(expect.left, known)), shown(evaluated(expect.right, known))
    return stated, RELATIONS[expect.sign] + expected


def shown(value: Value) -> str:
    """A value for people: at most four decimals, and "not given" where there is none."""
    if value is None:
        return "not given"
    if isinstance(value, str):
        return value
    number = _LONG.divide(Decimal(value.numerator), Decimal(value.denominator))
    rounded = number.quantize(_PLACES, context=_LONG) if number != number.to_integral_value() else number
    text = format(rounded, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _step(name: str, formula: Formula, known: Mapping[str, Value]) -> str:
    worked, result = _written(formula, known), shown(known[name])
    return f"{name} = {result}" if worked == result else f"{name} = {worked} = {result}"


def _written(formula: Formula, known: Mapping[str, Value]) -> str:
    """A formula with its values put in; of a coalesce, the part that was taken."""
    match formula:
        case Function(name="coalesce", parts=parts):
            taken = next((part for part in parts if evaluated(part, known) is not None), parts[-1])
            return _written(taken, known)
        case Function(name=name, parts=parts):
            return f"{name}({', '.join(_written(part, known) for part in parts)})"
        case Arithmetic(sign=sign, left=left, right=right):
            return f"{_inner(left, known)} {_SIGNS.get(sign, sign)} {_inner(right, known)}"
        case _:
            return shown(evaluated(formula, known))


def _inner(formula: Formula, known: Mapping[str, Value]) -> str:
    text = _written(formula, known)
    return f"({text})" if isinstance(formula, Arithmetic) and formula.sign in ("+", "-") else text


def _value(cell: Cell) -> Value:
    if isinstance(cell, Decimal):
        return Fraction(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _function(name: str, parts: list[Value]) -> Value:
    numbers = [part for part in parts if isinstance(part, Fraction)]
    if len(numbers) < len(parts):
        return None
    return abs(numbers[0]) if name == "abs" else max(numbers) if name == "max" else min(numbers)


def _combined(sign: str, left: Value, right: Value) -> Value:
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        return None
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right if right > 0 else None
