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

MORE = """\
format: 1
cases:
  - {id: one, lang: en, document: Fees are equal., verdict: compliant, evidence: Fees are equal, why: equal}
  - {id: two, lang: en, document: Fees differ., verdict: violation, evidence: Fees differ, why: unequal}
  - {id: three, lang: en, document: Fees may differ., verdict: needs_review, why: open}
  - {id: four, lang: en, document: It rains., verdict: not_addressed, why: rain}
  - {id: five, lang: en, document: It pours., verdict: not_addressed, why: rain}
  - {id: six, lang: en, document: It snows., verdict: not_addressed, why: snow}
"""


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack `mini` in the working directory, so that errors call its files mini/..."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINI, "mini")
    return Path("mini")


@pytest.fixture
def complete(mini: Path) -> Path:
    """The pack `mini` with cases for each of its rules."""
    for rule in ("landing-duty-ceiling", "same-licence-fees"):
        (mini / f"{rule}.cases.yaml").write_text(MORE, encoding="utf-8")
    return mini


@pytest.fixture
def refusal(mini: Path) -> Callable[[], str]:
    """Says what loading the pack in the working directory, with its cases, ends in."""

    def message() -> str:
        with pytest.raises(CheckerError) as caught:
            load([str(mini)], with_cases=True)
        return str(caught.value)

    return message
