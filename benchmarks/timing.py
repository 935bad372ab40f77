"""Times commands fairly: everything that is compared runs in every round, one after the other."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: computing time of the command and all it started, time on the wall clock, in seconds."""

    cpu: float
    wall: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.cpu - other.cpu, self.wall - other.wall)


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several rounds, with the least and the greatest."""

    median: float
    least: float
    greatest: float

    @staticmethod
    def of(values: Sequence[float]) -> Spread:
        """The spread of some values, at least one."""
        return Spread(statistics.median(values), min(values), max(values))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}-{self.greatest:.2f})"


Rounds = Mapping[str, Sequence[Cost]]
"""What each thing cost in each round."""


def run(command: Sequence[str], allowed: Sequence[int] = (0,), cwd: Path | None = None) -> Cost:
    """Run a command in a folder of its own unless one is given; its output is thrown away."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command, cwd=cwd or folder, capture_output=True, check=False, env=_environment())
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in allowed:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()[-2_000:]}")
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def interleaved(things: Mapping[str, Callable[[], Cost]], rounds: int) -> Rounds:
    """Every thing once a round, in turn; a first round, in which files are read into memory, is not counted."""
    found: dict[str, list[Cost]] = {name: [] for name in things}
    for number in range(rounds + 1):
        for name, thing in things.items():
            cost = thing()
            if number:
                found[name].append(cost)
    return found


def ratios(found: Rounds, name: str, base: str, clock: str = "cpu") -> Spread:
    """How many times as much one thing cost as another, round by round."""
    pairs = zip(found[name], found[base], strict=True)
    return Spread.of([getattr(cost, clock) / getattr(other, clock) for cost, other in pairs])


def steady(found: Rounds, name: str, few: str) -> list[Cost]:
    """What the documents beyond the `few` cost, which leaves start-up out."""
    return [cost - start for cost, start in zip(found[name], found[few], strict=True)]


def _environment() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": "1780272000"}
