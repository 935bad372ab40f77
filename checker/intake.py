"""From a named input to its bytes: regular files only, inside the root, never past the size limit, never blocking."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from checker.ingest import Stated
from checker.model.document import Problem

# A pipe or device put in a file's place between the look and the opening must neither block nor be followed.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))

_CHUNK = 1 << 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file to read, and the folder that no link may lead out of."""

    file: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Input:
    """One document to check: its logical path, what is stated about it, and its bytes or where they are."""

    path: str
    stated: Stated
    content: FileBytes | bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """The hash and the number of the bytes that were copied."""

    sha256: str
    size: int


def load(item: Input, limit: int) -> bytes | Problem:
    """The bytes of `item`, at most `limit` of them, or the problem that keeps it from being read."""
    return _taken(item, lambda stream: read_bounded(stream, limit))


def spool(item: Input, limit: int, target: Path) -> Copied | Problem:
    """Copy `item`, at most `limit` bytes of it, to the file `target`, or tell the problem that prevents it."""
    return _taken(item, lambda stream: _copied(stream, limit, target))


def _taken(item: Input, take: Callable[[BinaryIO], T | Problem]) -> T | Problem:
    if isinstance(item.content, bytes):
        return take(BytesIO(item.content))
    try:
        return _from_file(item.content, take)
    except FileNotFoundError:
        return Problem(
            "E-GONE",
            "the file was not there any more when its turn came",
            hint="if it is a link, check that the file it points to exists; else run the check again",
        )
    except (OSError, RuntimeError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else "the link leads in a circle"
        return Problem("E-PATH", f"the file cannot be opened: {cause.lower()}", hint="check its permissions")


def read_bounded(stream: BinaryIO, limit: int) -> bytes | Problem:
    """What `stream` holds, or the problem that it holds more than `limit` bytes."""
    data = stream.read(limit + 1)
    return data if len(data) <= limit else too_large(limit)


def _copied(stream: BinaryIO, limit: int, target: Path) -> Copied | Problem:
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as sink:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                return too_large(limit)
            digest.update(chunk)
            sink.write(chunk)
    return Copied(digest.hexdigest(), size)


def too_large(limit: int) -> Problem:
    """The problem of an input that is larger than `limit` bytes."""
    return Problem(
        "E-SIZE",
        f"the file is larger than {limit // 1_000_000} MB, the most that is read of one document",
        hint="split it, or give the part that matters as a file of its own",
    )


def _from_file(content: FileBytes, take: Callable[[BinaryIO], T | Problem]) -> T | Problem:
    real = content.file.resolve(strict=True)
    if not real.is_relative_to(content.root.resolve()):
        return Problem(
            "E-PATH",
            "this is a link to something outside the folder being checked, and such links are not followed",
            hint="name the file it points to on the command line instead",
        )
    if not stat.S_ISREG(os.lstat(real).st_mode):
        return _special(real)
    with os.fdopen(os.open(real, _FLAGS), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            return _special(real)
        return take(stream)


def _special(real: Path) -> Problem:
    kind = "a link to a folder" if real.is_dir() else "a pipe, socket or device"
    return Problem("E-PATH", f"this is {kind}, not a regular file, so it was not opened")
