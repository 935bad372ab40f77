"""SARIF held against the rules of Microsoft's validator, where that is installed: .ci/full does so."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checker.cli.program import status_of
from checker.render import RENDERERS, Options
from checker.resources import data
from tests.render.factory import report
from tests.render.test_sarif import many

MULTITOOL = os.environ.get("SARIF_MULTITOOL", "")
pytestmark = pytest.mark.skipif(not MULTITOOL, reason="SARIF_MULTITOOL does not name Microsoft's validator")


def complaints(file: Path) -> list[Any]:
    """The errors it finds; it ends with 0 even where there are some, so its own log is read."""
    log = file.with_suffix(".out.sarif")
    subprocess.run(
        [MULTITOOL, "validate", file, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--output", log],
        check=True,
        capture_output=True,
    )
    (run,) = json.loads(log.read_text("utf-8-sig"))["runs"]
    # Silence is no verdict: on every sound log it remarks at least that messages have texts.
    assert run["results"]
    return [result for result in run["results"] if result.get("level") == "error"]


def test_it_finds_nothing_wrong_with_a_report_of_every_verdict(tmp_path: Path) -> None:
    for name in ("sarif", "sarif-full"):
        file = tmp_path / f"{name}.sarif"
        file.write_bytes(RENDERERS[name](report(), Options()))
        assert complaints(file) == []


def test_it_finds_nothing_wrong_with_the_samples(tmp_path: Path) -> None:
    file = tmp_path / "samples.sarif"
    status_of(["check", str(data("rules") / "us-japan-2025" / "samples"), "--format", "sarif", "--output", str(file)])
    assert complaints(file) == []


def test_it_finds_nothing_wrong_with_thirty_thousand_findings_cut(tmp_path: Path) -> None:
    file = tmp_path / "many.sarif"
    file.write_bytes(RENDERERS["sarif"](many(30_000), Options()))
    assert complaints(file) == []


def test_it_does_find_what_github_would_refuse(tmp_path: Path) -> None:
    log = json.loads(RENDERERS["sarif"](report(), Options()))
    del log["runs"][0]["results"][0]["locations"]
    file = tmp_path / "without-place.sarif"
    file.write_text(json.dumps(log), "utf-8")
    assert complaints(file)
