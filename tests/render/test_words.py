from __future__ import annotations

import re
import string
from enum import Enum
from pathlib import Path

import pytest

from checker.model.commitment import CommitmentKind, Strength
from checker.model.decision import Action, Cause, NoticeKind, Standing
from checker.model.document import Origin, State
from checker.model.finding import Level, Verdict
from checker.render.words import CATALOGUE, Words
from checker.resources import data

SOURCES = [*Path(data("reports")).rglob("*.j2"), *(Path(__file__).resolve().parents[2] / "checker").rglob("*.py")]
COUNTED = re.compile(r"_(one|many)$")
# The names of members and the families whose last part comes from the report.
BUILT = (
    "Verdict.",
    "meaning.",
    "Level.",
    "State.",
    "Origin.",
    "CommitmentKind.",
    "Strength.",
    "isolation.",
    "condition.c",
    "Action.",
    "Cause.",
    "Standing.",
    "NoticeKind.",
    "notice.",
    "beside.",
    "how.",
    "progress_bound.",
    "fail_on.",
    "Change.",
    "Because.",
)


@pytest.mark.parametrize(
    "enumeration",
    [Verdict, Level, State, Origin, CommitmentKind, Strength, Action, Cause, Standing, NoticeKind],
)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_member_of_the_model_has_a_name(enumeration: type[Enum], lang: str) -> None:
    names = [Words(lang).name(member) for member in enumeration]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_both_languages_are_filled_with_the_same_things(key: str) -> None:
    def fields(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}

    assert fields(CATALOGUE[key].en) == fields(CATALOGUE[key].ja)


def test_every_entry_is_used() -> None:
    text = "".join(source.read_text("utf-8") for source in SOURCES)
    keys = {COUNTED.sub("", key) for key in CATALOGUE if not key.startswith(BUILT)}
    assert [key for key in sorted(keys) if f'"{key}"' not in text and f"'{key}'" not in text] == []


def test_every_count_has_both_forms() -> None:
    singular = {key.removesuffix("_one") for key in CATALOGUE if key.endswith("_one")}
    assert singular == {key.removesuffix("_many") for key in CATALOGUE if key.endswith("_many")}


def test_a_count_agrees_with_its_number() -> None:
    words = Words("en")
    assert (words.count("n_documents", 1), words.count("n_documents", 2)) == ("1 document", "2 documents")


def test_words_from_outside_are_never_read_as_a_pattern() -> None:
    assert Words("en")("at", where="{key} %s") == "At: {key} %s"
