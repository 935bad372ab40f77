"""Every output that has a place for it says by which edition of the rules it came about."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from checker.model.commitment import Edition
from checker.render import RENDERERS, Options
from tests.render.factory import report

NO_PLACE = {"text", "github", "gitlab", "rows", "pdf"}
"""Text is read by people and names the version only; the forms of the others leave no place; the PDF is `print`."""


def words_of(name: str, data: bytes) -> str:
    if name not in {"xlsx", "docx"}:
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))


@pytest.mark.parametrize("name", sorted(RENDERERS.keys() - NO_PLACE))
def test_version_and_hash_of_each_pack_are_told(name: str) -> None:
    rules = replace(report().rules, editions=(Edition("left", "2.7.1", "cd" * 32), Edition("right", "", "ef" * 32)))
    told = words_of(name, RENDERERS[name](replace(report(), rules=rules), Options()))
    for words in ("left", "2.7.1", "cd" * 6, "right", "ef" * 6):
        assert words in told


def test_text_names_the_version() -> None:
    assert "of us-japan-2025 0.1.0, as of" in RENDERERS["text"](report(), Options()).decode()
