"""The schemas are sound, know the same words as the model, and describe themselves to editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from checker import resources
from checker.model.commitment import CommitmentKind, Exceptions, InputKind, Modality, Rank, Sense, Strength
from checker.model.finding import Level
from checker.read.standing import BESIDE, OPEN

FILES = ("common", "instrument", "vocabulary", "criteria", "rule", "cases")


def schema(name: str) -> dict[str, Any]:
    contents: dict[str, Any] = json.loads(
        (resources.data("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return contents


def subschemas(part: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every described value in a schema: what stands under properties, items and $defs."""
    for key, value in part.items() if isinstance(part, dict) else ():
        if key in ("properties", "$defs"):
            for name, described in value.items():
                yield f"{place}/{name}", described
                yield from subschemas(described, f"{place}/{name}")
        elif (
            key in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict) and "if" not in value
        ):
            yield f"{place}/{key}", value
            yield from subschemas(value, f"{place}/{key}")


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_valid_and_says_which_draft_it_is_written_in(name: str) -> None:
    contents = schema(name)
    assert contents["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(contents)


@pytest.mark.parametrize("name", FILES[1:])
def test_every_file_starts_with_its_format_number(name: str) -> None:
    contents = schema(name)
    assert contents["required"][0] == "format"
    assert contents["properties"]["format"] == {"$ref": "common.schema.json#/$defs/format"}
    assert schema("common")["$defs"]["format"]["const"] == 1


@pytest.mark.parametrize("name", FILES)
def test_every_value_has_a_title_and_a_description(name: str) -> None:
    described = dict(subschemas(schema(name)))
    assert described
    bare = [
        place for place, part in described.items() if "$ref" not in part and not {"title", "description"} <= set(part)
    ]
    # A condition on a case is no value of its own.
    assert bare in ([], ["/decided"])


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_one(name: str) -> None:
    registry = Registry().with_resources(
        (f"{file}.schema.json", Resource.from_contents(schema(file))) for file in FILES
    )
    definitions = schema(name).get("$defs", {})
    for place, part in subschemas(schema(name)):
        for example in part.get("examples", ()):
            validator = Draft202012Validator({"$defs": definitions, **part}, registry=registry)
            assert validator.is_valid(example), (place, example)


ENUMS: dict[str, type[StrEnum]] = {
    "/kind": CommitmentKind,
    "/strength": Strength,
    "/severity": Level,
    "/applies_to/items": InputKind,
    "/criterion/rank": Rank,
    "/criterion/sense": Sense,
    "/criterion/modality/items": Modality,
    "/criterion/exception": Exceptions,
}


def test_the_forces_that_may_count_are_those_short_of_an_act() -> None:
    counts = dict(subschemas(schema("common")))["/forces/items"]["enum"]
    assert counts == [str(standing) for standing in (*OPEN, *BESIDE)]


@pytest.mark.parametrize("place", ENUMS)
def test_the_schema_of_rules_knows_the_words_of_the_model(place: str) -> None:
    described = {**dict(subschemas(schema("common"))), **dict(subschemas(schema("rule")))}
    assert described[place]["enum"] == [member.value for member in ENUMS[place]]
