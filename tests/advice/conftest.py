"""A copy of the toy pack that a test may change, and the advice on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import rulebook
from checker.advice import advise
from checker.model.document import Problem

TOY = Path(__file__).resolve().parents[1] / "toy_pack"

Advised = Callable[..., list[Problem]]
"""The advice on the toy pack after replacing `old` by `new` in one of its files."""


@pytest.fixture
def advised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Advised:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TOY, "toy")

    def call(old: str = "", new: str = "", file: str = "open-gate.yaml") -> list[Problem]:
        path = Path("toy", file)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return list(advise(rulebook.inspect(["toy"])))

    return call
