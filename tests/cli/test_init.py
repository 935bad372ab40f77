"""`checker init`: a stranger's project, green from the first command on."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Program


@pytest.fixture
def project(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    outcome = program("init", "accords")
    assert outcome.status == 0
    assert "Wrote accords/rules/harbours/no-pilot.yaml\n" in outcome.stdout
    monkeypatch.chdir("accords")
    return tmp_path / "accords"


def test_the_commands_it_names_are_green(project: Path, program: Program) -> None:
    tested = program("rules", "test")
    assert (tested.status, tested.stdout.split()[-4:]) == (0, ["no-pilot", "9", "9", "0"])
    linted = program("rules", "lint")
    assert (linted.status, linted.stderr) == (0, "")
    checked = program("check", "--format", "json")
    assert checked.status == 0
    assert [(each["document"], each["verdict"]) for each in checked.json["findings"]] == [
        ("filings/notice-7.ja.txt", "compliant"),
        ("filings/notice-7.txt", "compliant"),
    ]
    assert program("explain", "no-pilot", "filings/notice-7.txt").stdout.startswith("no-pilot: compliant\n")
    assert (project / "checker.toml").is_file()


def test_it_says_what_to_do_next(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = program("init", "accords").stderr
    assert [line.split("  ")[1] for line in told.splitlines() if line.startswith("  ")] == [
        "cd accords",
        "checker rules test",
        "checker check",
        "checker explain no-pilot filings/notice-7.txt",
    ]
    (tmp_path / "here").mkdir()
    monkeypatch.chdir("here")
    assert "  cd " not in program("init").stderr


def test_a_filing_that_breaks_the_promise_fails_the_run(project: Path, program: Program) -> None:
    filing = project / "filings" / "notice-8.txt"
    filing.write_text("Ostrian ferries must take a pilot on board before they dock.\n", "utf-8")
    outcome = program("check", "--format", "json")
    assert outcome.status == 1
    assert [each["document"] for each in outcome.json["findings"] if each["verdict"] == "violation"] == [
        "filings/notice-8.txt"
    ]


def test_nothing_is_overwritten_and_nothing_written_beside_what_is_there(tmp_path: Path, program: Program) -> None:
    (tmp_path / "checker.toml").write_text('paths = ["orders"]\n', "utf-8")
    outcome = program("init", tmp_path)
    assert outcome.status == 2
    assert outcome.stderr == (
        f"Error: {tmp_path.as_posix()}: nothing was written, as there is already checker.toml\n"
        "  hint: choose a new folder: checker init FOLDER\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["checker.toml"]
    assert (tmp_path / "checker.toml").read_text("utf-8") == 'paths = ["orders"]\n'


def test_the_commands_of_the_job_for_the_build_run(project: Path, program: Program) -> None:
    (job,) = yaml.safe_load((project / "ci" / "github.yml").read_text("utf-8"))["jobs"].values()
    commands = [step["run"].split("#")[0].split() for step in job["steps"] if "run" in step]
    ours = [command[1:] for command in commands if command[0] == "checker"]
    assert [command[:2] for command in ours] == [["rules", "test"], ["check", "--format"]]
    for command in ours:
        assert program(*(word.replace('"$GITHUB_STEP_SUMMARY"', "summary.md") for word in command)).status == 0
    assert (project / "findings.html").is_file()
    assert all("@" not in step.get("uses", "") or len(step["uses"].split("@")[1]) == 40 for step in job["steps"])


def test_rules_come_from_the_configuration_unless_named(project: Path, program: Program) -> None:
    assert program("rules", "list").stdout.endswith(
        "\nharbours 0.1.0: 1 commitment\n  no-pilot  Ostrian ferries dock without a pilot\n"
    )
    assert "us-japan-2025" in program("rules", "list", "--rules", "us-japan-2025").stdout.splitlines()[2]
    settings = program("rules", "test", "--show-config").stdout.splitlines()
    assert ["rules", str(project / "rules" / "harbours"), "(configuration)"] in [line.split() for line in settings]


def test_settings_for_checking_do_not_reach_the_rules(project: Path, program: Program) -> None:
    toml = project / "checker.toml"
    toml.write_text(toml.read_text("utf-8") + 'select = ["another"]\nformat = "json"\n', "utf-8")
    assert program("rules", "test").status == 0
    assert program("rules", "lint").status == 0
