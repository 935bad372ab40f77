"""The gate that knows what was there before: `checker baseline` and `checker check --baseline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Program

CLOSE = "The guard shall close the north gate at noon.\n"


@pytest.fixture
def here(filings: Path, monkeypatch: pytest.MonkeyPatch, program: Program) -> Path:
    """The folder of the filings as the top of a repository, with its baseline written on 1 January."""
    monkeypatch.chdir(filings.parent)
    (filings.parent / ".git").mkdir()
    assert baseline(program, "write", as_of="2026-01-01").status == 0
    return filings


def baseline(program: Program, verb: str, *arguments: str, as_of: str = "2026-04-01") -> Outcome:
    return program("baseline", verb, "filings", "--rules", *RULES, "--as-of", as_of, *arguments)


RULES = (str(Path(__file__).parents[1] / "toy_pack"),)


def gate(toy: Program, *arguments: str) -> Outcome:
    return toy("filings", "--baseline", "checker-baseline.json", *arguments)


def test_what_is_known_does_not_fail_the_run_and_what_is_new_does(toy: Program, here: Path) -> None:
    assert gate(toy).status == 0
    (here / "new.txt").write_text(CLOSE, "utf-8")
    outcome = gate(toy, "--format", "json")
    assert outcome.status == 1
    assert {f["document"]: f["novelty"] for f in outcome.json["findings"] if f["novelty"]} == {
        "filings/close.txt": "known",
        "filings/new.txt": "new",
    }
    assert "1 new, 1 known, 0 fixed, 0 not looked at" in outcome.stderr


def test_the_text_and_the_page_say_what_is_new_known_and_fixed(toy: Program, here: Path) -> None:
    (here / "close.txt").unlink()
    (here / "new.txt").write_text("The Town will close the north gate on feast days.\n", "utf-8")
    outcome = gate(toy, "-o", f"html={here.parent / 'out.html'}")
    assert "✕ Violation (new) · Keep the north gate open" in outcome.stdout
    assert "  1 new, 0 known, 1 fixed, 0 not looked at\n" in outcome.stdout
    assert "  Fixed: filings/close.txt: Violation, open-gate\n" in outcome.stdout
    page = (here.parent / "out.html").read_text("utf-8")
    assert 'data-b="text:novelty">new</span>' in page
    assert "<li>Fixed: filings/close.txt: Violation, open-gate</li>" in page


def test_what_could_not_be_checked_is_never_known(program: Program, toy: Program, here: Path) -> None:
    (here / "blank.txt").touch()
    assert gate(toy).status == 3
    outcome = baseline(program, "write")
    assert outcome.status == 3
    assert "Wrote checker-baseline.json: 1 known" in outcome.stderr
    assert gate(toy).status == 3


def test_a_run_that_checked_nothing_leaves_the_baseline_as_it_was(program: Program, here: Path) -> None:
    for file in here.iterdir():
        file.unlink()
    before = (here.parent / "checker-baseline.json").read_bytes()
    assert baseline(program, "write").status == 4
    assert (here.parent / "checker-baseline.json").read_bytes() == before


def test_the_baseline_is_no_document(toy: Program, program: Program, here: Path) -> None:
    own = here / "known.json"
    assert program("baseline", "write", here, "--rules", *RULES, "--baseline", own).status == 0
    outcome = toy(here, "--baseline", own, "--format", "json")
    assert [document["path"] for document in outcome.json["documents"]] == [
        "filings/close.txt",
        "filings/open.txt",
        "filings/silent.txt",
    ]


def test_writing_again_keeps_the_dates(program: Program, here: Path) -> None:
    (here / "new.txt").write_text(CLOSE, "utf-8")
    assert baseline(program, "write").status == 0
    known = json.loads((here.parent / "checker-baseline.json").read_text("utf-8"))["known"]
    assert {entry["document"]: entry["since"] for entry in known} == {
        "filings/close.txt": "2026-01-01",
        "filings/new.txt": "2026-04-01",
    }


def test_how_the_baseline_stands(program: Program, here: Path) -> None:
    assert baseline(program, "check").status == 0
    outcome = baseline(program, "check", "--max-baseline-age", "30")
    assert outcome.status == 1
    assert outcome.stdout.splitlines() == [
        "0 new, 1 known, 0 fixed, 0 not looked at",
        "Known: severity 1 high; the oldest since 2026-01-01 (90 days); 1 without a reviewer's decision",
        "1 known for longer than allowed, which fail the run",
    ]
    (here / "close.txt").write_text("The harvest was good.\n", "utf-8")
    outcome = baseline(program, "check")
    assert outcome.status == 1
    assert outcome.stdout.splitlines() == [
        "0 new, 0 known, 1 fixed, 0 not looked at",
        "Fixed: filings/close.txt: Violation, open-gate",
    ]


def test_a_baseline_that_is_not_there_is_an_error(toy: Program, filings: Path) -> None:
    outcome = toy(filings, "--baseline", "nowhere.json")
    assert outcome.status == 2
    assert "nowhere.json: the baseline cannot be read: no such file or directory" in outcome.stderr
    assert "`checker baseline write` makes the file" in outcome.stderr


def test_an_age_needs_a_baseline(toy: Program, filings: Path) -> None:
    outcome = toy(filings, "--max-baseline-age", "30")
    assert outcome.status == 2
    assert "--max-baseline-age is about the findings of a --baseline, and there is none" in outcome.stderr


def test_exit_zero_turns_1_into_0_and_nothing_else(toy: Program, filings: Path) -> None:
    assert toy(filings).status == 1
    assert toy(filings, "--exit-zero").status == 0
    (filings / "blank.txt").touch()
    assert toy(filings, "--exit-zero").status == 3
