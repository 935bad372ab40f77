"""Formulas as SQL. Numbers are compared by multiplying out: each is a numerator over a positive denominator.

Only where two different denominators meet in a sum or product is the division carried out, in floating point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """An expression of SQL; a number may stand over a denominator (`over`), which is positive or NULL."""

    text: str
    over: str = ""

    @property
    def known(self) -> str:
        """The condition that there is a value."""
        return f"({self.text} IS NOT NULL" + (f" AND {self.over} IS NOT NULL)" if self.over else ")")


_LONGEST_CODE = 12
# Up to so many codes are compared one by one, which is faster than cutting each cell to the length of the codes.
_FEW = 20
Known = Mapping[str, Sql]
"""What stands for each column and named value."""


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
            return known[name]
        case Arithmetic(sign=sign, left=left, right=right):
            return _arithmetic(sign, value(left, known), value(right, known))
        case Function(name="coalesce", parts=parts):
            return _first([value(part, known) for part in parts])
        case Function(name="abs", parts=(part,)):
            inner = value(part, known)
            return Sql(f"abs({inner.text})", inner.over)
        case Function(name=name, parts=parts):
            wins = ">=" if name == "max" else "<="
            return reduce(lambda a, b: _extreme(wins, a, b), [value(part, known) for part in parts])
        case Comparison() | Member() | Missing() | Logic():
            return Sql(condition(formula, known))
        case _:
            assert_never(formula)


def condition(formula: Formula, known: Known) -> str:
    """A formula that is a condition, as SQL; what a missing value leaves open is NULL, which counts as false."""
    match formula:
        case Logic(joint="not", parts=(part,)):
            return _denied(condition(part, known))
        case Logic(joint=joint, parts=parts):
            return "(" + f" {joint.upper()} ".join(condition(part, known) for part in parts) + ")"
        case Missing(part=part):
            return f"(NOT {value(part, known).known})"
        case Member(part=part, items=items):
            return _member(value(part, known).text, part.type, items)
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
    over = _product(left.over, right.over)
    first, second = _product(left.text, right.over), _product(right.text, left.over)
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


def _arithmetic(sign: str, left: Sql, right: Sql) -> Sql:
    if sign == "/":
        divisor = f"(CASE WHEN {right.text} > 0 THEN {right.text} END)"
        return Sql(_product(left.text, right.over), _product(left.over, divisor))
    if left.over and right.over and (sign == "*" or left.over != right.over):
        # Exact products of many decimals would leave the range of the database's numbers.
        left, right = _divided(left), _divided(right)
    if sign == "*":
        return Sql(_product(left.text, right.text), left.over or right.over)
    if left.over == right.over:
        return Sql(f"({left.text} {sign} {right.text})", left.over)
    first, second = _product(left.text, right.over), _product(right.text, left.over)
    return Sql(f"({first} {sign} {second})", left.over or right.over)


def _divided(number: Sql) -> Sql:
    return Sql(f"(({number.text})::DOUBLE / {number.over})")


def _extreme(sign: str, left: Sql, right: Sql) -> Sql:
    """The greater or the lesser of two numbers; NULL where one of them is."""
    wins, loses = compared(left, sign, right), compared(right, sign, left)
    over = "" if not (left.over or right.over) else _either(wins, left.over or "1", loses, right.over or "1")
    return Sql(_either(wins, left.text, loses, right.text), over)


def _either(wins: str, first: str, loses: str, second: str) -> str:
    return f"(CASE WHEN {wins} THEN {first} WHEN {loses} THEN {second} END)"


def _first(parts: Sequence[Sql]) -> Sql:
    if not any(part.over for part in parts):
        return Sql(f"coalesce({', '.join(part.text for part in parts)})")
    texts = " ".join(f"WHEN {part.known} THEN {part.text}" for part in parts)
    overs = " ".join(f"WHEN {part.known} THEN {part.over or '1'}" for part in parts)
    return Sql(f"(CASE {texts} END)", f"(CASE {overs} END)")


def _member(text: str, type_: Type, items: Sequence[str]) -> str:
    if type_ is not Type.CODE:
        return f"({text} IN ({', '.join(map(quoted, items))}))"
    # A cell may hold several codes, joined by blanks; then it is longer than any one code.
    several = f"len([code FOR code IN string_split({text}, ' ') IF {_under('code', items)}]) > 0"
    return f"(CASE WHEN strlen({text}) > {_LONGEST_CODE} THEN {several} ELSE {_under(text, items)} END)"


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
