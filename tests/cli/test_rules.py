"""`checker rules`: packs listed, shown, checked, and their cases judged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Program

MINI = TOY_PACK.replace("toy_pack", "packs/mini")


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
        "Packs that come with the checker: antarctic-treaty, contractnli, us-japan-2025\n\n"
        "toy: 1 commitment\n  open-gate  Keep the north gate open\n"
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
    assert (outcome.status, outcome.stdout) == (
        0,
        "rule       cases  passed  failed\nopen-gate      6       6       0\n",
    )


def test_a_case_that_is_judged_otherwise_is_shown_with_what_was_expected(program: Program, pack: Path) -> None:
    replaced(pack / "open-gate.cases.yaml", "shall close the north gate at noon.", "shall open the north gate at noon.")
    replaced(pack / "open-gate.cases.yaml", "evidence: close the north gate\n", "evidence: the north gate at noon\n")
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert outcome.stdout.splitlines()[1:] == [
        "open-gate      6       5       1  FAILED",
        "",
        "open-gate / closed-at-noon: another verdict than labelled",
        "  expected  violation, as a closed gate is not open",
        "  got       compliant (opened): The gate stays open.",
        '  words     "the north gate at noon"',
        '  quoted    "The guard shall open the north gate at noon."',
    ]


def test_a_case_decided_by_other_words_than_labelled_fails(program: Program, pack: Path) -> None:
    cases = pack / "open-gate.cases.yaml"
    replaced(cases, "close the north gate at noon.", "close the north gate at noon. It is cold in winter.")
    replaced(cases, "    evidence: close the north gate\n", "    evidence: It is cold in winter\n")
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert outcome.stdout.splitlines()[3:] == [
        "open-gate / closed-at-noon: other words are quoted than labelled, or far more",
        "  expected  violation, as a closed gate is not open",
        "  got       violation (closed): The gate is closed.",
        '  words     "It is cold in winter"',
        '  quoted    "The guard shall close the north gate at noon."',
    ]


def test_a_case_for_which_nothing_is_quoted_says_so(program: Program, pack: Path) -> None:
    cases = pack / "open-gate.cases.yaml"
    replaced(cases, "    document: The guard shall lock the north gate.", "    document: The guard shall sleep.")
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert outcome.stdout.splitlines()[-1] == "  quoted    nothing"


def test_mutations_are_cases_of_their_own(program: Program, pack: Path) -> None:
    replaced(
        pack / "open-gate.cases.yaml",
        "    why: a closed gate is not open\n",
        "    why: a closed gate is not open\n    mutations:\n"
        "      - {find: close, replace: open, verdict: violation, evidence: open the north gate, why: a wrong label}\n",
    )
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert "open-gate      7       6       1  FAILED" in outcome.stdout
    assert "open-gate / closed-at-noon+1: another verdict than labelled" in outcome.stdout


def test_a_rule_without_cases_fails(program: Program, pack: Path) -> None:
    (pack / "open-gate.cases.yaml").unlink()
    outcome = program("rules", "test", "--rules", pack)
    assert outcome.status == 1
    assert "open-gate      0       0       0  FAILED: a rule needs cases" in outcome.stdout


def test_only_one_rule_can_be_tested(program: Program) -> None:
    outcome = program("rules", "test", "--rules", MINI, "--only", "port-access")
    assert outcome.stdout.splitlines()[1].startswith("port-access ")
    assert "landing-duty-ceiling" not in outcome.stdout


def test_the_page_of_all_rules_is_current(program: Program) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == program("rules", "page").stdout, (
        "write it again: checker rules page > docs/rules.md"
    )
