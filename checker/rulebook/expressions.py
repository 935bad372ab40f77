"""Tests of amounts: a small part of Python's expressions, checked before anything evaluates them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.model.commitment import AMOUNT_ROLES, FIGURE
from checker.rulebook.near import did_you_mean, listed

Fault = tuple[int, str, str]
"""The offset of a place in the expression, what is wrong there, and a hint."""

_COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_EXAMPLE = "a test is a comparison such as: total > max(15, base)"


@dataclass(frozen=True, slots=True)
class Names:
    """What a test may name: the amounts of a statement, and the parameters of its rule."""

    amounts: tuple[str, ...]
    parameters: Mapping[str, str]
    example: str

    @property
    def numeric(self) -> list[str]:
        """The parameters that are numbers."""
        return [parameter for parameter, value in self.parameters.items() if _NUMBER.fullmatch(value)]


def of_amounts(parameters: Mapping[str, str]) -> Names:
    """What a test of amounts may name."""
    return Names(AMOUNT_ROLES, parameters, _EXAMPLE)


def of_figure(parameters: Mapping[str, str]) -> Names:
    """What the test of a quantity may name."""
    return Names((FIGURE,), parameters, "a test is a comparison such as: figure >= 500000000")


def faults(test: str, known: Names) -> Iterator[Fault]:
    """Everything in an expression that is no comparison of amounts, numeric parameters and numbers."""
    indent = len(test) - len(test.lstrip())
    try:
        tree = ast.parse(test.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        column = getattr(error, "offset", None) or 1
        yield indent + column - 1, "this expression cannot be read", known.example
        return
    found = list(_truth(tree, known))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if not found and names.isdisjoint(known.amounts):
        hint = f"the amounts are {listed(known.amounts)}" if len(known.amounts) > 1 else known.example
        found.append((0, "this test uses no amount of a statement", hint))
    for offset, message, hint in found:
        yield indent + len(test.strip().encode()[:offset].decode()), message, hint


def filled_in(test: str, parameters: Mapping[str, str]) -> str:
    """A test without faults in which parameters are replaced by their numbers."""
    return re.sub(r"[a-z_][a-z0-9_]*", lambda name: parameters.get(name[0], name[0]), test.strip())


def _truth(node: ast.expr, known: Names) -> Iterator[Fault]:
    """The faults of a part that must be true or false."""
    match node:
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _truth(part, known)
        case ast.UnaryOp(op=ast.Not(), operand=part):
            yield from _truth(part, known)
        case ast.Compare(left=left, ops=signs, comparators=others) if all(isinstance(s, _COMPARISONS) for s in signs):
            for part in (left, *others):
                yield from _number(part, known)
        case _:
            yield node.col_offset, "a comparison is expected here, with < <= > >= == or !=", known.example


def _number(node: ast.expr, known: Names) -> Iterator[Fault]:
    """The faults of a part that must be a number."""
    match node:
        case ast.Name(id=name):
            yield from _name(node.col_offset, name, known)
        case ast.Constant(value=value) if type(value) in (int, float):
            pass
        case ast.BinOp(left=left, op=sign, right=right) if isinstance(sign, _ARITHMETIC):
            yield from _number(left, known)
            yield from _number(right, known)
        case ast.UnaryOp(op=ast.USub(), operand=part):
            yield from _number(part, known)
        case ast.Call(func=ast.Name(id="max" | "min"), args=[_, _, *_] as parts, keywords=[]):
            for part in parts:
                yield from _number(part, known)
        case _:
            hint = "use names, numbers, + - * / and parentheses, max(a, b) and min(a, b)"
            yield node.col_offset, "this cannot stand in a comparison of amounts", hint


def _name(offset: int, name: str, known: Names) -> Iterator[Fault]:
    if name in known.parameters and name not in known.numeric:
        yield offset, f'the parameter "{name}" is not a number', f"it is {known.parameters[name]}"
    elif name not in known.numeric and name not in known.amounts:
        names = [*known.amounts, *known.numeric]
        near = did_you_mean(name, names)
        yield (
            offset,
            f'"{name}" is neither an amount nor a parameter{near}',
            "" if near else f"there are {listed(names)}",
        )
