"""A pool of long-lived worker processes, each of which can be ended without harm to the others."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

from checker.errors import CheckerError
from checker.failures import Cause, Failure
from checker.ingest import is_pdf
from checker.isolation import reaches
from checker.model.document import Problem, State
from checker.process import StartError, WorkerProcess
from checker.protocol import Job
from checker.records import RecordFile, Work
from checker.result import Outcome, Result, Wanted

Answered = tuple[Work, Outcome]


class Pool:
    """Checks documents in up to `size` processes; close it after use. `isolation` is known after the first answer."""

    def __init__(self, rules: bytes, size: int, wanted: Wanted, isolation: str = "none") -> None:
        """A pool for compiled rules (see `ruleset`); CheckerError once a worker is less isolated than asked for."""
        self._rules = rules
        self._required = isolation
        self._size = size
        self._wanted = wanted
        self._workplace = tempfile.TemporaryDirectory(prefix="checker-")
        self._threads = ThreadPoolExecutor(size)
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        self._live: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._closed = False
        self.isolation = "none"

    def evaluate(self, sources: Iterable[Work]) -> Iterator[Answered]:
        """Every source with its outcome, in the order they are done; sources are drawn only as they are needed."""
        running: dict[Future[Outcome], Work] = {}
        for source in sources:
            running[self._threads.submit(self._check, source)] = source
            if len(running) >= 2 * self._size:
                yield from _done(running)
        while running:
            yield from _done(running)

    def close(self) -> None:
        """End all workers, also those at work."""
        with self._lock:
            self._closed = True
            for process in self._live:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._live:
            process.end()
        self._workplace.cleanup()

    def _check(self, work: Work) -> Outcome:
        outcome = self._ask(work, self._wanted)
        if isinstance(outcome, Result) or isinstance(work, RecordFile):
            return outcome
        if self._wanted.crops:
            # Drawing costs far more than reading: a page too heavy to draw may still be read.
            plain = self._ask(work, replace(self._wanted, crops=False))
            if isinstance(plain, Result):
                return _without_pictures(plain, outcome)
            outcome = plain
        if outcome.cause is Cause.CRASH and is_pdf(work.data):
            # A second reader may not break down on it; its reading says which one it was.
            again = self._ask(replace(work, again=True), replace(self._wanted, crops=False))
            return again if isinstance(again, Result) and again.document.state is not State.NOT_CHECKED else outcome
        return outcome

    def _ask(self, work: Work, wanted: Wanted) -> Outcome:
        try:
            process = self._take()
        except StartError:
            return Failure(Cause.START)
        if isinstance(work, RecordFile):
            done = process.ask(Job(work.path, work.stated, wanted, records=work), None)
        else:
            done = process.ask(Job(work.path, work.stated, wanted, work.inside, again=work.again), work.data)
        if isinstance(done.outcome, Failure) or process.worn:
            self._discard(process)
        else:
            self._idle.put(process)
        return done.outcome

    def _take(self) -> WorkerProcess:
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._start()

    def _start(self) -> WorkerProcess:
        if self._closed:
            raise StartError
        process = WorkerProcess(self._rules, Path(self._workplace.name), self._wanted.memory)
        with self._lock:
            self._live.add(process)
            if self._closed:
                raise StartError
        self.isolation = process.ready.isolation
        if not reaches(self.isolation, self._required):
            raise CheckerError(
                f"documents can be isolated only by {self.isolation} on this system, and {self._required} is required",
                hint="run the check on a system that has it, or ask for less with --require-isolation",
            )
        return process

    def _discard(self, process: WorkerProcess) -> None:
        process.end()
        with self._lock:
            self._live.discard(process)


def _done(running: dict[Future[Outcome], Work]) -> Iterator[Answered]:
    finished, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in finished:
        yield running.pop(future), future.result()


def _without_pictures(result: Result, failure: Failure) -> Result:
    problem = Problem(
        "W-NO-PICTURES",
        f"the pages could not be drawn, so the report shows the words without pictures ({failure.cause})",
    )
    document = replace(result.document, problems=(*result.document.problems, problem))
    return replace(result, document=document)
