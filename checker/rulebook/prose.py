"""What a schema objects to, in words for the author of a rule: the schemas' own titles, descriptions and examples."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.errors import RuleError
from checker.rulebook.cap import MOST
from checker.rulebook.near import did_you_mean, listed, nearest, quoted, shortened, with_article
from checker.rulebook.nodes import Node

if TYPE_CHECKING:
    from jsonschema import ValidationError

Schema = Mapping[str, Any]
Words = Callable[[Node, Schema], Iterator[RuleError]]

_SHAPES = {"list": "a list", "map": "keys with values", "text": "a text"}
_TYPES = {"array": "a list", "object": "keys with values", "string": "a text", "number": "a number"}


def objections(root: Node, error: ValidationError) -> Iterator[RuleError]:
    """The errors that one objection of a schema to a file amounts to."""
    node = root
    for step in error.absolute_path:
        node = node[step] if isinstance(step, str) else node.items[step]
    if "propertyNames" in error.absolute_schema_path:
        node = node.key(str(error.instance))
    return _WORDS[str(error.validator)](node, error.schema)  # type: ignore[arg-type]  # our schemas are never booleans


def _unknown_keys(node: Node, schema: Schema) -> Iterator[RuleError]:
    known = schema["properties"]
    for key, value in node.pairs:
        if key.text not in known:
            near = did_you_mean(key.text, known)
            hint = "" if near else f"its keys are {listed(known)}"
            if value.kind == "text" and not value.quoted and not value.text:
                hint = "a text between { and } that holds a comma needs quotes"
            yield RuleError(f"unknown key {quoted(key.text)} in this {schema['title']}{near}", key.mark, hint)


def _missing_keys(node: Node, schema: Schema) -> Iterator[RuleError]:
    present = [key.text for key, _ in node.pairs]
    misspelt = {nearest(key, schema["properties"]) for key in present[:MOST]} if "properties" in schema else set()
    missing = [f'"{key}"' for key in schema["required"] if key not in present and key not in misspelt]
    if missing:
        yield RuleError(f"this {schema['title']} lacks {listed(missing)}", node.mark)


def _wrong_type(node: Node, schema: Schema) -> Iterator[RuleError]:
    wanted = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    expected = (
        f"{listed((_TYPES[name] for name in wanted), 'or')} {'are' if wanted == ['object'] else 'is'} expected here"
    )
    if node.kind == "text" and not node.quoted and "string" in wanted and node.text:
        yield RuleError(
            f"without quotes, {shortened(node.text)} is a number; {expected}", node.mark, f"write {quoted(node.text)}"
        )
        return
    found = "but there is nothing" if node.kind == "text" and not node.text else f"not {_SHAPES[node.kind]}"
    title = "" if schema["title"] == "text" else f"{schema['title']}: "
    yield RuleError(f"{title}{expected}, {found}", node.mark, _example(schema))


def _not_in_the_list(node: Node, schema: Schema) -> Iterator[RuleError]:
    known = schema["enum"]
    if node.kind != "text":
        yield RuleError(f"{schema['title']}: one word is expected here, not {_SHAPES[node.kind]}", node.mark)
        return
    near = did_you_mean(node.text, known)
    hint = "" if near else f"choose {listed(known, 'or')}"
    yield RuleError(f"{quoted(node.text)} is not {with_article(schema['title'])}{near}", node.mark, hint)


def _malformed(node: Node, schema: Schema) -> Iterator[RuleError]:
    if not node.text.strip():
        yield RuleError("a text is missing here", node.mark, "write at least one word")
        return
    message = f"{quoted(node.text)} is not {with_article(schema['title'])}: {schema['description']}"
    yield RuleError(message, node.mark, _example(schema))


def _other_format(node: Node, schema: Schema) -> Iterator[RuleError]:
    found = shortened(node.text) if node.kind == "text" else _SHAPES[node.kind]
    yield RuleError(f"this version of the checker reads format {schema['const']}, not {found}", node.mark)


def _empty(node: Node, schema: Schema) -> Iterator[RuleError]:
    yield RuleError(f"{schema['title']}: nothing stands between the brackets", node.mark, _example(schema))


def _repeated(node: Node, _schema: Schema) -> Iterator[RuleError]:
    seen: set[str] = set()
    for item in node.items:
        if item.text in seen:
            yield RuleError(f"{quoted(item.text)} stands twice in this list", item.mark, "keep one of them")
        seen.add(item.text)


def _too_long(node: Node, schema: Schema) -> Iterator[RuleError]:
    yield RuleError(f"{schema['title']}: longer than {schema['maxLength']} characters", node.mark)


def _neither(node: Node, schema: Schema) -> Iterator[RuleError]:
    wanted = [f'"{key}"' for option in schema["anyOf"] for key in option["required"]]
    yield RuleError(f"this {schema['title']} has neither {listed(wanted, 'nor')}", node.mark, "one of them is enough")


def _not_exactly_one(node: Node, schema: Schema) -> Iterator[RuleError]:
    wanted = [key for option in schema["oneOf"] for key in option["required"]]
    present = [f'"{key.text}"' for key, _ in node.pairs if key.text in wanted]
    if present:
        hint = "keep one of them and give the other a criterion of its own"
        yield RuleError(f"this {schema['title']} has more than one condition: {listed(present)}", node.mark, hint)
    else:
        keys = listed((f'"{key}"' for key in wanted), "or")
        yield RuleError(f"this {schema['title']} has no condition: it needs {keys}", node.mark)


def _out_of_place(node: Node, schema: Schema) -> Iterator[RuleError]:
    for key, needed in schema["dependentRequired"].items():
        if node.get(key) is not None and any(node.get(other) is None for other in needed):
            message = f'the key "{key}" belongs to {with_article(schema["title"])} with "{needed[0]}"'
            yield RuleError(message, node.key(key).mark, "delete it here")


def _example(schema: Schema) -> str:
    example = next(iter(schema.get("examples", ())), None)
    if example is None:
        return ""
    return f"for example: {example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)}"


_WORDS: Mapping[str, Words] = {
    "additionalProperties": _unknown_keys,
    "anyOf": _neither,
    "const": _other_format,
    "dependentRequired": _out_of_place,
    "enum": _not_in_the_list,
    "format": _malformed,
    "maxLength": _too_long,
    "minItems": _empty,
    "minProperties": _empty,
    "oneOf": _not_exactly_one,
    "pattern": _malformed,
    "required": _missing_keys,
    "type": _wrong_type,
    "uniqueItems": _repeated,
}
