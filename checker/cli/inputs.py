"""From the names on the command line to the documents of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.cli.decided import store_at, store_files
from checker.cli.paths import Named, logical, named, printable, root_of
from checker.cli.sidecar import SUFFIX, stated
from checker.errors import CheckerError
from checker.ingest import Stated
from checker.intake import FileBytes, Input
from checker.limits import DOCUMENT_BYTES
from checker.model.document import Problem


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents found, what was named without giving any, and the names as outputs print them.

    `root` is the folder that logical paths are relative to; None where there is no such folder.
    """

    inputs: tuple[Input, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: tuple[str, ...] = ()
    root: Path | None = None

    def __add__(self, other: Gathered) -> Gathered:
        """Both together, under the first root there is."""
        return Gathered(
            self.inputs + other.inputs,
            self.problems + other.problems,
            self.names + other.names,
            self.root or other.root,
        )


def gather(typed: Sequence[str], leave_out: Collection[Path] = ()) -> Gathered:
    """The documents that the names `typed` stand for: files, folders with all they hold, patterns.

    `leave_out` are the run's own files, which are no inputs; nor are the recorded decisions at the root. Raises
    CheckerError for a sidecar file that is wrong.
    """
    names = [named(each) for each in typed]
    if not names:
        return Gathered()
    root = root_of(names)
    return replace(
        _gathered(names, root, {file.resolve() for file in (*leave_out, *store_files(store_at(root)))}), root=root
    )


def gather_samples(packs: Sequence[str]) -> Gathered:
    """The sample documents of rule packs, called by pack and folder wherever these are installed."""
    from checker.rulebook import folder

    found = Gathered()
    for pack in packs:
        root = folder.find(pack).root.resolve()
        if not (root / "samples").is_dir():
            raise CheckerError(f"the rule pack {pack!r} comes without samples", hint="name a document to check instead")
        found += _gathered([named(str(root / "samples"))], root.parent, frozenset())
    return replace(found, names=("--samples",))


def standard_input(called: str) -> Gathered:
    """The document on standard input, under the name `called`."""
    if Path(called).is_absolute() or ".." in Path(called).parts:
        raise CheckerError(
            f"--stdin-filename {called!r} does not do as the name of a document",
            hint="give a plain name, such as order.pdf",
        )
    data = sys.stdin.buffer.read(DOCUMENT_BYTES + 1)
    return Gathered((Input(printable(Path(called).as_posix()), Stated(), data),), (), ("-",))


def _gathered(names: Sequence[Named], root: Path, outputs: Collection[Path]) -> Gathered:
    problems: list[Problem] = []
    found: dict[Path, Input] = {}
    for name in names:
        files = [file for file in _files(name, root, problems) if file not in outputs]
        if not files:
            problems.append(_nothing(name, root))
        for file in files:
            content, path = FileBytes(file, root), logical(file, root)
            found.setdefault(file, Input(path, stated(content, path), content))
    shown = tuple(logical(name.place, root) for name in names)
    return Gathered(tuple(found.values()), tuple(problems), shown, root)


def _files(name: Named, top: Path, problems: list[Problem]) -> Iterator[Path]:
    for entry in name.entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, top, problems)
        elif not (name.is_pattern and entry.name.endswith(SUFFIX)):
            yield entry


def _walk(folder: Path, top: Path, problems: list[Problem]) -> Iterator[Path]:
    """Everything below `folder` that is not hidden; links to folders are given as they are, never followed."""

    def unreadable(error: OSError) -> None:
        where = logical(Path(error.filename), top)
        problems.append(Problem("E-PATH", "this folder cannot be opened", where, "check its permissions"))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*links, *sorted(files)):
            if not name.startswith(".") and not name.endswith(SUFFIX):
                yield Path(place) / name


def _nothing(name: Named, top: Path) -> Problem:
    if name.is_pattern:
        message, hint = "no file matches this pattern", "check the pattern, and the folder you run the check in"
    elif name.entries:
        message, hint = "this folder holds no document", "files whose names start with a dot are skipped"
    else:
        message, hint = "there is no such file or folder", "check the spelling, and the folder you run the check in"
    return Problem("E-MISSING", message, logical(name.place, top), hint)
