"""Formulas as SQL, exact: a number is a numerator over a positive denominator, and nothing is ever divided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import reduce
from typing import assert_never

from checker.records.formula import (
    Arithmetic,
    Comparison,
    Constant,
    Formula,
    Function,
    Logic,
    Member,
    Missing,
    Name,
    Type,
)


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression of SQL; a number may stand over a denominator (`over`), which is positive where `text` is known."""

    text: str
    over: str = ""

    @property
    def known(self) -> str:
        """The condition that there is a value."""
        return f"({self.text} IS NOT NULL)"


NOTHING = Sql("NULL")
"""What stands for a column that a table lacks."""


@dataclass(frozen=True, slots=True)
class Known:
    """What stands for each column and named value; `answers` stand for conditions found out beforehand."""

    values: Mapping[str, Sql]
    answers: Mapping[Formula, str] = field(default_factory=dict)

    def with_value(self, name: str, found: Sql) -> Known:
        """This and a named value."""
        return Known({**self.values, name: found}, self.answers)


_LONGEST_CODE = 12
# Up to so many codes are compared one by one, which is faster than cutting each cell to the length of the codes.
_FEW = 20
_PLACES = 6


def quoted(text: str) -> str:
    """`text` as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """`name` as an identifier of SQL."""
    return '"' + name.replace('"', '""') + '"'


def value(formula: Formula, known: Known) -> Sql:
    """A formula that is no condition."""
    match formula:
        case Constant(type=Type.DATE, value=text):
            return Sql(f"DATE {quoted(text)}")
        case Constant(type=Type.NUMBER, value=text):
            return Sql(text)
        case Constant(value=text):
            return Sql(quoted(text))
        case Name(name=name):
            return known.values[name]
        case Arithmetic(sign=sign, left=left, right=right):
            return _arithmetic(sign, value(left, known), value(right, known))
        case Function(name="coalesce", parts=parts):
            return _first([value(part, known) for part in parts])
        case Function(name="abs", parts=(part,)):
            inner = value(part, known)
            return NOTHING if inner == NOTHING else Sql(f"abs({inner.text})", inner.over)
        case Function(name=name, parts=parts):
            wins = ">=" if name == "max" else "<="
            return reduce(lambda a, b: _extreme(wins, a, b), [value(part, known) for part in parts])
        case Comparison() | Member() | Missing() | Logic():
            return Sql(condition(formula, known))
        case _:
            assert_never(formula)


def condition(formula: Formula, known: Known) -> str:
    """A formula that is a condition, as SQL; what a missing value leaves open is NULL, which counts as false."""
    if formula in known.answers:
        return known.answers[formula]
    match formula:
        case Logic(joint="not", parts=(part,)):
            return _denied(condition(part, known))
        case Logic(joint=joint, parts=parts):
            return "(" + f" {joint.upper()} ".join(condition(part, known) for part in parts) + ")"
        case Missing(part=part):
            return f"(NOT {value(part, known).known})"
        case Member(part=part):
            return member(value(part, known).text, formula)
        case Comparison(left=left, sign="!=", right=right):
            # What is missing is unequal to everything.
            return _denied(compared(value(left, known), "==", value(right, known)))
        case Comparison(left=left, sign=sign, right=right):
            return compared(value(left, known), sign, value(right, known))
        case _:
            raise ValueError(f"not a condition: {formula}")


def _denied(found: str) -> str:
    return f"(NOT coalesce({found}, false))"


def compared(left: Sql, sign: str, right: Sql, tolerance: str = "0") -> str:
    """Two values compared by multiplying out; equal are those that differ by at most `tolerance`; NULL if unknown."""
    if NOTHING in (left, right):
        return NOTHING.text
    first, second, over = _alike(left, right)
    if tolerance == "0":
        return f"({first} {'=' if sign == '==' else '<>' if sign == '!=' else sign} {second})"
    slack = _product(tolerance, over)
    match sign:
        case "==":
            return f"(abs({first} - {second}) <= {slack})"
        case "!=":
            return f"(abs({first} - {second}) > {slack})"
        case "<=":
            return f"({first} - {second} <= {slack})"
        case ">=":
            return f"({second} - {first} <= {slack})"
        case _:
            return f"({first} {sign} {second})"


def _alike(left: Sql, right: Sql) -> tuple[str, str, str]:
    """Two numerators over one denominator, and that denominator."""
    if left.over == right.over:
        return left.text, right.text, left.over
    return _product(left.text, right.over), _product(right.text, left.over), _product(left.over, right.over)


def _arithmetic(sign: str, left: Sql, right: Sql) -> Sql:
    if NOTHING in (left, right):
        return NOTHING
    match sign:
        case "/":
            return _quotient(left, right)
        case "*":
            return Sql(_product(left.text, right.text), _product(left.over, right.over))
        case _:
            first, second, over = _alike(left, right)
            return Sql(f"({first} {sign} {second})", over)


def _quotient(left: Sql, right: Sql) -> Sql:
    """A number divided by a positive one; by anything else there is no value."""
    if inverse := _inverse(right.text):
        return Sql(_product(left.text, inverse), left.over)
    positive = f"CASE WHEN {right.text} > 0 THEN"
    return Sql(
        f"({positive} {_product(left.text, right.over)} END)", _product(left.over, f"({positive} {right.text} END)")
    )


def _inverse(text: str) -> str:
    """One divided by a constant, where that is a short decimal, as 0.01 for 100; "" elsewhere."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return ""
    inverse = round(1 / number, _PLACES) if number > 0 else Decimal(0)
    return format(inverse.normalize(), "f") if inverse * number == 1 else ""


