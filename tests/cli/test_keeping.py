"""The cache on the command line: the same report sooner, and never a stale one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from checker import pool
from checker.cli.program import status_of
from checker.ingest import Source
from checker.result import Outcome

TOY = Path(__file__).parents[1] / "toy_pack"
CLOSE = "The guard shall close the north gate at noon.\n"


@pytest.fixture
def evaluated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that workers are asked about from now on."""
    asked: list[str] = []
    check = pool.Pool._check

    def noting(self: pool.Pool, source: Source) -> Outcome:
        asked.append(source.path)
        return check(self, source)

    monkeypatch.setattr(pool.Pool, "_check", noting)
    return asked


@pytest.fixture
def filing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TOY, "pack")
    Path("order.txt").write_text(CLOSE, "utf-8")
    return tmp_path


def check(*options: str, format_: str = "json") -> int:
    words = ["check", "order.txt", "--rules", "pack", "--as-of", "2026-04-01", "--format", format_]
    return status_of([*words, "--output", "out", "--cache-dir", "kept", *options])


def test_a_second_run_gives_the_same_bytes_without_reading_anything_again(filing: Path, evaluated: list[str]) -> None:
    assert check() == 1
    first = (filing / "out").read_bytes()
    assert check() == 1
    assert (filing / "out").read_bytes() == first
    assert evaluated == ["order.txt"]


@pytest.mark.parametrize("change", ["document", "rule", "pictures", "no-cache", "other folder"])
def test_whatever_decides_a_result_makes_a_run_read_anew(filing: Path, evaluated: list[str], change: str) -> None:
    check()
    options: list[str] = []
    if change == "document":
        (filing / "order.txt").write_text(CLOSE + "Thanks.\n", "utf-8")
    if change == "rule":
        (file,) = (
            path for path in (filing / "pack").glob("*.yaml") if path.name.count(".") == 1 and "gate" in path.name
        )
        file.write_text(file.read_text("utf-8") + "\n# a remark\n", "utf-8")
    if change == "no-cache":
        options = ["--no-cache"]
    if change == "other folder":
        options = ["--cache-dir", "elsewhere"]
    check(*options, format_="html" if change == "pictures" else "json")
    assert evaluated == ["order.txt", "order.txt"]


def test_a_changed_rule_changes_the_verdict_at_once(filing: Path) -> None:
    check()
    before = json.loads((filing / "out").read_text("utf-8"))
    assert before["summary"]["violation"] == 1
    file = filing / "pack" / "open-gate.yaml"
    softer = file.read_text("utf-8").replace("verdict: violation", "verdict: needs_review\n    code: closing", 1)
    file.write_text(softer, "utf-8")
    check()
    after = json.loads((filing / "out").read_text("utf-8"))
    assert after["summary"]["violation"] == 0
    assert after["rules"]["sha256"] != before["rules"]["sha256"]


def test_no_cache_keeps_nothing(filing: Path) -> None:
    check("--no-cache")
    assert not (filing / "kept").exists()


def test_a_cache_that_cannot_be_used_is_a_note_and_no_error(filing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (filing / "kept").mkdir()
    (filing / "kept").chmod(0o777)
    assert check() == 1
    note = "Note: the cache folder kept is open to other users, so it is not used; nothing is kept for the next run.\n"
    assert note in capfd.readouterr().err
    check("--quiet")
    assert capfd.readouterr().err == ""
