"""`checker doctor` says of every part whether it is there, what that means, and what to do where it is not."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import doctor, process
from tests.cli.conftest import Outcome, Program

PARTS = ("Program", "Readers", "Isolation", "Workers", "Rules", "OCR", "PDF output", "Japanese font", "Cache")


def told(said: str) -> dict[str, tuple[str, str]]:
    """The health of each part and all that is said of it."""
    blocks = re.split(r"\n(?=\S)", said.split("\n\n", maxsplit=1)[0])
    return {block[:15].strip(): (block[15:24].strip(), " ".join(block[24:].split())) for block in blocks}


def examined(program: Program, part: str, *options: str | Path) -> tuple[Outcome, str, str]:
    """What `checker doctor` does, the health of one part, and all that is said of it."""
    outcome = program("doctor", *options)
    return (outcome, *told(outcome.stdout)[part])


def test_every_part_is_told_with_what_it_means(program: Program, tmp_path: Path) -> None:
    outcome = program("doctor", "--cache-dir", tmp_path / "cache")
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.endswith("\n\nDocuments can be checked.\n")
    parts = told(outcome.stdout)
    assert tuple(parts) == PARTS
    assert {health for health, _ in parts.values()} <= {"ok", "missing"}
    assert parts["Cache"][0] == "ok"
    assert str(tmp_path) in parts["Cache"][1].replace(" ", "")
    assert "us-japan-2025" in parts["Rules"][1]
    assert max(map(len, outcome.stdout.splitlines())) <= 110


def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)


def no_list_of_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)


def no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/true")


def no_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)


@pytest.mark.parametrize(
    ("take_away", "part", "words"),
    [
        (no_ocr, "OCR", "scanned pages are not read"),
        (no_list_of_fonts, "Japanese font", "may come out as empty boxes"),
        (no_font, "Japanese font", "reading is not affected"),
        (no_weasyprint, "PDF output", "--format pdf is refused"),
    ],
)
def test_what_is_missing_is_told_with_what_to_do_and_breaks_nothing(
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    take_away: Callable[[pytest.MonkeyPatch], None],
    part: str,
    words: str,
) -> None:
    take_away(monkeypatch)
    outcome, health, said = examined(program, part)
    assert (outcome.status, health) == (0, "missing")
    assert words in said
    assert "what to do: " in said


def test_a_cache_that_cannot_be_used_is_told(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome, health, said = examined(program, "Cache", "--cache-dir", tmp_path / "file" / "cache")
    assert (outcome.status, health) == (0, "missing")
    assert "every run works everything out anew" in said


def no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PARSERS", ("lxml", "no-such-package"))


def no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", "pass"))


@pytest.mark.parametrize(
    ("take_away", "part", "words"),
    [(no_reader, "Readers", "missing: no-such-package"), (no_worker, "Isolation", "no document can be read")],
)
def test_what_is_broken_ends_with_3(
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    take_away: Callable[[pytest.MonkeyPatch], None],
    part: str,
    words: str,
) -> None:
    take_away(monkeypatch)
    outcome, health, said = examined(program, part)
    assert (outcome.status, health) == (3, "broken")
    assert words in said
    assert outcome.stdout.endswith("\n\nSomething is broken: see above.\n")
