"""Pictures of pages in a report that is made later from the JSON: drawn anew where the documents are at hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.resources import data
from tests.cli.conftest import Program

SAMPLES = data("rules") / "us-japan-2025" / "samples"
NAME = "kokuji-beikokusei-joyosha.pdf"


@pytest.fixture
def results(program: Program, tmp_path: Path) -> Path:
    folder = tmp_path / "filings"
    folder.mkdir()
    shutil.copy(SAMPLES / NAME, folder / NAME)
    command = ("check", folder, "--as-of", "2026-04-01", "--fail-on", "never", "--no-cache")
    program(*command, "-o", f"json={folder / 'findings.json'}", "-o", f"html={folder / 'run.html'}")
    return folder / "findings.json"


def test_the_page_made_later_is_the_page_of_the_run(program: Program, results: Path) -> None:
    later = program("report", results, "--format", "html")
    assert "data:image/webp;base64," in later.stdout
    assert later.stdout.encode() == results.with_name("run.html").read_bytes()


def test_documents_elsewhere_are_named_with_an_option(program: Program, results: Path, tmp_path: Path) -> None:
    moved = shutil.copy(results, tmp_path / "alone.json")
    alone = program("report", moved, "--format", "html")
    assert "data:image/webp" not in alone.stdout
    assert f"not the same or cannot be drawn: {NAME}." in alone.stderr
    assert "data:image/webp" in program("report", moved, "--format", "html", "--files", results.parent).stdout


def test_a_document_that_changed_gives_no_picture(program: Program, results: Path) -> None:
    with results.with_name(NAME).open("ab") as file:
        file.write(b"\n")
    later = program("report", results, "--format", "html")
    assert "data:image/webp" not in later.stdout
    assert NAME in later.stderr
    assert later.status == 0


def test_outputs_without_pictures_ask_for_no_document(program: Program, results: Path) -> None:
    results.with_name(NAME).unlink()
    assert program("report", results, "--format", "md").stderr == ""
