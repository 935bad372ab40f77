"""Nodes checked against their schema, every objection turned into an error with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.errors import Mark, RuleError
from checker.rulebook import scalars
from checker.rulebook.cap import first_of
from checker.rulebook.near import quoted, shortened
from checker.rulebook.nodes import Node
from checker.rulebook.prose import objections
from checker.rulebook.validator import SchemaName, validator


def check(node: Node, schema: SchemaName) -> list[RuleError]:
    """Everything in a file that its schema does not allow, and every unquoted word that can be read in two ways."""
    unclear = first_of(_unclear(node))
    places = {error.mark for error in unclear}
    found = validator(schema).iter_errors(_value(node))
    errors = (error for objection in found for error in objections(node, objection) if error.mark not in places)
    return unclear + first_of(_once(errors))


def _value(node: Node) -> object:
    """The node as plain data, in which an unclear word is no text."""
    if node.kind == "list":
        return [_value(item) for item in node.items]
    if node.kind == "map":
        return {key.text: _value(value) for key, value in node.pairs}
    return node.text if node.quoted else scalars.value(node.text)


def _unclear(node: Node) -> Iterator[RuleError]:
    if node.kind == "text" and node.text and not node.quoted:
        meaning = scalars.value(node.text)
        if isinstance(meaning, scalars.Unclear):
            message = f"without quotes, {shortened(node.text)} can be read as {meaning.kind}"
            yield RuleError(message, node.mark, f"write {quoted(node.text)}")
    for child in (*node.items, *(value for _, value in node.pairs)):
        yield from _unclear(child)


def _once(errors: Iterable[RuleError]) -> Iterator[RuleError]:
    """Each error once: a schema objects to every missing key by itself, our words name them together."""
    seen: set[tuple[Mark, str]] = set()
    for error in errors:
        if (error.mark, error.message) not in seen:
            yield error
        seen.add((error.mark, error.message))
