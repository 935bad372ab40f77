"""One worker process that can be ended at any moment."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from checker import posix
from checker.failures import Cause, Failure
from checker.limits import WORKER_DOCUMENTS, WORKER_MEMORY_BYTES, WORKER_WALL_SECONDS
from checker.protocol import Done, Job, ProtocolError, Ready, receive, send, write_frame

COMMAND = (sys.executable, "-I", "-m", "checker.worker_main")
"""Starts a worker: isolated from the user's environment and the working directory."""


class StartError(Exception):
    """A worker that did not come up."""


class WorkerProcess:
    """A Python process that holds the compiled rules and checks one document after the other."""

    def __init__(self, rules: bytes, workplace: Path, memory: int = WORKER_MEMORY_BYTES) -> None:
        """Start a process with compiled rules in the empty folder `workplace`; StartError if it does not come up.

        It may take `memory` bytes.
        """
        self._memory = memory
        self._process = _start(workplace, memory)
        self._requests, self._answers = _pipes(self._process)
        self._lock = threading.Lock()
        self._timed_out = False
        self._checked = 0
        self._peak = 0
        try:
            with self._deadline(WORKER_WALL_SECONDS):
                write_frame(self._requests, rules)
                self.ready = receive(self._answers, Ready)
        except (OSError, EOFError, ProtocolError) as error:
            self.end()
            raise StartError from error

    def ask(self, job: Job, data: bytes | None) -> Done:
        """What the process answers to `job`, whose bytes are `data` unless it brings a copy.

        After a failure, which says why there is no answer, the process is of no more use.
        """
        try:
            with self._deadline(job.wall_seconds):
                send(self._requests, job)
                if data is not None:
                    write_frame(self._requests, data)
                done = receive(self._answers, Done)
        except ProtocolError:
            return Done(failure=Failure(Cause.PROTOCOL))
        except (OSError, EOFError):
            return Done(failure=self._post_mortem(job))
        self._checked += 1
        self._peak = done.peak_bytes
        return done

    @property
    def worn(self) -> bool:
        """Whether the process has checked enough documents, or held enough memory, to be replaced."""
        return self._checked >= WORKER_DOCUMENTS or self._grew_to(self._peak, self._memory // 2)

    def kill(self) -> None:
        """Make the process stop at once; any thread may ask for it, and whoever waits for an answer gets a failure."""
        with self._lock:
            posix.kill(self._process)

    def end(self) -> int:
        """Kill the process and wait until it is gone; its peak memory in bytes, 0 where that is not known."""
        self.kill()
        with self._lock:
            peak = posix.reap(self._process)
        for pipe in (self._requests, self._answers):
            _close(pipe)
        return peak

    @contextmanager
    def _deadline(self, seconds: int) -> Iterator[None]:
        timer = threading.Timer(seconds, self._time_out)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _time_out(self) -> None:
        self._timed_out = True
        self.kill()

    def _post_mortem(self, job: Job) -> Failure:
        peak = self.end()
        if self._timed_out:
            return Failure(Cause.WALL, limit=job.wall_seconds)
        if posix.ended_by_cpu_limit(self._process.returncode):
            return Failure(Cause.CPU, limit=job.cpu_seconds)
        if self._grew_to(peak, self._memory * 6 // 10):
            return Failure(Cause.MEMORY)
        return Failure(Cause.CRASH, posix.name_of_end(self._process.returncode))

    def _grew_to(self, peak: int, threshold: int) -> bool:
        # The peak a process starts with is its parent's, so only what lies beyond it is its own.
        return peak > max(self.ready.peak_bytes, threshold)


def _start(workplace: Path, memory: int) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            (*COMMAND, str(memory)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=workplace,
            env=posix.spare_environment(workplace),
            **posix.spawn_options(),
        )
    except OSError as error:
        raise StartError from error


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise StartError
    return process.stdin, process.stdout


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what the dead process did not take is lost
        return
