"""Where the gate runs: the steps of the GitHub Action and the entries of the hooks, as their files say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli.program import status_of
from tests.cli.conftest import TOY_PACK

ROOT = Path(__file__).resolve().parents[1]
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """The temporary folder of a runner on which the Action's first step has installed the checker."""
    program = tmp_path / "runner" / "checker" / "bin" / "checker"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checker "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path / "runner"


def act(runner: Path, folder: Path, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """The status, the output and the outputs of the Action's checking step, run from its YAML."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    given = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()} | inputs
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for key, value in step["env"].items()
    }
    files = {"GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary.md"}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={
            **os.environ,
            **environment,
            **{key: str(file) for key, file in files.items()},
            "RUNNER_TEMP": str(runner),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    written = files["GITHUB_OUTPUT"].read_text("utf-8") if files["GITHUB_OUTPUT"].exists() else ""
    return done.returncode, done.stdout, dict(line.split("=", 1) for line in written.splitlines())


@pytest.mark.skipif(shutil.which("bash") is None, reason="the Action's steps are for bash")
def test_the_action_checks_annotates_summarises_and_tells_its_counts(runner: Path, tmp_path: Path) -> None:
    filings = tmp_path / "filings of $(today)"
    filings.mkdir()
    (filings / "close.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    status, said, outputs = act(runner, tmp_path, paths=f"{filings.name}\n", rules=TOY_PACK)
    assert status == 1
    assert said.startswith("::error file=")
    assert "| Violation |" in (runner / "summary.md").read_text("utf-8")
    assert {name: outputs[name] for name in ("violation", "needs_review", "not_checked", "new", "fixed")} == {
        "violation": "1",
        "needs_review": "0",
        "not_checked": "0",
        "new": "",
        "fixed": "",
    }
    assert json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))["version"] == "2.1.0"
    assert Path(outputs["html-file"]).is_file()
    assert set(outputs) == set(ACTION["outputs"])


@pytest.mark.skipif(shutil.which("bash") is None, reason="the Action's steps are for bash")
def test_the_action_is_not_green_where_nothing_was_checked_or_asked_rightly(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert act(runner, tmp_path, paths="empty", rules=TOY_PACK)[0] == 4
    assert act(runner, tmp_path, paths="empty", rules="no-such-pack")[0] == 2
    assert act(runner, tmp_path, paths="-rf\n--exit-zero", rules=TOY_PACK)[0] == 4


def test_no_input_of_the_action_is_spliced_into_a_script() -> None:
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])
    assert not any("uses" in step for step in ACTION["runs"]["steps"])


def test_the_hooks_run_as_their_file_says(tmp_path: Path) -> None:
    documents, rules = HOOKS
    filing = tmp_path / "close.txt"
    filing.write_text("The guard shall close the north gate at noon.\n", "utf-8")
    assert re.search(documents["files"], "filings/close.txt")
    assert not re.search(documents["files"], "filings/close.png")
    assert entry(documents, "--rules", TOY_PACK, str(filing)) == 1
    assert entry(rules, "--rules", TOY_PACK) == 0


def entry(hook: Any, *arguments: str) -> int:
    program, *words = shlex.split(hook["entry"])
    assert program == "checker"
    return status_of([*words, *arguments])
