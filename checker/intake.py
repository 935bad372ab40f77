"""From a named input to its bytes: regular files only, inside the root, never past the size limit, never blocking."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checker.ingest import Stated
from checker.model.document import Problem

# A pipe or device put in a file's place between the look and the opening must neither block nor be followed.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


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


def load(item: Input, limit: int) -> bytes | Problem:
    """The bytes of `item`, at most `limit` of them, or the problem that keeps it from being read."""
    if isinstance(item.content, bytes):
        return item.content if len(item.content) <= limit else too_large(limit)
    try:
        return _read_file(item.content, limit)
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


def too_large(limit: int) -> Problem:
    """The problem of an input that is larger than `limit` bytes."""
    return Problem(
        "E-SIZE",
        f"the file is larger than {limit // 1_000_000} MB, the most that is read of one document",
        hint="split it, or give the part that matters as a file of its own",
    )


def _read_file(content: FileBytes, limit: int) -> bytes | Problem:
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
        return too_large(limit) if status.st_size > limit else read_bounded(stream, limit)


def _special(real: Path) -> Problem:
    kind = "a link to a folder" if real.is_dir() else "a pipe, socket or device"
    return Problem("E-PATH", f"this is {kind}, not a regular file, so it was not opened")
