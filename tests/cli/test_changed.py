"""`--changed-since`: what a change touches, and nothing else; never green because git could not tell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Outcome, Program
from tests.reviews.test_store import WAIVER

Git = Callable[..., None]


@pytest.fixture
def git(filings: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in the repository above the filings, whose first commit on `main` holds them and their rules."""
    top = filings.parent
    monkeypatch.chdir(top)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def call(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=top, check=True, capture_output=True)

    shutil.copytree(TOY_PACK, top / "our-rules")
    call("init", "-q", "-b", "main")
    call("add", "-A")
    call("commit", "-qm", "first")
    call("checkout", "-qb", "work")
    return call


def run(program: Program, *arguments: str, revision: str = "main") -> Outcome:
    fixed = ("check", "filings", "--rules", "our-rules", "--as-of", "2026-04-01", "--no-cache", "--format", "json")
    return program(*fixed, "--changed-since", revision, *arguments)


def checked(outcome: Outcome) -> list[str]:
    return [document["path"] for document in outcome.json["documents"]]


def test_only_what_changed_is_checked_whether_committed_or_not(program: Program, git: Git) -> None:
    Path("filings/silent.txt").write_text("The harvest was poor.\n", "utf-8")
    git("commit", "-qam", "second")
    Path("filings/new 省令.txt").write_text("The guard shall open the north gate at dawn.\n", "utf-8")
    outcome = run(program)
    assert checked(outcome) == ["filings/new 省令.txt", "filings/silent.txt"]
    assert outcome.status == 0
    assert outcome.json["run"]["unchanged"] == 2
    assert "2 of 4 documents changed since main; the others were not looked at" in outcome.stderr


def test_what_changed_on_the_other_branch_meanwhile_does_not_count(program: Program, git: Git) -> None:
    git("checkout", "-q", "main")
    Path("filings/silent.txt").write_text("The harvest was poor.\n", "utf-8")
    git("commit", "-qam", "elsewhere")
    git("checkout", "-q", "work")
    assert checked(run(program)) == []


@pytest.mark.usefixtures("git")
def test_where_nothing_changed_the_run_passes_and_says_so(program: Program) -> None:
    outcome = run(program)
    assert outcome.status == 0
    assert "No document changed: the 3 there are were not checked again." in outcome.stderr


def test_a_folder_without_documents_is_still_nothing_checked(program: Program, git: Git) -> None:
    git("rm", "-rq", "filings")
    Path("filings").mkdir()
    assert run(program).status == 4


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("our-rules/open-gate.yaml", "# a remark\n"),
        ("checker.toml", 'lang = "en"\n'),
        ("reviews/open-gate.yaml", WAIVER),
    ],
)
def test_what_judges_every_document_affects_every_document(program: Program, file: str, content: str) -> None:
    Path(file).parent.mkdir(exist_ok=True)
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write(content)
    outcome = run(program)
    assert checked(outcome) == ["filings/close.txt", "filings/open.txt", "filings/silent.txt"]
    assert "all 3 documents were looked at: what judges them changed since main" in outcome.stderr


@pytest.mark.usefixtures("git")
def test_a_document_changes_with_what_is_stated_beside_it(program: Program) -> None:
    Path("filings/open.txt.meta.yaml").write_text("issuer: The Town\n", "utf-8")
    assert checked(run(program)) == ["filings/open.txt"]


def test_what_the_baseline_knows_of_unchanged_documents_is_not_called_fixed(program: Program, git: Git) -> None:
    written = program("baseline", "write", "filings", "--rules", "our-rules", "--as-of", "2026-01-01")
    assert written.status == 0
    git("add", "-A")
    git("commit", "-qm", "baseline")
    git("checkout", "-qB", "main")
    git("checkout", "-qB", "work")
    Path("filings/silent.txt").write_text("The harvest was poor.\n", "utf-8")
    outcome = run(program, "--baseline", "checker-baseline.json")
    assert "0 new, 0 known, 0 fixed, 1 not looked at" in outcome.stderr
    assert outcome.status == 0


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", ""])
def test_a_revision_git_does_not_know_is_an_error(program: Program, revision: str) -> None:
    outcome = run(program, revision=revision)
    assert outcome.status == 2
    assert "--changed-since: git cannot tell what changed (it does not know the revision)" in outcome.stderr
    assert "fetch the whole history (fetch-depth: 0)" in outcome.stderr


def test_outside_a_repository_git_cannot_tell(program: Program, filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(filings)
    outcome = program("check", ".", "--rules", TOY_PACK, "--changed-since", "main")
    assert outcome.status == 2
    assert "not a git repository" in outcome.stderr
