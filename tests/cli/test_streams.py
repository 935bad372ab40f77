"""Standard output is the chosen format and nothing else, and no stream carries what a terminal or a build obeys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from checker.render import RENDERERS
from tests.cli.conftest import Program

HOSTILE = (
    "The guard shall close the north gate at noon.\n"
    "::error file=a.txt::The guard shall close the north gate \x1b]0;owned\x07\x1b[2J at dawn.\n"
    "##vso[task.complete result=Succeeded]The guard shall close the north gate ##[error] at dusk.\n"
    "::stop-commands::x The guard shall close the north gate \u202e at night.\n"
)


def is_json(text: str) -> None:
    json.loads(text)


def is_xml(text: str) -> None:
    etree.fromstring(text.encode())


def are_commands(text: str) -> None:
    assert all(re.fullmatch(r"::(error|warning|notice) [^\n]*::[^\n]+", line) for line in text.splitlines())


PARSERS: dict[str, Callable[[str], None]] = {
    "json": is_json,
    "sarif": is_json,
    "sarif-full": is_json,
    "gitlab": is_json,
    "junit": is_xml,
    "github": are_commands,
}


@pytest.fixture
def hostile(filings: Path) -> Path:
    (filings / "hostile ##[error].txt").write_text(HOSTILE, "utf-8")
    (filings / "::error::x.txt").write_text(HOSTILE, "utf-8")
    (filings / "blank.pdf").touch()
    return filings


@pytest.mark.parametrize("name", PARSERS)
def test_standard_output_parses_whatever_is_said_besides(toy: Program, hostile: Path, name: str) -> None:
    outcome = toy(hostile, hostile / "missing", "--format", name, "-vv")
    PARSERS[name](outcome.stdout)
    assert outcome.status == 3
    assert "missing" in outcome.stderr


@pytest.mark.parametrize("name", sorted(RENDERERS.keys() - {"xlsx", "docx", "pdf"}))
def test_no_stream_carries_what_a_terminal_or_a_build_service_obeys(toy: Program, hostile: Path, name: str) -> None:
    outcome = toy(hostile, hostile / "##[error] missing", "--format", name, "-vv")
    for stream in (outcome.stdout, outcome.stderr):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", stream)
    # A page is for a file: nobody reads it in the log of a build.
    logged = outcome.stderr if name in ("html", "print") else outcome.stdout + outcome.stderr
    assert "##vso[" not in logged
    assert name == "github" or "##[" not in logged
    own = re.compile(r"::(error|warning|notice) (file=|title=)")
    for line in logged.splitlines():
        assert not line.lstrip().startswith("::") or (name == "github" and own.match(line))


def test_in_a_build_on_github_the_text_stands_where_no_command_is_obeyed(
    toy: Program, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = toy(hostile).stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first, *lines, last = toy(hostile).stdout.splitlines()
    assert "\n".join(lines) + "\n" == plain
    assert first == f"::stop-commands::{last.strip(':')}"
    assert last.strip(":") not in plain
    assert toy(hostile, "--format", "json").stdout.startswith("{")
