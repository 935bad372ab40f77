"""`checker rules`: packs listed, shown, checked, and their cases judged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Program


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the toy pack, to be spoiled."""
    return Path(shutil.copytree(TOY_PACK, tmp_path / "pack"))


def replaced(file: Path, old: str, new: str) -> None:
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new), "utf-8")


def test_the_list_names_packs_and_commitments(program: Program) -> None:
    outcome = program("rules", "list", "--rules", TOY_PACK)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout == (
        "Packs that come with the checker: us-japan-2025\n\ntoy: 1 commitment\n  open-gate  Keep the north gate open\n"
    )
    assert "  open-gate  北門を開けておく\n" in program("rules", "list", "--rules", TOY_PACK, "--lang", "ja").stdout


def test_a_commitment_is_shown_with_its_words_and_what_decides(program: Program) -> None:
    outcome = program("rules", "show", "open-gate", "--rules", TOY_PACK)
    assert outcome.status == 0
    for line in (
        '  words:     "keep the north gate open"',
        "  source:    The gate agreement",
        "  owed by:   The Town",
        '  kind:      obligation, bound ("shall")',
        "  in force:  from 2025-01-01",
        "    violation: The gate is closed. (closed)",
    ):
        assert line in outcome.stdout.splitlines()


def test_an_unknown_commitment_is_answered_with_the_nearest(program: Program) -> None:
    outcome = program("rules", "show", "opengate", "--rules", TOY_PACK)
    assert outcome.status == 2
    assert outcome.stderr == ("Error: there is no commitment 'opengate' in toy\n  hint: did you mean 'open-gate'?\n")


def test_sound_rules_pass_lint(program: Program) -> None:
    outcome = program("rules", "lint", "--rules", TOY_PACK)
    assert (outcome.status, outcome.stdout) == (0, "toy: 1 commitment and 6 cases, no errors\n")


def test_a_typo_in_a_rule_is_told_with_its_place(program: Program, pack: Path) -> None:
    replaced(pack / "open-gate.yaml", "severity: high", "severty: high")
    for command in (("rules", "lint"), ("check", str(pack / "samples"))):
        outcome = program(*command, "--rules", pack)
        assert outcome.status == 2
        assert (
            'open-gate.yaml:11:1: unknown key "severty" in this rule file; did you mean "severity"?' in outcome.stderr
        )
        assert outcome.stdout == ""


def test_a_rule_without_enough_cases_does_not_pass_lint(program: Program, pack: Path) -> None:
    (pack / "open-gate.cases.yaml").unlink()
    outcome = program("rules", "lint", "--rules", pack)
    assert outcome.status == 2
    assert "the rule open-gate has no cases" in outcome.stderr


def test_cases_that_are_judged_as_labelled_pass(program: Program) -> None:
    outcome = program("rules", "test", "--rules", TOY_PACK)
    assert (outcome.status, outcome.stdout) == (0, "toy: 6 cases, none judged otherwise than labelled\n")


def test_cases_that_are_judged_otherwise_are_named_and_fail(program: Program, pack: Path) -> None:
    cases = pack / "open-gate.cases.yaml"
    replaced(
        cases, "    document: The guard shall close the north gate at noon.", "    document: The guard shall sleep."
    )
    replaced(cases, "    evidence: close the north gate\n", "    evidence: sleep\n")
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    first, last = outcome.stdout.splitlines()
    assert first.startswith("open-gate / closed-at-noon: labelled violation, judged not_addressed (")
    assert last == "toy: 6 cases, 1 judged otherwise than labelled"


def test_a_case_decided_by_other_words_than_labelled_fails(program: Program, pack: Path) -> None:
    cases = pack / "open-gate.cases.yaml"
    replaced(cases, "close the north gate at noon.", "close the north gate at noon. It is cold in winter.")
    replaced(cases, "    evidence: close the north gate\n", "    evidence: It is cold in winter\n")
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert outcome.stdout.splitlines()[0] == (
        "open-gate / closed-at-noon: violation, but for other words than labelled:"
        " The guard shall close the north gate at noon."
    )
