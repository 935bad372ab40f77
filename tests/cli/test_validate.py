"""`checker validate`: figures on labelled files, as a page; `rules show` tells what was measured for a rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Program

CASES = """\
- {id: a, commitment: open-gate, lang: en, document: The guard shall close the north gate., verdict: violation,
   evidence: close the north gate}
- {id: b, commitment: open-gate, lang: en, document: The guard shall open the north gate., verdict: violation,
   evidence: open the north gate}
- {id: c, commitment: open-gate, lang: ja, document: 今日は雨。, verdict: not_addressed, evidence: ""}
"""
LOG = """\
- {file: old.yaml, date: 2026-01-02, commit: "1234567", cases: 9, accuracy: 0.5, violation_precision: 0.25,
   compliant_precision: null, decided: 0.5, attention: 0.75, confidently_wrong: 0.0, noise: 0.1, evidence: 1.0}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack, a file of labelled cases and a log of first sights, as the working directory."""
    shutil.copytree(TOY_PACK, tmp_path / "toy")
    (tmp_path / "new.yaml").write_text(CASES, "utf-8")
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


MEASURE = ("validate", "new.yaml", "--rules", "toy", "--as-of", "2026-04-01")


@pytest.mark.usefixtures("desk")
def test_the_page_tells_what_was_measured_and_shows_no_text(program: Program) -> None:
    outcome = program(*MEASURE, "--log", "log.yaml")
    assert (outcome.status, outcome.stderr) == (0, "")
    lines = outcome.stdout.splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Validation",
        "## What was measured and how",
        "## First sight",
        "## After learning",
        "## Per rule",
    ]
    assert "with 1 commitments of toy, rules sha256 `" in outcome.stdout
    assert "as of 2026-04-01." in outcome.stdout
    assert "| old.yaml | 2026-01-02 | 1234567 | 9 | 0.50 | 0.25 | – | 0.50 | 0.75 | 0.00 | 0.10 | 1.00 |" in lines
    assert "training scores" in outcome.stdout
    (overall,) = (line for line in lines if line.startswith("| all | 3 |"))
    assert overall.startswith("| all | 3 | 0.67 (")
    assert "| language ja | 1 | 1.00 (1.00-1.00) | – | – | – | – | 0.00 (0.00-0.00) | 0.00 (0.00-0.00) | – |" in lines
    assert "| violation | 1 | 1 | 0 | 0 |" in lines
    assert "| open-gate | violation -> compliant 1 |" in lines
    assert "north gate" not in outcome.stdout


@pytest.mark.usefixtures("desk")
def test_the_unread_half_is_called_what_it_is(program: Program) -> None:
    outcome = program(*MEASURE, "--half", "unread")
    assert "## Kept unread" in outcome.stdout
    assert "training scores" not in outcome.stdout
    assert "No first sight has been logged." in outcome.stdout


@pytest.mark.usefixtures("desk")
def test_what_is_written_is_found_by_rules_show(program: Program) -> None:
    assert "  measured:  never" in program("rules", "show", "open-gate", "--rules", "toy").stdout.splitlines()
    outcome = program(*MEASURE, "--write", "page.md")
    assert (outcome.status, outcome.stdout) == (0, "")
    assert outcome.stderr == "Wrote page.md\nWrote toy/measured.yaml\n"
    assert Path("page.md").read_text("utf-8").startswith("# Validation\n")
    shown = program("rules", "show", "open-gate", "--rules", "toy").stdout.splitlines()
    assert shown[-1] == (
        "  measured:  as of 2026-04-01 on 3 cases open to the authors: accuracy 0.67, violation precision 1.00, "
        "compliant precision 0.00, decided 0.50, attention 0.50, confidently wrong 0.33, noise 0.00, evidence 1.00"
    )


def test_rules_that_changed_since_are_told(program: Program, desk: Path) -> None:
    program(*MEASURE, "--write", "page.md")
    rule = desk / "toy" / "open-gate.yaml"
    rule.write_text(rule.read_text("utf-8").replace("severity: high", "severity: low"), "utf-8")
    shown = program("rules", "show", "open-gate", "--rules", "toy").stdout.splitlines()
    assert shown[-1] == "             the rules of this pack have changed since"


@pytest.mark.usefixtures("desk")
def test_the_page_is_the_same_every_time(program: Program) -> None:
    assert program(*MEASURE).stdout == program(*MEASURE).stdout


@pytest.mark.usefixtures("desk")
def test_a_file_that_holds_no_cases_is_refused(program: Program) -> None:
    outcome = program("validate", "log.yaml", "--rules", "toy")
    assert outcome.status == 2
    assert outcome.stderr.startswith("Error: log.yaml: this is not a list of labelled cases")


@pytest.mark.usefixtures("desk")
def test_the_log_of_this_checkout_can_be_shown(program: Program) -> None:
    log = Path(__file__).parents[2] / "docs" / "first-sight.yaml"
    outcome = program(*MEASURE, "--log", log)
    assert "| h1.yaml | 2026-11-24 | 6f36d99 | 70 | 0.59 | 0.61 |" in outcome.stdout
