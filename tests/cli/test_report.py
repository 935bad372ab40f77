"""Outputs made later from a run's JSON, and two runs compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Program


@pytest.fixture
def results(toy: Program, filings: Path) -> Path:
    file = filings.parent / "findings.json"
    toy(filings, "-o", f"json={file}")
    return file


@pytest.mark.parametrize("name", ["text", "json", "html", "print", "csv", "md", "sarif"])
def test_every_format_is_made_from_the_json_as_from_the_run(
    toy: Program, program: Program, filings: Path, results: Path, tmp_path: Path, name: str
) -> None:
    toy(filings, "-o", f"{name}={tmp_path / 'run'}")
    assert program("report", results, "-o", f"{name}={tmp_path / 'later'}").status == 0
    assert (tmp_path / "later").read_bytes() == (tmp_path / "run").read_bytes()


def test_an_edition_can_be_for_one_document_or_one_commitment(program: Program, results: Path) -> None:
    one = program("report", results, "--document", "close.txt", "--format", "json").json
    assert [document["path"] for document in one["documents"]] == ["close.txt"]
    assert {finding["document"] for finding in one["findings"]} == {"close.txt"}
    both = program("report", results, "--select", "open-gate", "--format", "json").json
    assert len(both["documents"]) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--document", "shut.txt"), "there is no document 'shut.txt' in this report"),
        (("--select", "shut-gate"), "there is no commitment 'shut-gate' in this report"),
        (("--format", "odt"), "there is no format 'odt'"),
        (("--accent", "red"), "'red' is not a colour"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    program: Program, results: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = program("report", results, *arguments)
    assert outcome.status == 2
    assert message in outcome.stderr


def test_a_missing_or_foreign_file_is_refused(program: Program, tmp_path: Path) -> None:
    missing = program("report", tmp_path / "gone.json")
    assert (missing.status, "gone.json: the report cannot be opened: no such file" in missing.stderr) == (2, True)
    (tmp_path / "x.json").write_text("[]", "utf-8")
    assert "this is not a report of the checker in JSON" in program("report", tmp_path / "x.json").stderr


def test_diff_says_what_came_went_and_changed_and_why(
    toy: Program, program: Program, filings: Path, results: Path
) -> None:
    (filings / "close.txt").write_text("The harvest was good.\n", "utf-8")
    (filings / "open.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    (filings / "new.txt").write_text("The guard shall open the north gate at dawn.\n", "utf-8")
    later = results.with_name("later.json")
    toy(filings, "-o", f"json={later}")
    outcome = program("diff", results, later)
    assert outcome.status == 0
    lines = outcome.stdout.splitlines()
    assert lines[0] == "New: 1, Fixed: 1, Changed: 1."
    assert lines[1].startswith("Fixed (Violation → -; the document changed)  close.txt  open-gate#")
    assert lines[2].startswith("New (- → Compliant; the document changed)  new.txt  open-gate#")
    assert lines[3].startswith("Changed (Compliant → Violation; the document changed)  open.txt  open-gate#")


@pytest.mark.parametrize(
    ("find", "put", "because"),
    [
        ('"sha256": "', '"sha256": "0000', "the rules changed"),
        ('"version": "', '"version": "9', "the checker changed"),
    ],
)
def test_diff_tells_a_change_of_rules_or_checker(
    program: Program, results: Path, find: str, put: str, because: str
) -> None:
    text = results.read_text("utf-8")
    lines = [_altered(line, find, put) for line in text.splitlines()]
    other = results.with_name("other.json")
    other.write_text("\n".join(lines), "utf-8")
    outcome = program("diff", results, other)
    assert f"Changed (Violation → Needs review; {because})" in outcome.stdout


def _altered(line: str, find: str, put: str) -> str:
    """A line of the results with another version or other rules, and with a review in the place of a violation."""
    if line.startswith(('"rules"', '"tool"')):
        return line.replace(find, put)
    if '"verdict": "violation"' not in line:
        return line
    return line.replace('"id": "', '"id": "f').replace('"verdict": "violation"', '"verdict": "needs_review"')
