"""One malformed file per message: put into a sound pack, it makes loading end in exactly the words beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rulebook.conftest import TESTS

BROKEN = TESTS / "broken"
REPLACES = {
    "cases": "port-access.cases.yaml",
    "instrument": "instrument.yaml",
    "rule": "port-access.yaml",
    "vocabulary": "vocabulary/fishing.yaml",
}
"""Folder of tests/broken -> the file of the pack whose place its files take."""


@pytest.mark.parametrize("broken", sorted(BROKEN.glob("*/*.yaml")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_malformed_file_is_refused_in_these_words(broken: Path, mini: Path, refusal: Callable[[], str]) -> None:
    (mini / REPLACES[broken.parent.name]).write_bytes(broken.read_bytes())
    assert refusal() + "\n" == broken.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_malformed_file_has_its_message_and_every_message_its_file() -> None:
    files = {file.with_suffix("") for file in BROKEN.glob("*/*.yaml")}
    assert files
    assert files == {file.with_suffix("") for file in BROKEN.glob("*/*.txt")}
