"""The schemas in schemas/ as validators of plain data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from checker import resources

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

SchemaName = Literal["instrument", "vocabulary", "criteria", "rule", "records", "cases", "sidecar", "reviews", "brand"]

_OF_TEXTS = {"title", "description", "examples", "type", "pattern", "maxLength"}


@cache
def validator(schema: SchemaName) -> Draft202012Validator:
    """The validator for one kind of file."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    contents, common = _contents(schema), _contents("common")
    definitions = {"": contents.get("$defs", {}), "common.schema.json": common["$defs"]}
    faster = extend(Draft202012Validator, {"items": _items, "uniqueItems": _unique})  # type: ignore[no-untyped-call]
    checked: Draft202012Validator = faster(
        _written_out(contents, "", definitions), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return checked


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


def _items(checking: Draft202012Validator, items: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword items. Most values of a pack stand in lists of sound texts, which need no closer look."""
    if not _sound_texts(items, instance):
        from jsonschema import Draft202012Validator

        yield from Draft202012Validator.VALIDATORS["items"](checking, items, instance, schema)


def _sound_texts(items: Mapping[str, Any], instance: object) -> bool:
    """Whether these items are to be texts and all of them are what they are to be."""
    if items.get("type") != "string" or not _OF_TEXTS.issuperset(items) or not isinstance(instance, list):
        return False
    pattern, longest = re.compile(items.get("pattern", "")), items.get("maxLength", float("inf"))
    return all(isinstance(text, str) and len(text) <= longest and pattern.search(text) for text in instance)


def _unique(_checking: object, _wanted: object, instance: object, _schema: object) -> Iterator[ValidationError]:
    """The keyword uniqueItems for texts: the library compares every item with every other, which can take minutes."""
    from jsonschema import ValidationError

    texts = [item for item in instance if isinstance(item, str)] if isinstance(instance, list) else []
    if len(set(texts)) < len(texts):
        yield ValidationError("an item stands twice")
