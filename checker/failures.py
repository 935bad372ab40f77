"""How a document's worker can fail, and what the reader of the report is told about it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from checker.limits import WORKER_MEMORY_BYTES
from checker.model.document import Problem


class Cause(StrEnum):
    """Why a document got no result."""

    CPU = "E-CPU"
    WALL = "E-WALL"
    MEMORY = "E-MEMORY"
    CRASH = "E-CRASH"
    PROTOCOL = "E-PROTOCOL"
    START = "E-WORKER"
    INTERRUPTED = "E-INTERRUPTED"


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong; `detail` names the place in the program or the signal, never words of the document.

    `limit` are the seconds that were allowed, where time ran out.
    """

    cause: Cause
    detail: str = ""
    limit: int = 0


_OUTSIDE = "open the document in its own program, save it as a new PDF or as text, and check that"
_MACHINE = "the document is not at fault: see that the machine has memory to spare, try --jobs 1, else report it"
_WORDS = {
    Cause.CPU: ("reading it took more than {limit} seconds of computing time", _OUTSIDE),
    Cause.WALL: ("it gave no answer within {limit} seconds", _OUTSIDE),
    Cause.MEMORY: (f"reading it took more than {WORKER_MEMORY_BYTES >> 20} MB of memory", _OUTSIDE),
    Cause.CRASH: ("the program that read it broke down", _OUTSIDE),
    Cause.PROTOCOL: ("the program that read it gave an answer that makes no sense", _OUTSIDE),
    Cause.START: ("the program that reads documents could not be started", _MACHINE),
    Cause.INTERRUPTED: ("the run was interrupted before its turn came", "run the check again"),
}


def problem(failure: Failure) -> Problem:
    """`failure` as the report shows it."""
    message, hint = _WORDS[failure.cause]
    detail = f" ({failure.detail})" if failure.detail else ""
    return Problem(failure.cause.value, message.format(limit=failure.limit) + detail, hint=hint)


def of_exception(error: Exception) -> Failure:
    """The failure that an exception inside a step amounts to; its message is left out, as it may quote the document."""
    if isinstance(error, MemoryError):
        return Failure(Cause.MEMORY)
    return Failure(Cause.CRASH, type(error).__name__ + _place(error))


def _place(error: Exception) -> str:
    package = Path(__file__).parent
    ours = [
        f" in {Path(frame.filename).relative_to(package).as_posix()}, line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(package)
    ]
    return ours[-1] if ours else ""
