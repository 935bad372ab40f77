"""The gate over the life of a repository: at each commit its status, what is new, known or fixed, what is shown."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Program
from tests.reviews.test_store import WAIVER

CONFIGURATION = """\
rules = ["our-rules"]
baseline = "known.json"
no-cache = true

[outputs]
json = "out/findings.json"
github = "out/github.txt"
github-summary = "out/summary.md"
sarif = "out/findings.sarif"

[[documents]]
paths = ["filings/"]
issuer = "The Town"
"""
LONG = (
    "Section 1. The guard shall close the north gate at noon on every day of the year,\n"
    "market days included.\n\n"
    "Section 2. The guard shall lock the north gate.\n"
)
FIFTY_LINES = "".join(f"Preamble {number}. The harvest was good.\n\n" for number in range(25))


@dataclass(frozen=True)
class Seen:
    """What the gate gave at one commit."""

    status: int
    new: int
    known: int
    fixed: int
    shown: tuple[str, ...]


@dataclass
class Repository:
    """A repository with the gate in it."""

    top: Path
    program: Program

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.top, check=True, capture_output=True)

    def write(self, name: str, content: str) -> None:
        file = self.top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")

    def gate(self, as_of: str = "2026-04-01", folder: str = "filings") -> Seen:
        """Commit what there is, run the gate, and say what it gave; `shown` are the files that GitHub marks."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change")
        outcome = self.program("check", self.top / folder, "--as-of", as_of, "--format", "text", "-vv")
        report = json.loads((self.top / "out" / "findings.json").read_text("utf-8"))
        beside = report["baseline"]
        marked = re.findall(r"^::(?:error|warning) (?:file=([^,]*),)?", self.read("github.txt"), re.MULTILINE)
        assert f"Exit status {outcome.status}" in outcome.stdout
        assert json.loads(self.read("findings.sarif"))["runs"][0]["invocations"][0]["exitCode"] == outcome.status
        fixed = sum(known["count"] for known in beside["fixed"])
        return Seen(outcome.status, beside["new"], beside["known"], fixed, tuple(marked))

    def know(self) -> None:
        """Take what there is into the baseline."""
        arguments = ("--as-of", "2026-04-01", "--baseline", self.top / "known.json")
        assert self.program("baseline", "write", self.top / "filings", *arguments).status == 0

    def read(self, name: str) -> str:
        return (self.top / "out" / name).read_text("utf-8")


@pytest.fixture
def repository(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    made = Repository(tmp_path / "repository", program)
    shutil.copytree(TOY_PACK, made.top / "our-rules")
    made.git("init", "-q")
    made.write("checker.toml", CONFIGURATION)
    made.write(".gitignore", "out/\n")
    made.write("filings/open.txt", "The guard shall open the north gate at dawn.\n")
    (made.top / "out").mkdir()
    made.write("known.json", '{"format": 1, "known": []}\n')
    made.know()
    return made


def test_the_gate_over_the_life_of_a_repository(repository: Repository) -> None:
    gate, write, top = repository.gate, repository.write, repository.top
    assert gate() == Seen(0, 0, 0, 0, ())

    # A new filing with a violation.
    write("filings/customs/order.txt", LONG)
    assert gate() == Seen(1, 1, 0, 0, ("filings/customs/order.txt",))

    # It is accepted into the baseline: quiet from here on.
    repository.know()
    assert gate() == Seen(0, 0, 1, 0, ())

    # Fifty lines are put above; nothing is new, nothing is lost.
    write("filings/customs/order.txt", FIFTY_LINES + LONG)
    assert gate() == Seen(0, 0, 1, 0, ())

    # The paragraphs are broken into other lines.
    write(
        "filings/customs/order.txt",
        LONG.replace("year,\nmarket", "year, market").replace("gate at noon", "gate\nat noon"),
    )
    assert gate() == Seen(0, 0, 1, 0, ())

    # The folder is renamed.
    (top / "filings" / "customs").rename(top / "filings" / "tariffs")
    assert gate() == Seen(0, 0, 1, 0, ())

    # The file itself is renamed: new under its new name, and told so.
    (top / "filings" / "tariffs" / "order.txt").rename(top / "filings" / "tariffs" / "decree.txt")
    assert gate() == Seen(1, 1, 0, 1, ("filings/tariffs/decree.txt",))
    (top / "filings" / "tariffs" / "decree.txt").rename(top / "filings" / "tariffs" / "order.txt")

    # The filing is edited: the violation is gone, another came.
    write("filings/tariffs/order.txt", "Section 1. The Town will close the north gate on feast days.\n")
    assert gate() == Seen(1, 1, 0, 1, ("filings/tariffs/order.txt",))
    repository.know()
    assert gate() == Seen(0, 0, 1, 0, ())

    # A rule is changed: what passed is now a violation, in a document that nobody touched.
    rule = (top / "our-rules" / "open-gate.yaml").read_text("utf-8")
    write("our-rules/open-gate.yaml", rule.replace("verdict: compliant", "verdict: violation"))
    assert gate() == Seen(1, 1, 1, 0, ("filings/open.txt",))
    write("our-rules/open-gate.yaml", rule)
    assert gate() == Seen(0, 0, 1, 0, ())

    # A violation with a waiver passes, until the waiver ends.
    write("filings/close.txt", "The guard shall close the north gate at noon.\n")
    assert gate() == Seen(1, 1, 1, 0, ("filings/close.txt",))
    write("reviews/open-gate.yaml", WAIVER)
    assert gate() == Seen(0, 0, 1, 0, ())
    assert gate(as_of="2026-07-01") == Seen(1, 1, 1, 0, ("filings/close.txt",))
    assert "this waiver ended on 2026-06-30" in repository.read("summary.md").replace("\\", "")

    # A filing that cannot be read is told, whatever else is well.
    (top / "filings" / "scan.pdf").write_bytes(b"")
    assert gate() == Seen(3, 0, 1, 0, ("filings/scan.pdf",))
    (top / "filings" / "scan.pdf").unlink()

    # An empty folder checks nothing, and nothing in it is fixed.
    (top / "empty").mkdir()
    assert gate(folder="empty") == Seen(4, 0, 0, 0, ("",))
