"""A rule pack that a test may change, and what loading it says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.rulebook import load

TESTS = Path(__file__).resolve().parents[1]
MINI = TESTS / "packs" / "mini"


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack `mini` in the working directory, so that errors call its files mini/..."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINI, "mini")
    return Path("mini")


@pytest.fixture
def refusal(mini: Path) -> Callable[[], str]:
    """Says what loading the pack in the working directory, with its cases, ends in."""

    def message() -> str:
        with pytest.raises(CheckerError) as caught:
            load([str(mini)], with_cases=True)
        return str(caught.value)

    return message
