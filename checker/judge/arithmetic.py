"""Arithmetic of rules: tests such as "total > max(15, base)" over the amounts of a statement."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from itertools import pairwise

_OPERATORS: Mapping[type[ast.AST], Callable[[Decimal, Decimal], Decimal | bool]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: Mapping[str, Callable[..., Decimal]] = {"max": max, "min": min}


class MissingError(Exception):
    """A test asks for an amount that the statement does not give."""


def holds(test: str, amounts: Mapping[str, Decimal]) -> bool:
    """Whether `test` is true of `amounts`.

    Raises MissingError where an amount it needs is not there, or is a zero that it divides by.
    """
    try:
        return bool(_value(_parsed(test), amounts))
    except (DivisionByZero, InvalidOperation) as error:
        raise MissingError("a divisor that is not zero") from error


@lru_cache(maxsize=1024)
def _parsed(test: str) -> ast.expr:
    return ast.parse(test, mode="eval").body


def _value(node: ast.expr, amounts: Mapping[str, Decimal]) -> Decimal | bool:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.Name(id=name):
            if name not in amounts:
                raise MissingError(name)
            return amounts[name]
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](Decimal(_value(left, amounts)), Decimal(_value(right, amounts)))
        case ast.BoolOp(op=op, values=values):
            truths = [bool(_value(value, amounts)) for value in values]
            return all(truths) if isinstance(op, ast.And) else any(truths)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, amounts)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -Decimal(_value(operand, amounts))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name](*(_value(argument, amounts) for argument in args))
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            numbers = [Decimal(_value(operand, amounts)) for operand in (left, *comparators)]
            return all(_OPERATORS[type(op)](a, b) for op, (a, b) in zip(ops, pairwise(numbers), strict=True))
    raise ValueError(f"not an expression of the rule language: {ast.dump(node)}")