def _extreme(sign: str, left: Sql, right: Sql) -> Sql:
    """The greater or the lesser of two numbers; NULL where one of them is."""
    if NOTHING in (left, right):
        return NOTHING
    first, second, over = _alike(left, right)
    return Sql(f"(CASE WHEN {first} {sign} {second} THEN {first} WHEN {second} {sign} {first} THEN {second} END)", over)


def _first(parts: Sequence[Sql]) -> Sql:
    there = [part for part in parts if part != NOTHING] or [NOTHING]
    if len(there) == 1:
        return there[0]
    if not any(part.over for part in there):
        return Sql(f"coalesce({', '.join(part.text for part in there)})")
    texts = " ".join(f"WHEN {part.known} THEN {part.text}" for part in there)
    overs = " ".join(f"WHEN {part.known} THEN {part.over or '1'}" for part in there)
    return Sql(f"(CASE {texts} END)", f"(CASE {overs} END)")


def member(text: str, asked: Member) -> str:
    """Whether the expression `text` is among the items of a membership, or a code under one of them."""
    if text == NOTHING.text:
        return text
    if asked.part.type is not Type.CODE:
        return f"({text} IN ({', '.join(map(quoted, asked.items))}))"
    # A cell may hold several codes, joined by blanks; then it is longer than any one code.
    several = f"len([code FOR code IN string_split({text}, ' ') IF {_under('code', asked.items)}]) > 0"
    return f"(CASE WHEN strlen({text}) > {_LONGEST_CODE} THEN {several} ELSE {_under(text, asked.items)} END)"


def _under(code: str, items: Sequence[str]) -> str:
    """Whether a code is one of `items` or lies under it."""
    if len(items) <= _FEW:
        return "(" + " OR ".join(f"starts_with({code}, {quoted(item)})" for item in items) + ")"
    lengths = sorted({len(item) for item in items})
    parts = (
        f"substr({code}, 1, {length}) IN ({', '.join(quoted(item) for item in items if len(item) == length)})"
        for length in lengths
    )
    return f"({' OR '.join(parts)})"


def _product(left: str, right: str) -> str:
    if not left or not right:
        return left or right
    return left if right == "1" else right if left == "1" else f"({left} * {right})"
