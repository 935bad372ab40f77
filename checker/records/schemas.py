"""The kinds of records: their columns, what a cell of each holds, and the names people give them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from checker import resources
from checker.model.text import Bilingual

NAMES = ("tariff-line", "investment-project", "purchase", "cooperation-milestone")
"""The kinds of records there are, in the order in which a table is compared with them."""


class Cell(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DATE = "date"
    PERCENT = "percent"
    NUMBER = "number"
    CODE = "code"
    COUNTRY = "country"
    CHOICE = "choice"


DIGITS: Mapping[Cell, int] = {Cell.PERCENT: 6, Cell.NUMBER: 18}
"""How many digits a number may have before its decimal point."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a kind of records. `choices` are the values allowed; `above` is what a number must exceed."""

    name: str
    cell: Cell
    title: Bilingual
    description: str
    unit: str
    example: str
    required: bool
    choices: tuple[str, ...] = ()
    above: str = ""
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class RecordSchema:
    """A kind of records. `synonyms` are the headers people use, by column; `spellings` other words for choices."""

    name: str
    title: Bilingual
    columns: Mapping[str, Column]
    synonyms: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, Mapping[str, str]]


@cache
def record_schema(name: str) -> RecordSchema:
    """The kind of records of that name, one of NAMES."""
    contents = _contents(name)
    required = set(contents["required"])
    columns = {key: _column(key, part, key in required) for key, part in contents["properties"].items()}
    named = _named(name)
    return RecordSchema(
        name=name,
        title=Bilingual(contents["title"], contents["title_ja"]),
        columns=columns,
        synonyms={key: tuple(words) for key, words in named["columns"].items()},
        spellings={
            key: {str(other): value for value, others in words.items() for other in others}
            for key, words in named.get("values", {}).items()
        },
    )


def _contents(name: str) -> dict[str, Any]:
    contents: dict[str, Any] = json.loads((resources.data("schemas") / f"{name}.schema.json").read_text("utf-8"))
    return contents


def _named(name: str) -> dict[str, Any]:
    import yaml

    named: dict[str, Any] = yaml.safe_load((resources.data("schemas") / f"{name}.columns.yaml").read_text("utf-8"))
    return named


def _column(name: str, part: Mapping[str, Any], required: bool) -> Column:
    return Column(
        name=name,
        cell=_cell(part),
        title=Bilingual(part["title"], part["title_ja"]),
        description=part["description"],
        unit=part.get("unit", ""),
        example=str(part["examples"][0]),
        required=required,
        choices=tuple(part.get("enum", part.get("words", ()))),
        above=str(part.get("exclusiveMinimum", "")),
        scaled=part.get("scaled", False),
    )


def _cell(part: Mapping[str, Any]) -> Cell:
    if part["type"] == "number":
        return Cell.PERCENT if part["unit"] == "percent" else Cell.NUMBER
    if "enum" in part:
        return Cell.COUNTRY if part.get("format") == "country" else Cell.CHOICE
    return Cell(part.get("format", "text"))
