"""Settings from files, from the environment and from the command line: which counts, and what is said of slips."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from checker.cli.check import check
from checker.cli.configured import flag
from checker.configuration import OPTIONS
from tests.cli.conftest import TOY_PACK, Outcome, Program

LOCK = "The guard shall lock the north gate.\n"


@pytest.fixture
def project(filings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above the filings, as the top of a repository with its own rules."""
    top = filings.parent
    (top / ".git").mkdir()
    shutil.copytree(TOY_PACK, top / "our-rules")
    (filings / "lock.txt").write_text(LOCK, "utf-8")
    monkeypatch.chdir(top)
    return top


def write(project: Path, *lines: str, name: str = "checker.toml") -> None:
    (project / name).write_text("\n".join(('rules = ["our-rules"]', *lines)) + "\n", "utf-8")


def run(program: Program, *arguments: str) -> Outcome:
    return program("check", "--as-of", "2026-04-01", *arguments)


def shown(outcome: Outcome) -> dict[str, str]:
    pairs = (line.split(None, 1) for line in outcome.stdout.splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def test_a_file_may_hold_every_option_but_those_that_make_every_run_pass_or_say_what_is_asked_once() -> None:
    flags = {flag(parameter) for parameter in check.params}
    once = {"as-of", "samples", "stdin-filename", "config", "no-config", "show-config", "verbose", "o"}
    assert set(OPTIONS) == flags - once - {"exit-zero", "no-waivers"}


@pytest.mark.parametrize("name", ["checker.toml", ".checker.toml"])
def test_the_nearest_file_above_the_documents_counts_from_wherever_the_run_starts(
    program: Program, project: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, 'fail-on = "needs_review"', name=name)
    assert run(program, "filings/lock.txt").status == 1
    monkeypatch.chdir(project / "filings")
    assert run(program, "lock.txt").status == 1


def test_a_table_of_pyproject_counts_and_a_pyproject_without_one_does_not(program: Program, project: Path) -> None:
    project.joinpath("pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    assert shown(run(program, "filings", "--show-config"))["configuration:"] == "none"
    project.joinpath("pyproject.toml").write_text('[tool.checker]\nrules = ["our-rules"]\n', "utf-8")
    assert run(program, "filings/close.txt").status == 1


def test_a_file_above_the_top_of_the_repository_does_not_count(program: Program, project: Path) -> None:
    inner = project / "filings" / "inner"
    (inner / ".git").mkdir(parents=True)
    write(project)
    assert shown(run(program, "filings/inner", "--show-config"))["configuration:"] == "none"


def test_the_command_line_outranks_the_environment_and_that_the_file(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, 'fail-on = "needs_review"')
    asked = ("filings", "--show-config")
    assert shown(run(program, *asked))["fail-on"] == "needs_review  (configuration)"
    monkeypatch.setenv("CHECKER_FAIL_ON", "never")
    assert shown(run(program, *asked))["fail-on"] == "never  (environment)"
    assert shown(run(program, *asked, "--fail-on", "violation"))["fail-on"] == "violation  (command line)"
    assert shown(run(program, *asked))["color"] == "auto  (default)"
    assert shown(run(program, *asked))["rules"] == f"{project / 'our-rules'}  (configuration)"


def test_a_file_can_say_what_to_check_and_what_to_write(program: Program, project: Path) -> None:
    write(project, 'paths = ["filings"]', 'outputs = {json = "findings.json", junit = "findings.xml"}')
    outcome = run(program)
    assert outcome.status == 1
    assert "Wrote" in outcome.stderr
    assert (project / "findings.json").is_file()
    assert (project / "findings.xml").is_file()


def test_another_file_can_be_named_or_none_at_all(program: Program, project: Path) -> None:
    write(project, 'fail-on = "needs_review"')
    write(project, 'fail-on = "never"', name="other.toml")
    assert run(program, "filings", "--config", "other.toml").status == 0
    assert shown(run(program, "filings", "--no-config", "--show-config"))["fail-on"] == "violation  (default)"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (['fail_on = "never"'], 'checker.toml: "fail_on" is not known here; did you mean "fail-on"?'),
        (["exit-zero = true"], 'checker.toml: "exit-zero" is not known here'),
        (['fail-on = "nevr"'], "checker.toml: \"fail-on\": 'nevr' is not one of 'violation', 'needs_review', 'never'."),
        (["fail-on = 1"], 'checker.toml: "fail-on" must be a text in quotation marks\n  hint: such as "violation"'),
        (['jobs = "4"'], 'checker.toml: "jobs" must be a whole number\n  hint: such as 4'),
        (['quiet = "yes"'], 'checker.toml: "quiet" must be true or false'),
        (['select = "open-gate"'], 'checker.toml: "select" must be a list of texts\n  hint: such as ["a", "b"]'),
        (["fail-on = never"], "checker.toml: this is not TOML: Invalid value (at line 2, column 11)"),
        (['outputs = {jsn = "x"}'], 'checker.toml: [outputs]: "jsn" is not known here; did you mean "json"?'),
        (["[profiles]"], 'checker.toml: "profiles" must be a list of tables\n  hint: written [[name]] above each'),
        (["[[profiles]]", 'select = ["a"]'], 'checker.toml: profile 1: "paths" is missing'),
        (["[[profiles]]", 'paths = ["../x"]'], 'profile 1: "../x" leads out of the folder of the configuration'),
        (
            ["[[profiles]]", 'paths = ["x"]', 'severity = {open-gate = "hihg"}'],
            'severity of x: "hihg" is no value of "open-gate"; did you mean "high"?',
        ),
        (
            ["[[profiles]]", 'paths = ["filings"]', 'select = ["open-gat"]'],
            'the profile filings names the commitment "open-gat", which is not in toy; did you mean "open-gate"?',
        ),
        (
            ["[[documents]]", 'paths = ["x"]', 'dated = "1 April"'],
            'checker.toml: documents 1: "dated" must be a date\n  hint: such as 2026-04-01',
        ),
        (["[[documents]]", 'paths = ["x"]', 'isuer = "x"'], '"isuer" is not known here; did you mean "issuer"?'),
    ],
)
def test_a_slip_is_told_with_its_place(program: Program, project: Path, lines: list[str], message: str) -> None:
    write(project, *lines)
    outcome = run(program, "filings")
    assert outcome.status == 2
    assert message in outcome.stderr
    assert outcome.stdout == ""


