"""Formulas of record criteria: expressions of the rule language, read into typed parts before anything uses them."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Literal


class Type(StrEnum):
    """What a part of a formula is."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    CODE = "code"
    TRUTH = "truth"


Sign = Literal["<", "<=", ">", ">=", "==", "!="]
Operator = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text or a day (ISO) written in the formula or given as a parameter."""

    type: Type
    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """A column of the records or a named value."""

    type: Type
    name: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers added, subtracted, multiplied or divided."""

    sign: Operator
    left: Formula
    right: Formula
    type: Type = Type.NUMBER


@dataclass(frozen=True, slots=True)
class Function:
    """`max`, `min` and `abs` of numbers; `coalesce`, the first of its parts that is there."""

    name: str
    parts: tuple[Formula, ...]
    type: Type = Type.NUMBER


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two parts of one type compared; false where one of them is missing, save that a missing part is unequal."""

    left: Formula
    sign: Sign
    right: Formula
    type: Type = Type.TRUTH


@dataclass(frozen=True, slots=True)
class Member:
    """A text among others, or a code that equals one of `items` or lies under it."""

    part: Formula
    items: tuple[str, ...]
    type: Type = Type.TRUTH


@dataclass(frozen=True, slots=True)
class Missing:
    """Whether a row lacks a value."""

    part: Formula
    type: Type = Type.TRUTH


@dataclass(frozen=True, slots=True)
class Logic:
    """Truths joined by "and" or "or", or one denied by "not"."""

    joint: Literal["and", "or", "not"]
    parts: tuple[Formula, ...]
    type: Type = Type.TRUTH


Formula = Constant | Name | Arithmetic | Function | Comparison | Member | Missing | Logic


class FormulaError(Exception):
    """What is wrong in a formula: the offset of the place, a message and a hint."""

    def __init__(self, offset: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Names:
    """What a formula may speak of: columns and named values by type, parameters, and named sets."""

    types: Mapping[str, Type]
    parameters: Mapping[str, Constant] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_value(self, name: str, type_: Type) -> Names:
        """These names and a named value."""
        return Names({**self.types, name: type_}, self.parameters, self.sets)


_EXAMPLE = "a formula compares values, such as: stated_total <= max(15, column1_pct)"
_SIGNS: Mapping[type[ast.cmpop], Sign] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_OPERATORS: Mapping[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_CAN = (
    "use column names, parameters, numbers, texts in quotes, + - * /, < <= > >= == != in, and or not, "
    "max, min, abs, coalesce, missing"
)
_MOST_PARTS = 200


def parameter(text: str) -> Constant:
    """A parameter of a rule as a constant: a number, a day or a text, whichever it is written as."""
    if _is_number(text):
        return Constant(Type.NUMBER, text)
    return Constant(Type.DATE if _is_day(text) else Type.TEXT, text)


def read(text: str, names: Names, wanted: Sequence[Type]) -> Formula:
    """The formula written as `text`, of one of the types `wanted`. Raises FormulaError."""
    indent = len(text) - len(text.lstrip())
    body = text.strip()
    try:
        tree = ast.parse(body, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise FormulaError(indent + (getattr(error, "offset", None) or 1) - 1, *_unreadable(body)) from None
    if sum(1 for _ in ast.walk(tree)) > _MOST_PARTS:
        raise FormulaError(indent, "this formula is too long", "give its parts names under values:")
    try:
        found = _Reader(names).read(tree)
        if found.type not in wanted:
            raise FormulaError(0, f"{_noun(wanted[0])} is expected here, not {_noun(found.type)}", _EXAMPLE)
    except FormulaError as error:
        raise FormulaError(indent + len(body.encode()[: error.offset].decode()), error.message, error.hint) from None
    return found


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """What a formula is put together from; nothing for a name or a constant."""
    match formula:
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right):
            return left, right
        case Function(parts=parts) | Logic(parts=parts):
            return parts
        case Member(part=part) | Missing(part=part):
            return (part,)
        case Constant() | Name():
            return ()


def walk(formula: Formula, known: Container[Formula] = ()) -> Iterator[Formula]:
    """A formula and all it is put together from, save what is `known` and what only that is put together from."""
    if formula not in known:
        yield formula
        for part in parts_of(formula):
            yield from walk(part, known)


def names_in(formula: Formula, known: Container[Formula] = ()) -> Iterator[str]:
    """The columns and named values that a formula asks for, as they come, beside what is `known`."""
    return (part.name for part in walk(formula, known) if isinstance(part, Name))


@dataclass(frozen=True, slots=True)
class _Reader:
    names: Names

    def read(self, node: ast.expr) -> Formula:
        match node:
            case ast.BoolOp(op=op, values=parts):
                return Logic("and" if isinstance(op, ast.And) else "or", tuple(map(self.truth, parts)))
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return Logic("not", (self.truth(part),))
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return Arithmetic("-", Constant(Type.NUMBER, "0"), self.number(part))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return Arithmetic(_OPERATORS[type(op)], self.number(left), self.number(right))
            case ast.Compare():
                return self.compared(node)
            case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]):
                return self.called(node, name, parts)
            case ast.Name(id=name):
                return self.named(node, name)
            case ast.Constant(value=str() as text):
                return Constant(Type.TEXT, text)
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return Constant(Type.NUMBER, str(number))
            case _:
                raise FormulaError(node.col_offset, "this cannot stand in a formula", _CAN)

    def truth(self, node: ast.expr) -> Formula:
        return self.typed(node, Type.TRUTH)

    def number(self, node: ast.expr) -> Formula:
        return self.typed(node, Type.NUMBER)

    def typed(self, node: ast.expr, wanted: Type) -> Formula:
        part = self.read(node)
        if part.type is not wanted:
            raise FormulaError(node.col_offset, f"{_noun(wanted)} is expected here, not {_noun(part.type)}", _EXAMPLE)
        return part

    def named(self, node: ast.expr, name: str) -> Formula:
        if name in self.names.types:
            return Name(self.names.types[name], name)
        if name in self.names.parameters:
            return self.names.parameters[name]
        if name in self.names.sets:
            raise FormulaError(node.col_offset, f'"{name}" is a set; a set stands after "in"', f"hts in {name}")
        near = _near(name, [*self.names.types, *self.names.parameters])
        known = ", ".join(sorted(self.names.types))
        raise FormulaError(
            node.col_offset,
            f'"{name}" is neither a column of these records nor a value or parameter of the rule{near}',
            "" if near else f"there are {known}",
        )

    def called(self, node: ast.expr, name: str, nodes: list[ast.expr]) -> Formula:
        least = {"max": 2, "min": 2, "abs": 1, "coalesce": 2, "missing": 1}.get(name)
        if least is None:
            raise FormulaError(node.col_offset, f'there is no function "{name}" in formulas', _CAN)
        if len(nodes) < least or (least == 1 and len(nodes) > 1):
            count = "one part" if least == 1 else "two parts or more"
            raise FormulaError(node.col_offset, f"{name} takes {count} in parentheses", _EXAMPLE)
        if name == "missing":
            return Missing(self.read(nodes[0]))
        if name != "coalesce":
            return Function(name, tuple(map(self.number, nodes)))
        first = self.read(nodes[0])
        return Function(name, (first, *(self.typed(part, first.type) for part in nodes[1:])), first.type)

    def compared(self, node: ast.Compare) -> Formula:
        pairs = zip(node.ops, pairwise((node.left, *node.comparators)), strict=True)
        found = tuple(self.pair(op, left, right) for op, (left, right) in pairs)
        return found[0] if len(found) == 1 else Logic("and", found)

    def pair(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> Formula:
        if isinstance(op, ast.In | ast.NotIn):
            found = Member(self.member(left), self.items(right))
            return found if isinstance(op, ast.In) else Logic("not", (found,))
        sign = _SIGNS.get(type(op))
        if sign is None:
            raise FormulaError(right.col_offset, "this comparison cannot stand in a formula", _CAN)
        first, second = _alike(self.read(left), self.read(right))
        if first.type is not second.type or first.type is Type.TRUTH:
            message = f"{_noun(first.type)} cannot be compared with {_noun(second.type)}"
            raise FormulaError(right.col_offset, message, "a day is written as '2025-09-16', a text in quotes")
        if first.type is Type.CODE and sign not in ("==", "!="):
            raise FormulaError(right.col_offset, "a code is compared with == or in", "hts in ['8703']")
        return Comparison(first, sign, second)

    def member(self, node: ast.expr) -> Formula:
        part = self.read(node)
        if part.type not in (Type.TEXT, Type.CODE):
            raise FormulaError(node.col_offset, f'before "in" stands a text or a code, not {_noun(part.type)}')
        return part

    def items(self, node: ast.expr) -> tuple[str, ...]:
        match node:
            case ast.Name(id=name) if name in self.names.sets:
                return self.names.sets[name]
            case ast.List(elts=[_, *_] as parts) | ast.Tuple(elts=[_, *_] as parts):
                texts = [part.value for part in parts if isinstance(part, ast.Constant)]
                if len(texts) == len(parts) and all(isinstance(text, str) for text in texts):
                    return tuple(str(text) for text in texts)
        near = _near(node.id, self.names.sets) if isinstance(node, ast.Name) else ""
        raise FormulaError(
            node.col_offset, f'after "in" stands a set of this rule or a list of texts{near}', "origin in ['JP', 'US']"
        )


def _alike(left: Formula, right: Formula) -> tuple[Formula, Formula]:
    """Both parts, a text that is written as a day or a code taken for one where it is compared with one."""
    return _taken_for(left, right.type), _taken_for(right, left.type)


def _taken_for(part: Formula, other: Type) -> Formula:
    if not isinstance(part, Constant) or part.type is not Type.TEXT:
        return part
    fits = other is Type.CODE or (other is Type.DATE and _is_day(part.value))
    return Constant(other, part.value) if fits else part


def _unreadable(text: str) -> tuple[str, str]:
    if "=" in text.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", ""):
        return "this formula cannot be read", "to compare, write two equals signs: =="
    return "this formula cannot be read", _EXAMPLE


def _noun(type_: Type) -> str:
    return {
        Type.NUMBER: "a number",
        Type.TEXT: "a text",
        Type.DATE: "a day",
        Type.CODE: "a code",
        Type.TRUTH: "a condition",
    }[type_]


def _near(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    return f'; did you mean "{near[0]}"?' if near else ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False
