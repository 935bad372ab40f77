"""Nodes checked against the schemas in schemas/, every objection turned into an error with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from checker import resources
from checker.errors import RuleError
from checker.rulebook import scalars
from checker.rulebook.nodes import Node
from checker.rulebook.prose import objections

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SchemaName = Literal["instrument", "vocabulary", "rule", "cases", "sidecar"]


def check(node: Node, schema: SchemaName) -> list[RuleError]:
    """Everything in a file that its schema does not allow."""
    validator = _validator(schema)
    found = (error for objection in validator.iter_errors(_value(node)) for error in objections(node, objection))
    return list(_once(found))


@cache
def _validator(schema: SchemaName) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    common = Resource.from_contents(_contents("common"))
    registry = Registry().with_resource("common.schema.json", common)
    dates = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(_contents(schema), registry=registry, format_checker=dates)


def _contents(schema: str) -> dict[str, Any]:
    path = resources.data("schemas") / f"{schema}.schema.json"
    contents: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return contents


def _value(node: Node) -> object:
    """The node as plain data; an unquoted word whose meaning readers dispute is no text, so that a schema objects."""
    if node.kind == "list":
        return [_value(item) for item in node.items]
    if node.kind == "map":
        return {key.text: _value(value) for key, value in node.pairs}
    return node.text if node.quoted else scalars.value(node.text)


def _once(errors: Iterable[RuleError]) -> Iterator[RuleError]:
    """Each error once: a schema objects to every missing key by itself, our words name them together."""
    seen: set[tuple[int, int, str]] = set()
    for error in errors:
        same = (error.mark.line, error.mark.column, error.message)
        if same not in seen:
            yield error
        seen.add(same)
