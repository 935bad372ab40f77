"""What the reader of a report is told where a document got no result."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.failures import Cause, Failure, of_exception, problem


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (Failure(Cause.CPU, limit=60), "reading it took more than 60 seconds of computing time"),
        (Failure(Cause.WALL, limit=150), "it gave no answer within 150 seconds"),
        (Failure(Cause.MEMORY), "reading it took more than 1024 MB of memory"),
        (Failure(Cause.CRASH, "SIGSEGV"), "the program that read it broke down (SIGSEGV)"),
        (Failure(Cause.PROTOCOL), "the program that read it gave an answer that makes no sense"),
        (Failure(Cause.START), "the program that reads documents could not be started"),
        (Failure(Cause.INTERRUPTED), "the run was interrupted before its turn came"),
    ],
)
def test_every_failure_is_told_with_its_code_and_what_to_do(failure: Failure, message: str) -> None:
    told = problem(failure)
    assert (told.code, told.message) == (failure.cause.value, message)
    assert told.hint


def test_every_cause_has_its_words() -> None:
    assert len({problem(Failure(cause)).message for cause in Cause}) == len(Cause)


def test_running_out_of_memory_inside_a_step_is_told_as_such() -> None:
    assert of_exception(MemoryError()) == Failure(Cause.MEMORY)


def test_a_system_without_posix_still_checks_a_text_file(tmp_path: Path) -> None:
    """Stands in for such a system: the module that sets limits on processes cannot be imported."""
    (tmp_path / "order.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import sys\nsys.modules['resource'] = None\nfrom checker.worker_main import main\nmain()\n", "utf-8"
    )
    program = (
        "import sys\n"
        "sys.modules['resource'] = None\n"
        "from checker import posix, process\n"
        "from checker.cli.program import status_of\n"
        "assert not posix.AVAILABLE\n"
        "process.COMMAND = (sys.executable, '-I', sys.argv[1])\n"
        "sys.exit(status_of(['check', '--format', 'json', '--rules', *sys.argv[2:]]))\n"
    )
    toy_pack = Path(__file__).with_name("toy_pack")
    command = [sys.executable, "-c", program, str(worker), str(toy_pack), str(tmp_path / "order.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert '"isolation": "timeout-only"' in done.stdout
    assert '"verdict": "violation"' in done.stdout
