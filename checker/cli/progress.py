"""How far a long run has come, told on standard error while someone looks on."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from checker.run import Watch

_PATIENCE, _PAUSE = 2.0, 0.2
"""Seconds before the first line, and between one and the next."""


@contextmanager
def progress(quiet: bool) -> Iterator[Watch | None]:
    """What a run is to call, if anything: it writes one line over and over on a terminal, and clears it at the end."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    line = _Line()
    try:
        yield line.update
    finally:
        line.clear()


class _Line:
    def __init__(self) -> None:
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE

    def update(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PAUSE
            sys.stderr.write(f"\r{told(done, total, now - self._began)}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def told(done: int, total: int, seconds: float) -> str:
    """How far a run has come after some seconds, and how long it may still take."""
    rate = done / seconds
    left = f"{_duration((total - done) / rate)} left" if done else "none done yet"
    return f"{done:,} of {total:,} documents · {rate:,.1f} a second · {left}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} h"
