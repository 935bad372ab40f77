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
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


@pytest.mark.parametrize("file", ["action.yml", "docs/ci/github.yml", "reports/project/ci/github.yml"])
def test_actions_of_others_are_pinned_by_commit(file: str) -> None:
    used = re.findall(r"uses: (?!YOUR-)\S+@(\S+)", (ROOT / file).read_text("utf-8"))
    assert used
    assert all(re.fullmatch(r"[0-9a-f]{40}", version) for version in used)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the Action's steps are for bash")
def test_a_later_run_of_the_action_takes_over_what_an_earlier_one_kept(
    runner: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that the cache step names goes into an archive and comes out of it on another runner."""
    (cache,) = (step for step in ACTION["runs"]["steps"] if "cache@" in step.get("uses", ""))
    assert cache["with"]["path"] == "${{ runner.temp }}/checker-cache"
    first, second = tmp_path / "first", tmp_path / "second"
    for checkout in (first, second):
        (checkout / "filings").mkdir(parents=True)
        (checkout / "filings" / "open.txt").write_text("The guard shall open the north gate.\n", "utf-8")
    assert act(runner, first, paths="filings", rules=TOY_PACK)[0] == 0
    kept = shutil.make_archive(str(tmp_path / "kept"), "tar", runner / "checker-cache")
    shutil.rmtree(runner / "checker-cache")
    shutil.unpack_archive(kept, runner / "checker-cache", filter="data")
    (runner / "checker-cache").chmod(0o700)
    # A runner on which no worker can be started has only what was kept.
    lame = "import sys, checker.process as p; p.COMMAND = ('false',); from checker.cli import main; main()"
    program = runner / "checker" / "bin" / "checker"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{lame}" "$@"\n', "utf-8")
    assert act(runner, second, paths="filings", rules=TOY_PACK)[0] == 0
    monkeypatch.setenv("CHECKER_NO_CACHE", "1")
    assert act(runner, second, paths="filings", rules=TOY_PACK)[0] == 4


@pytest.fixture
def hooked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose commits go through our hooks, with the program on the path in place of an installed one."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
        git(folder, "init", "-q")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", ours)
    git(ours, "add", "-A")
    git(ours, "commit", "-qm", "hooks")
    shutil.copytree(TOY_PACK, theirs / "pack")
    (theirs / "checker.toml").write_text('rules = ["pack"]\n', "utf-8")
    hooks = [{"id": hook["id"], "language": "system"} for hook in HOOKS]
    config = {"repos": [{"repo": str(ours), "rev": git(ours, "rev-parse", "HEAD"), "hooks": hooks}]}
    (theirs / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    git(theirs, "add", "-A")
    git(theirs, "commit", "-qm", "a project")
    return theirs


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committing(folder: Path, name: str, words: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit says when a file is about to be committed."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(words, "utf-8")
    git(folder, "add", name)
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color", "never"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_pre_commit_lets_a_sound_filing_pass_and_stops_one_that_breaks_a_promise(hooked: Path) -> None:
    sound = committing(hooked, "filings/open.txt", "The guard shall open the north gate.\n")
    assert (sound.returncode, sound.stdout.count("Passed")) == (0, 1)
    broken = committing(hooked, "filings/close.txt", "The guard shall close the north gate at noon.\n")
    assert broken.returncode == 1
    assert "exit code: 1" in broken.stdout
    assert "The gate is closed." in broken.stdout


def test_pre_commit_runs_the_cases_when_a_rule_changes_and_nothing_for_other_files(hooked: Path) -> None:
    picture = committing(hooked, "logo.svg", "<svg/>\n")
    assert (picture.returncode, picture.stdout.count("Skipped")) == (0, 2)
    rule = hooked / "pack" / "open-gate.yaml"
    slip = committing(hooked, "pack/open-gate.yaml", rule.read_text("utf-8").replace("[close]", "[shut]"))
    assert slip.returncode == 1
    assert "closed-at-noon: another verdict than labelled" in slip.stdout


def test_the_hook_for_documents_takes_the_formats_that_are_read() -> None:
    documents, _ = HOOKS
    assert re.search(documents["files"], "filings/close.txt")
    assert not re.search(documents["files"], "filings/close.png")


DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, continued lines joined."""
    joined = re.sub(r"\\\n", " ", DOCKERFILE)
    lines = (line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#"))
    return [(word.upper(), rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def test_the_image_is_slim_pinned_and_not_root() -> None:
    found = instructions()
    bases = [rest.split()[0] for word, rest in found if word == "FROM"]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim@sha256:[0-9a-f]{64}", base) for base in bases)
    assert [rest for word, rest in found if word == "USER"] == ["10001:10001"]
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {word for word, _ in found} <= known, "ADD fetches and unpacks by itself; EXPOSE and VOLUME are not needed"


def test_the_image_that_runs_holds_only_what_was_installed_and_needs_no_network_or_disk() -> None:
    found = instructions()
    last = found[max(number for number, (word, _) in enumerate(found) if word == "FROM") + 1 :]
    assert [rest for word, rest in last if word == "COPY"] == ["--from=build /opt/checker /opt/checker"]
    assert not [rest for word, rest in last if word == "RUN"]
    (environment,) = (rest for word, rest in last if word == "ENV")
    assert {"PYTHONDONTWRITEBYTECODE=1", "CHECKER_NO_CACHE=1"} <= set(environment.split())
    assert [json.loads(rest) for word, rest in last if word == "ENTRYPOINT"] == [["checker"]]
    installs = [rest for word, rest in found if word == "RUN" and "pip" in rest]
    assert all("PIP_CONSTRAINT=/source/.ci/constraints.txt" in rest for rest in installs)


def test_the_command_for_untrusted_filings_shuts_everything() -> None:
    command = DOCKERFILE.split("FROM", 1)[0]
    for option in (
        "--network none",
        "--read-only",
        "--tmpfs /tmp",
        "--cap-drop ALL",
        "--memory",
        "--pids-limit",
        ":ro",
    ):
        assert option in command
