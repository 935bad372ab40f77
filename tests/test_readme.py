"""What the README says is what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from checker.cli.program import status_of
from checker.render import RENDERERS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in `language`, without their fences."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_there_is_an_example_of_a_document_and_one_of_a_table() -> None:
    assert len(blocks("console")) == 2


@pytest.mark.parametrize("example", blocks("console"))
def test_a_worked_example_is_what_the_program_prints(
    example: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command, output = example.split("\n", 1)
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "checker"
    monkeypatch.chdir(ROOT)
    assert status_of(arguments) == 1
    assert capfd.readouterr().out == output


def test_the_two_commands_are_one_line_each() -> None:
    commands = [block for block in blocks("") if block.startswith("python3 ")]
    assert [block.count("\n") for block in commands] == [1, 1]


def test_the_script_for_every_change_runs_the_second_command() -> None:
    second = [block for block in blocks("") if block.startswith("python3 ")][1].strip()
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    halves = re.findall(r"^(?:install|run_tests)\(\) \{ (.*?)(?: \"\$@\")?; \}$", script, re.MULTILINE)
    assert " && ".join(halves) == second


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_exit_statuses_are_those_of_the_program() -> None:
    statuses = [int(number) for number in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)]
    assert statuses == [0, 1, 2, 3, 4, 70, 130]


@pytest.mark.parametrize("name", ["json", "html"])
def test_the_formats_it_shows_exist(name: str) -> None:
    assert f"{name}=findings.{name}" in README
    assert name in RENDERERS
