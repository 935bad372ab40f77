"""Where outputs go: which formats, to which files, and how they get there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from checker import posix
from checker.errors import OutputError


@dataclass(frozen=True, slots=True)
class Target:
    """One output: a format and the file it goes to, None for standard output."""

    format: str
    file: Path | None


def targets(format_: str, output: str | None, further: Sequence[str], known: Collection[str]) -> tuple[Target, ...]:
    """What `--format`, `--output` and each `-o NAME=FILE` ask for; UsageError for an unknown format or a file twice."""
    pairs = [(format_, output or "-"), *(_pair(each) for each in further)]
    for name, _ in pairs:
        if name not in known:
            raise click.UsageError(f"there is no format {name!r}; the formats are {', '.join(known)}")
    files = [file for _, file in pairs]
    for file in files:
        if files.count(file) > 1:
            raise click.UsageError(f"two outputs would go to {'standard output' if file == '-' else file}")
    return tuple(Target(name, None if file == "-" else Path(file)) for name, file in pairs)


def _pair(text: str) -> tuple[str, str]:
    name, sign, file = text.partition("=")
    if not (name and sign and file):
        raise click.UsageError(f"-o takes NAME=FILE, such as html=findings.html, not {text!r}")
    return name, file


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put each content into its file; all of them are on disk before the first is put in place. Raises OutputError."""
    beside = {file: file.with_name(f".{file.name}.{os.getpid()}.tmp") for file in contents}
    try:
        for file, data in contents.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            _flushed(beside[file], data)
        for file, fresh in beside.items():
            fresh.replace(file)
    except OSError as error:
        raise _unwritten(error, Path(error.filename2 or error.filename or "")) from error
    finally:
        for fresh in beside.values():
            fresh.unlink(missing_ok=True)


def write(data: bytes, file: Path | None) -> None:
    """Put `data` on standard output, or into `file` as a whole. Raises OutputError; an old file is then intact."""
    if file is None:
        _to_standard_output(data)
        return
    try:
        _into_file(data, file.resolve())
    except OSError as error:
        raise _unwritten(error, file) from error


def _unwritten(error: OSError, file: Path) -> OutputError:
    return OutputError(
        f"the output could not be written: {(error.strerror or str(error)).lower()}",
        str(file),
        "check that the folder exists, that you may write there and that the disk is not full",
    )


def _to_standard_output(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough; Python's own flush at exit must not complain about it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _into_file(data: bytes, file: Path) -> None:
    if file.exists() and not file.is_file():
        # A device or pipe takes bytes but cannot be replaced; a folder refuses here.
        with file.open("wb") as stream:
            stream.write(data)
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        _flushed(beside, data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    posix.sync_folder(file.parent)


def _flushed(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