def test_two_files_in_one_folder_or_for_one_run_are_an_error(program: Program, project: Path) -> None:
    write(project)
    write(project, name=".checker.toml")
    outcome = run(program, "filings")
    assert outcome.status == 2
    assert "there are two configurations in one folder, checker.toml and .checker.toml" in outcome.stderr
    (project / ".checker.toml").unlink()
    (project / "filings" / "inner").mkdir()
    write(project / "filings" / "inner")
    outcome = run(program, "filings/open.txt", "filings/inner")
    assert outcome.status == 2
    assert "the documents are under different configurations" in outcome.stderr
    assert "name one file with --config" in outcome.stderr


def test_a_variable_that_is_a_slip_is_an_error(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_FAILON", "never")
    outcome = run(program, str(project / "filings"))
    assert outcome.status == 2
    assert 'the environment variable CHECKER_FAILON is not known; did you mean "CHECKER_FAIL_ON"?' in outcome.stderr


def test_a_profile_says_what_is_asked_of_its_folder_and_what_fails(program: Program, project: Path) -> None:
    write(project, "[[profiles]]", 'name = "drafts"', 'paths = ["filings/l*"]', 'fail-on = "needs_review"')
    outcome = run(program, "filings/lock.txt", "filings/open.txt", "--format", "json")
    assert outcome.status == 1
    assert outcome.json["profiles"] == [
        {"name": "drafts", "fail_on": "needs_review", "commitments": 1, "documents": ["filings/lock.txt"]}
    ]
    text = run(program, "filings/lock.txt", "filings/open.txt").stdout
    assert "Profile drafts: 1 document, 1 of 1 commitments; fails on whatever needs review." in text


def test_a_profile_changes_severity_and_leaves_commitments_out(program: Program, project: Path) -> None:
    write(
        project,
        *("[[profiles]]", 'paths = ["filings/close.txt"]', 'severity = {open-gate = "low"}'),
        *("[[profiles]]", 'name = "nothing"', 'paths = ["filings/"]', 'ignore = ["open-*"]'),
    )
    outcome = run(program, "filings", "--format", "json", "--all")
    found = {finding["document"]: finding["severity"] for finding in outcome.json["findings"]}
    assert found == {"filings/close.txt": "low"}
    assert {each["name"]: each["commitments"] for each in outcome.json["profiles"]} == {
        "filings/close.txt": 1,
        "nothing": 0,
    }


def test_facts_about_documents_can_be_stated_and_a_file_beside_one_outranks_them(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "[[documents]]", 'paths = ["filings/", "inbox/*"]', 'issuer = "The Town"', "dated = 2026-02-03")
    (project / "filings" / "open.txt.meta.yaml").write_text("issuer: The Village\n", "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LOCK.encode())))
    outcome = run(program, "filings", "-", "--stdin-filename", "inbox/x.txt", "--format", "json")
    facts = {d["path"]: (d["issuer"]["value"], d["dated"]["value"]) for d in outcome.json["documents"]}
    assert facts["filings/open.txt"] == ("The Village", "2026-02-03")
    assert facts["filings/close.txt"] == ("The Town", "2026-02-03")
    assert facts["inbox/x.txt"] == ("The Town", "2026-02-03")


def test_the_configuration_is_no_document(program: Program, project: Path) -> None:
    (project / "filings" / "checker.toml").write_text('rules = ["../our-rules"]\n', "utf-8")
    outcome = run(program, "filings", "--format", "json")
    assert [document["path"] for document in outcome.json["documents"]] == [
        "close.txt",
        "lock.txt",
        "open.txt",
        "silent.txt",
    ]


def test_help_is_shown_whatever_the_configuration_says(program: Program, project: Path) -> None:
    write(project, "nonsense")
    assert run(program, "filings", "--help").status == 0
