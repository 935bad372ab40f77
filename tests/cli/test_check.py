"""`checker check`: what goes where, and how the program ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import __version__
from checker.render import RENDERERS
from tests.cli.conftest import TOY_PACK, Outcome, Program


def verdicts(outcome: Outcome) -> dict[str, str]:
    return {finding["document"]: finding["verdict"] for finding in outcome.json["findings"]}


def test_a_violation_fails_the_run(toy: Program, filings: Path) -> None:
    outcome = toy(filings, "--format", "json")
    assert outcome.status == 1
    assert verdicts(outcome) == {"close.txt": "violation", "open.txt": "compliant"}
    assert outcome.json["as_of"] == "2026-04-01"


def test_without_a_violation_the_run_passes(toy: Program, filings: Path) -> None:
    assert toy(filings / "open.txt", filings / "silent.txt").status == 0


@pytest.mark.parametrize(("fail_on", "status"), [("violation", 0), ("needs_review", 1), ("never", 0)])
def test_fail_on_says_from_which_verdict_the_run_fails(toy: Program, tmp_path: Path, fail_on: str, status: int) -> None:
    (tmp_path / "order.txt").write_text("The guard shall lock the north gate.\n", "utf-8")
    assert toy(tmp_path, "--fail-on", fail_on).status == status


def test_fail_on_never_does_not_hide_what_was_not_checked(toy: Program, filings: Path) -> None:
    (filings / "blank.pdf").touch()
    assert toy(filings, "--fail-on", "never").status == 3


def test_all_lists_what_a_document_does_not_address(toy: Program, filings: Path) -> None:
    assert verdicts(toy(filings, "--all", "--format", "json"))["silent.txt"] == "not_addressed"


def test_standard_output_carries_the_output_and_standard_error_the_outcome(toy: Program, filings: Path) -> None:
    outcome = toy(filings, filings / "missing.txt", "--format", "json", "-v")
    assert outcome.json["format"] == 1
    assert "Error: missing.txt: there is no such file or folder (E-MISSING)" in outcome.stderr
    assert "1 violation" in outcome.stderr
    assert "Exit status 3" in outcome.stderr


def test_text_on_standard_output_tells_the_outcome_itself(toy: Program, filings: Path) -> None:
    outcome = toy(filings)
    assert "Exit status 1: a finding fails the run." in outcome.stdout
    assert outcome.stderr == ""


def test_quiet_leaves_only_errors_on_standard_error(toy: Program, filings: Path) -> None:
    outcome = toy(filings, "--quiet", "--format", "json", "-o", f"text={filings.parent / 'findings.txt'}")
    assert outcome.stderr == ""


def test_several_outputs_come_from_one_evaluation(toy: Program, filings: Path) -> None:
    folder = filings.parent
    outcome = toy(filings, "-o", f"html={folder / 'findings.html'}", "-o", f"json={folder / 'findings.json'}")
    page = folder / "findings.html"
    assert f"Wrote {page} - open {page.as_uri()} in a browser\n" in outcome.stderr
    assert f"Wrote {folder / 'findings.json'}\n" in outcome.stderr
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    assert json.loads((folder / "findings.json").read_text("utf-8"))["format"] == 1
    assert "1 violation" in outcome.stdout


def test_output_writes_the_chosen_format_to_a_file(toy: Program, filings: Path) -> None:
    file = filings.parent / "findings.json"
    outcome = toy(filings, "--format", "json", "--output", file)
    assert outcome.stdout == ""
    assert json.loads(file.read_text("utf-8"))["summary"]["violation"] == 1


def test_outputs_inside_the_checked_folder_do_not_become_documents(toy: Program, filings: Path) -> None:
    arguments = (filings, "--format", "json", "-o", f"html={filings / 'findings.html'}")
    assert toy(*arguments).json == toy(*arguments).json


def test_select_judges_only_the_commitments_named(program: Program, filings: Path) -> None:
    outcome = program(
        "check", filings, "--select", "msca-respect-ip", "--all", "--format", "json", "--fail-on", "never"
    )
    assert {finding["commitment"] for finding in outcome.json["findings"]} == {"msca-respect-ip"}


def test_the_samples_of_the_packs_in_use_are_checked(toy: Program) -> None:
    outcome = toy("--samples", "--format", "json")
    assert verdicts(outcome) == {"toy_pack/samples/order.txt": "violation"}


def test_standard_input_is_a_document(toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = (filings / "close.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words)))
    outcome = toy("-", "--stdin-filename", "inbox/order.txt", "--format", "json")
    assert verdicts(outcome) == {"inbox/order.txt": "violation"}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_output_speaks_the_language_asked_for(toy: Program, filings: Path, lang: str) -> None:
    reason = {"en": "The gate is closed.", "ja": "門が閉じられる。"}
    assert reason[lang] in toy(filings, "--lang", lang).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name at least one file or folder to check, or give --samples"),
        (("x.txt", "--samples"), "name at least one file or folder to check, or give --samples (one of the two)"),
        (("x.txt", "--format", "jsn"), "there is no format 'jsn'; the formats are text, json, html"),
        (("x.txt", "-o", "findings.html"), "-o takes NAME=FILE, such as html=findings.html, not 'findings.html'"),
        (("x.txt", "-o", "json=out", "-o", "html=out"), "two outputs would go to out"),
        (("x.txt", "-o", "json=-"), "two outputs would go to standard output"),
        (
            ("x.txt", "--select", "open-gat"),
            "there is no commitment 'open-gat' in toy\n  hint: did you mean 'open-gate'?",
        ),
        (("x.txt", "--rules", "us-japan-2052"), 'there is no rule pack "us-japan-2052"; did you mean "us-japan-2025"?'),
        (("x.txt", "--as-of", "1 April"), "'1 April' does not match the format '%Y-%m-%d'"),
        (("-", "--stdin-filename", "../x"), "--stdin-filename '../x' does not do as the name of a document"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_2(toy: Program, arguments: tuple[str, ...], message: str) -> None:
    outcome = toy(*arguments)
    assert outcome.status == 2
    assert message in outcome.stderr
    assert outcome.stdout == ""


def test_the_date_comes_from_source_date_epoch(
    program: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775001600")
    assert program("check", "--rules", TOY_PACK, filings, "--format", "json").json["as_of"] == "2026-04-01"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    outcome = program("check", "--rules", TOY_PACK, filings)
    assert outcome.status == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday', which is not a number of seconds since 1970" in outcome.stderr


@pytest.mark.parametrize(
    ("color", "environment", "colored"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], colored: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in toy(filings, "--color", color).stdout) is colored


def test_an_error_of_the_checker_itself_is_told_as_such(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setitem(RENDERERS, "text", broken)
    outcome = toy(filings)
    assert outcome.status == 70
    assert outcome.stderr == (
        "Internal error (ZeroDivisionError): the checker itself is at fault, not your documents or rules.\n"
        "  hint: run the same command with -v, which shows where it happened, and report it\n"
    )
    assert "in broken" in toy(filings, "-v").stderr


def test_an_interrupt_before_the_run_ends_with_130(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.run.check", stop)
    outcome = toy(filings)
    assert outcome.status == 130
    assert outcome.stderr.strip() == (
        "Interrupted: outputs that were not written yet are missing, none is half-written."
    )


def started(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_has_seen_enough_ends_the_program_quietly(filings: Path) -> None:
    process = started("check", "--rules", TOY_PACK, filings, "--format", "json")
    assert process.stdout is not None
    process.stdout.close()
    _, stderr = process.communicate()
    assert b"Traceback" not in stderr
    assert b"Exception" not in stderr
    assert process.returncode == 1


def test_the_same_report_whatever_the_surroundings(filings: Path, tmp_path: Path) -> None:
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
    ]
    arguments = ("check", "--rules", TOY_PACK, filings, "--as-of", "2026-04-01", "--format", "json", "--all")
    outputs = set()
    for environment, jobs, folder in zip(surroundings, ("1", "3"), (tmp_path, Path("/")), strict=True):
        process = started(*arguments, "--jobs", jobs, cwd=folder, env=os.environ | environment)
        outputs.add(process.communicate()[0])
    assert len(outputs) == 1


def test_help_loads_no_library_that_reads_draws_or_renders() -> None:
    heavy = ("pypdfium2", "pdfplumber", "PIL", "jinja2", "jsonschema", "yaml", "nupunkt", "msgspec", "regex", "Stemmer")
    script = (
        "import sys\n"
        "from checker.cli.program import status_of\n"
        "assert status_of(['check', '--help']) == 0\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"


def test_help_names_every_format(program: Program) -> None:
    text = program("check", "-h").stdout
    assert all(name in text for name in RENDERERS)


def test_the_version(program: Program) -> None:
    assert program("--version").stdout == f"checker, version {__version__}\n"
