from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.render import RENDERERS, Options
from tests.render.factory import report

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib
from checker.render import RENDERERS, Options
from tests.render.factory import report
for name, render in RENDERERS.items():
    if name != "pdf":  # Drawn by another program with the fonts of the machine.
        print(name, hashlib.sha256(render(report(list_all=True), Options(lang="ja"))).hexdigest())
"""


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_the_same_report_gives_the_same_bytes_twice(name: str) -> None:
    assert RENDERERS[name](report(), Options()) == RENDERERS[name](report(), Options())


def test_the_bytes_depend_on_neither_hash_seed_nor_locale_nor_time_zone() -> None:
    def digests(**environment: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    first = digests(PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert first.count("\n") == len(RENDERERS) - 1
    assert digests(PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo") == first


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_every_output_ends_its_lines_in_one_way_and_its_last_line_once(name: str) -> None:
    data = RENDERERS[name](report(), Options())
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
