"""Asked to stop, the program reports what is done, says that the rest is missing, and leaves no worker behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from checker import posix
from tests.cli.conftest import TOY_PACK

pytestmark = pytest.mark.skipif(not posix.AVAILABLE, reason="sends signals")

MISBEHAVING = str(Path(__file__).parents[2] / "misbehaving_worker.py")
SCRIPT = """
import sys
from checker import desk, process
from checker.cli import main

take = desk.Desk.take

def telling(self, source, outcome, isolation):
    take(self, source, outcome, isolation)
    print("one document is done", file=sys.stderr, flush=True)

desk.Desk.take = telling
process.COMMAND = (sys.executable, "-I", sys.argv.pop(1))
main()
"""


@pytest.mark.parametrize("request_to_stop", [signal.SIGINT, signal.SIGTERM])
def test_row_54_what_is_done_is_reported_as_incomplete(filings: Path, request_to_stop: signal.Signals) -> None:
    (filings / "endless.txt").write_text("sleep\n", "utf-8")
    arguments = ["check", "--rules", TOY_PACK, str(filings), "--jobs", "1", "--format", "json"]
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, MISBEHAVING, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stderr is not None
    assert program.stderr.readline() == "one document is done\n"
    program.send_signal(request_to_stop)
    stdout, stderr = program.communicate()
    assert program.returncode == 130
    report = json.loads(stdout)
    states = {document["path"]: document["state"] for document in report["documents"]}
    assert states == {
        "close.txt": "checked",
        "endless.txt": "not_checked",
        "open.txt": "not_checked",
        "silent.txt": "not_checked",
    }
    assert {problem["code"] for document in report["documents"] for problem in document["problems"]} == {
        "E-INTERRUPTED"
    }
    assert "incomplete, the run was stopped" in stderr.lower()
    assert "Traceback" not in stderr
