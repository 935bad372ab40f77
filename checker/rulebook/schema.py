"""Nodes checked against the schemas in schemas/, every objection turned into an error with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from checker import resources
from checker.errors import Mark, RuleError
from checker.rulebook import scalars
from checker.rulebook.cap import first_of
from checker.rulebook.near import quoted, shortened
from checker.rulebook.nodes import Node
from checker.rulebook.prose import objections

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

SchemaName = Literal["instrument", "vocabulary", "rule", "cases", "sidecar"]


def check(node: Node, schema: SchemaName) -> list[RuleError]:
    """Everything in a file that its schema does not allow, and every unquoted word that can be read in two ways."""
    unclear = first_of(_unclear(node))
    places = {error.mark for error in unclear}
    found = _validator(schema).iter_errors(_value(node))
    errors = (error for objection in found for error in objections(node, objection) if error.mark not in places)
    return unclear + first_of(_once(errors))


@cache
def _validator(schema: SchemaName) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    contents, common = _contents(schema), _contents("common")
    definitions = {"": contents.get("$defs", {}), "common.schema.json": common["$defs"]}
    written_out = _written_out(contents, "", definitions)
    dates = Draft202012Validator.FORMAT_CHECKER
    checking: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"uniqueItems": _unique}
    )
    return checking(written_out, format_checker=dates)


def _contents(schema: str) -> dict[str, Any]:
    path = resources.data("schemas") / f"{schema}.schema.json"
    contents: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return contents


def _written_out(part: Any, file: str, definitions: Mapping[str, Mapping[str, Any]]) -> Any:
    """A part of a schema with what its references stand for.

    Titles and descriptions beside a reference then come into the error messages, and no reference is looked up again
    for every value of a file.
    """
    if isinstance(part, list):
        return [_written_out(item, file, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    beside = {
        key: _written_out(value, file, definitions) for key, value in part.items() if key not in ("$ref", "$defs")
    }
    if "$ref" not in part:
        return beside
    other, _, name = part["$ref"].partition("#/$defs/")
    return {**_written_out(definitions[other or file][name], other or file, definitions), **beside}


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


def _unique(_validator: object, _wanted: object, items: object, _schema: object) -> Iterator[ValidationError]:
    """The keyword uniqueItems for texts: the library compares every item with every other, which can take minutes."""
    from jsonschema import ValidationError

    texts = [item for item in items if isinstance(item, str)] if isinstance(items, list) else []
    if len(set(texts)) < len(texts):
        yield ValidationError("an item stands twice")
