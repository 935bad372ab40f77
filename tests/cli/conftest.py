"""The program run on arguments, with what it wrote where."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.cli.program import status_of

TOY_PACK = str(Path(__file__).parents[1] / "toy_pack")


@dataclass(frozen=True)
class Outcome:
    """How the program ended and what it said."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


Program = Callable[..., Outcome]


@pytest.fixture
def program(capfd: pytest.CaptureFixture[str]) -> Program:
    """Runs the program in this process; documents are still read in worker processes."""

    def call(*arguments: str | Path) -> Outcome:
        capfd.readouterr()
        status = status_of([str(argument) for argument in arguments])
        return Outcome(status, *capfd.readouterr())

    return call


@pytest.fixture
def toy(program: Program) -> Program:
    """`checker check` with the toy rules, as of a fixed date."""

    def call(*arguments: str | Path) -> Outcome:
        return program("check", "--rules", TOY_PACK, "--as-of", "2026-04-01", *arguments)

    return call


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with a document that breaks the toy commitment, one that keeps it, one that is silent."""
    folder = tmp_path / "filings"
    folder.mkdir()
    (folder / "close.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    (folder / "open.txt").write_text("The guard shall open the north gate at dawn.\n", "utf-8")
    (folder / "silent.txt").write_text("The harvest was good.\n", "utf-8")
    return folder
