"""What the run and its worker processes say to each other: length-prefixed JSON, checked on arrival, never pickles."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO, TypeVar

import msgspec

from checker.failures import Cause, Failure
from checker.ingest import Stated
from checker.limits import (
    MESSAGE_BYTES,
    OCR_CPU_SECONDS,
    OCR_WALL_SECONDS,
    WORKER_CPU_SECONDS,
    WORKER_WALL_SECONDS,
)
from checker.records import RecordFile
from checker.result import Outcome, Result, Wanted

_LENGTH = struct.Struct(">I")
T = TypeVar("T")


class ProtocolError(Exception):
    """The other side said something that is not a message, or said it at too great length."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first answer, to the rules in a frame: how it is confined, its peak memory so far."""

    isolation: str
    peak_bytes: int


@dataclass(frozen=True, slots=True)
class Job:
    """One document to check, whose bytes follow in a frame of their own, or a record file, by its copy."""

    path: str
    stated: Stated
    wanted: Wanted
    inside: tuple[str, ...] = ()
    records: RecordFile | None = None
    again: bool = False

    @property
    def cpu_seconds(self) -> int:
        """The computing time that it may take."""
        if self.records:
            return self.records.cpu_seconds
        return OCR_CPU_SECONDS if self.wanted.manner.recognises else WORKER_CPU_SECONDS

    @property
    def wall_seconds(self) -> int:
        """The time in which an answer must come."""
        if self.records:
            return self.records.wall_seconds
        return OCR_WALL_SECONDS if self.wanted.manner.recognises else WORKER_WALL_SECONDS


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker answers to a job, either the result or the failure, and its peak memory so far."""

    result: Result | None = None
    failure: Failure | None = None
    peak_bytes: int = 0

    def __post_init__(self) -> None:
        if (self.result is None) == (self.failure is None):
            raise ValueError("an answer is either a result or a failure")

    @property
    def outcome(self) -> Outcome:
        """The one of the two that is there."""
        return self.result or self.failure or Failure(Cause.PROTOCOL)


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Send `data` with its length before it."""
    if len(data) > MESSAGE_BYTES:
        raise ProtocolError(f"a message of {len(data)} bytes is longer than {MESSAGE_BYTES}")
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes:
    """The next message; EOFError where the other side has closed, ProtocolError where it talks nonsense."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > MESSAGE_BYTES:
        raise ProtocolError(f"a message of {length} bytes was announced")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def send(stream: IO[bytes], message: object) -> None:
    """Send one of this module's messages."""
    write_frame(stream, msgspec.json.encode(message))


def receive(stream: IO[bytes], kind: type[T]) -> T:
    """The next message, which must be a valid `kind`."""
    try:
        return msgspec.json.decode(read_frame(stream), type=kind)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
