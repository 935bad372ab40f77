"""What a person at a terminal sees of a long run."""

from __future__ import annotations

import sys

import pytest

from checker.cli import progress as module
from checker.cli.progress import progress, told


@pytest.mark.parametrize(
    ("done", "seconds", "words"),
    [
        (0, 3.0, "0 of 5,000 documents · 0.0 a second · none done yet"),
        (100, 4.0, "100 of 5,000 documents · 25.0 a second · 3 min left"),
        (4_950, 99.0, "4,950 of 5,000 documents · 50.0 a second · 1 s left"),
        (10, 60.0, "10 of 5,000 documents · 0.2 a second · 8.3 h left"),
    ],
)
def test_it_tells_what_is_done_how_fast_and_what_is_left(done: int, seconds: float, words: str) -> None:
    assert told(done, 5_000, seconds) == words


def test_nothing_is_told_where_nobody_looks_on(capfd: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False) as watch:
        assert watch is None
    assert capfd.readouterr().err == ""


def test_a_terminal_gets_one_line_that_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with progress(quiet=True) as watch:
        assert watch is None
    with progress(quiet=False) as watch:
        assert watch is not None
        watch(1, 2)
    told_line = capfd.readouterr().err
    assert told_line.startswith("\r1 of 2 documents · ")
    assert told_line.endswith("\x1b[K\r\x1b[K")
    assert "\n" not in told_line
