"""A worker whose reader does what the document says, as a parser may when a hostile file makes it.

Started by tests/test_pool.py in place of `checker.worker_main`, with a computing time of three seconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

from checker import ingest, limits, worker_main
from checker.ingest import Alternative, Enclosed, Issuers, PageBoxes, Picture, Reading, Source
from checker.model.document import Document
from checker.model.text import Box, Span

sound_read = ingest.read


def spin() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(600)


def hoard() -> None:
    held = []
    while True:
        held.append(bytearray(1 << 20))


def hoard_and_abort() -> None:
    held = bytearray(b"x" * (700 << 20))
    os.abort()
    del held


def abort() -> None:
    os.abort()


def leave() -> None:
    os._exit(3)


def chatter() -> None:
    os.write(1, b"what a library prints on standard output")


def _answer(data: bytes) -> None:
    """Write to whatever stands open, as a parser taken over by a document could."""
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, data)
        except OSError:
            continue


def lie() -> None:
    _answer(b"\x00\x00\x00\x02{}")
    os._exit(0)


def announce_a_gigabyte() -> None:
    _answer((1 << 30).to_bytes(4, "big") + b"{")
    os._exit(0)


def flood() -> None:
    for _ in range(2_000):
        _answer(b"nonsense" * (1 << 16))
    os._exit(0)


def fail() -> None:
    raise ValueError("words of the document")


def start_a_child() -> None:
    child = os.fork()
    if child == 0:
        time.sleep(600)
    os.kill(os.getpid(), 9)


MISDEEDS: dict[bytes, Callable[[], None]] = {
    deed.__name__.encode(): deed
    for deed in (
        spin,
        sleep,
        hoard,
        hoard_and_abort,
        abort,
        leave,
        chatter,
        lie,
        announce_a_gigabyte,
        flood,
        fail,
        start_a_child,
    )
}


class Undrawable:
    """A document that can be read, but breaks whatever draws it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @property
    def document(self) -> Document:
        return self._reading.document

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return ()

    def seen(self, spans: Sequence[Span]) -> Reading | None:
        return self._reading.seen(spans)

    @property
    def enclosed(self) -> tuple[Enclosed, ...]:
        return ()

    def boxes(self, span: Span) -> PageBoxes:
        del span
        return ((1, (Box(0, 0, 10, 10),)),)

    def place(self, span: Span) -> str:
        return self._reading.place(span)

    def crop(self, page: int, boxes: Sequence[Box]) -> Picture | None:
        del page, boxes
        os.abort()

    def drawn(self, span: Span) -> str | None:
        return self._reading.drawn(span)

    def close(self) -> None:
        self._reading.close()


def read(source: Source, known_issuers: Issuers = ()) -> Reading:
    first_line = source.data.split(b"\n")[0]
    deed = MISDEEDS.get(first_line)
    if deed:
        deed()
    if source.data.endswith(b"% abort") and not source.again:
        os.abort()
    reading = sound_read(source, known_issuers)
    return Undrawable(reading) if first_line == b"undrawable" else reading


if __name__ == "__main__":
    ingest.read = read
    limits.WORKER_CPU_SECONDS = 3  # type: ignore[misc]
    worker_main.main()
