"""From a named input to its bytes, whatever is found in its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.ingest import Stated
from checker.intake import FileBytes, Input, load
from checker.model.document import Problem


def loaded(file: Path, root: Path, limit: int = 100) -> bytes | Problem:
    return load(Input("document", Stated(), FileBytes(file, root)), limit)


def code(outcome: bytes | Problem) -> str:
    assert isinstance(outcome, Problem)
    return outcome.code


def test_the_bytes_of_a_regular_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    assert loaded(tmp_path / "a.txt", tmp_path) == b"words"


def test_a_file_up_to_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    assert loaded(tmp_path / "a.txt", tmp_path, 100) == b"x" * 100
    assert code(loaded(tmp_path / "a.txt", tmp_path, 99)) == "E-SIZE"
    assert code(load(Input("stdin", Stated(), b"x" * 100), 99)) == "E-SIZE"


def test_a_link_inside_the_root_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert loaded(tmp_path / "link.txt", tmp_path) == b"words"


def test_a_link_out_of_the_root_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (root / "link.txt").symlink_to("../secret.txt")
    problem = loaded(root / "link.txt", root)
    assert code(problem) == "E-PATH"
    assert isinstance(problem, Problem)
    assert "a link to something outside the folder" in problem.message


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert code(loaded(tmp_path / "a", tmp_path)) == "E-PATH"


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    assert code(loaded(tmp_path / "link", tmp_path)) == "E-PATH"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code(loaded(tmp_path / "pipe", tmp_path)) == "E-PATH"


def test_a_device_is_refused(tmp_path: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    assert code(loaded(Path("/dev/zero"), Path("/dev"))) == "E-PATH"
    del tmp_path


def test_a_file_that_vanished_is_gone(tmp_path: Path) -> None:
    assert code(loaded(tmp_path / "a.txt", tmp_path)) == "E-GONE"
