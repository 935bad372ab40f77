"""Outputs are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.cli.targets import write
from checker.errors import OutputError
from tests.cli.conftest import Program


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write(b"new", tmp_path / "report.json")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("report.json", b"new")]


def test_an_old_file_is_replaced_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "report.json").symlink_to("real.json")
    write(b"new", tmp_path / "report.json")
    assert (tmp_path / "report.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.json").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write(b"new", tmp_path / "report.json")
    assert str(caught.value) == (
        f"{tmp_path / 'report.json'}: the output could not be written: no space left on device\n"
        "  hint: check that the folder exists, that you may write there and that the disk is not full"
    )
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("report.json", b"old")]


def test_a_device_is_written_to_and_stays_a_device() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    write(b"new", Path("/dev/null"))
    with pytest.raises(OutputError, match="no space left on device"):
        write(b"new", Path("/dev/full"))
    assert not Path("/dev/null").is_file()
    assert not Path("/dev/full").is_file()


def test_an_output_that_cannot_be_written_keeps_no_other_from_it(toy: Program, filings: Path) -> None:
    folder = filings.parent
    outcome = toy(filings, "-o", f"html={folder / 'nowhere' / 'a.html'}", "-o", f"json={folder / 'findings.json'}")
    assert outcome.status == 2
    assert f"Error: {folder / 'nowhere' / 'a.html'}: the output could not be written: no such file" in outcome.stderr
    assert "1 violation" in outcome.stdout
    assert (folder / "findings.json").exists()
