"""A worker process: takes rules once, then documents, one at a time, and answers each with a result or a failure."""

from __future__ import annotations

import gc
import os
import sys
from typing import BinaryIO

from checker import limits, posix


def main() -> None:
    """Serve the process that started this one until it closes the line."""
    isolation = posix.confine(int(sys.argv[1]))
    answers = _private_output()
    try:
        _serve(sys.stdin.buffer, answers, isolation)
    except EOFError:
        return


def _serve(requests: BinaryIO, answers: BinaryIO, isolation: str) -> None:
    gc.disable()
    # Parsers and whatever they load are imported only now, under the limits.
    from checker.failures import Failure
    from checker.ingest import Source
    from checker.protocol import Done, Job, Ready, read_frame, receive, send
    from checker.ruleset import compiled_of
    from checker.worker import attempt

    compiled = compiled_of(read_frame(requests))
    # The rules stay to the end: nothing is gained by looking for garbage among them.
    gc.freeze()
    gc.enable()
    send(answers, Ready(isolation, posix.peak_bytes()))
    while True:
        job = receive(requests, Job)
        work = job.records or Source(job.path, read_frame(requests), job.stated, job.inside, job.again)
        posix.allow_cpu(job.cpu_seconds)
        posix.allow_files(limits.RECORD_FILE_BYTES if job.records else limits.WORKER_FILE_BYTES)
        outcome = attempt(work, compiled, job.wanted)
        if isinstance(outcome, Failure):
            send(answers, Done(failure=outcome))
        else:
            send(answers, Done(result=outcome, peak_bytes=posix.peak_bytes()))


def _private_output() -> BinaryIO:
    """Standard output for this module alone: what a library prints must not land among the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
