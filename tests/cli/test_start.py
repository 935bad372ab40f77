"""What a run loads: no command but its own, and with everything in the cache nothing that judges or parses rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from checker.cli.program import program
from tests.cli.conftest import TOY_PACK, Program


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules loaded after the program ran on `arguments` in `folder`."""
    script = (
        "import sys\n"
        "from checker.cli.program import status_of\n"
        f"status_of({list(arguments)!r})\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_the_list_of_commands_loads_none_of_them(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--help")
    assert "checker.cli.lazy" in modules
    assert not {f"checker.cli.{name}" for name in program.list_commands(click.Context(program))} & modules


def test_a_cached_answer_loads_neither_what_judges_nor_what_parses_rules(filings: Path) -> None:
    arguments = ("check", "filings", "--rules", TOY_PACK, "--cache-dir", "kept", "--as-of", "2026-04-01")
    loaded(filings.parent, *arguments)
    modules = loaded(filings.parent, *arguments)
    parts = {".".join(name.split(".")[:2]) for name in modules if name.startswith("checker.")}
    assert "checker.run" in parts
    assert not parts & {f"checker.{name}" for name in ("judge", "match", "read", "segment", "worker", "advice")}
    assert not modules & {"yaml", "jsonschema", "jinja2", "lxml", "pypdfium2", "duckdb"}


@pytest.mark.parametrize("name", program.list_commands(click.Context(program)))
def test_every_listed_command_can_be_run(name: str, program: Program) -> None:
    assert program(name, "--help").stdout.startswith(f"Usage: checker {name} ")


def test_a_command_that_is_not_there_is_told(program: Program) -> None:
    outcome = program("chek")
    assert outcome.status == 2
    assert "No such command 'chek'" in outcome.stderr
