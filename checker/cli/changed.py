"""Which documents a change of a repository touches: themselves, or by what is beside them or judges all of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.cli.inputs import Gathered
from checker.cli.repository import top_of
from checker.cli.sidecar import SUFFIX
from checker.errors import CheckerError
from checker.intake import FileBytes, Input
from checker.model.document import Problem


@dataclass(frozen=True, slots=True)
class Changed:
    """The documents to check, and how many others are unchanged."""

    gathered: Gathered
    unchanged: int


def since(revision: str, gathered: Gathered, judging: Sequence[Path]) -> Changed:
    """The documents of `gathered` that changed since the branch left `revision`, those not committed yet included.

    Where one of the files or folders `judging` changed, which decide about every document, all are taken. Raises
    CheckerError where git cannot tell.
    """
    top = top_of((gathered.root or Path.cwd()).resolve())
    touched = _touched(revision, top)
    judges = [path.resolve() for path in judging]
    if any(file.is_relative_to(judge) for file in touched for judge in judges):
        told = f"all {len(gathered.inputs)} documents were looked at: what judges them changed since {revision}"
        return Changed(_told(gathered, gathered.inputs, told), 0)
    inputs = tuple(each for each in gathered.inputs if _is_touched(each, touched))
    told = f"{len(inputs)} of {len(gathered.inputs)} documents changed since {revision}; the others were not looked at"
    return Changed(_told(gathered, inputs, told), len(gathered.inputs) - len(inputs))


def _told(gathered: Gathered, inputs: tuple[Input, ...], message: str) -> Gathered:
    note = Problem("I-CHANGED-SINCE", message)
    return replace(gathered, inputs=inputs, problems=(*gathered.problems, note))


def _is_touched(document: Input, touched: Collection[Path]) -> bool:
    content = document.content
    if not isinstance(content, FileBytes):
        return True
    return content.file in touched or content.file.with_name(content.file.name + SUFFIX) in touched


def _touched(revision: str, top: Path) -> frozenset[Path]:
    """The files that differ from where the branch left `revision`; deleted ones too."""
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    start = _git(top, "merge-base", commit, "HEAD").strip()
    differing = _git(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", start, "--")
    unknown = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(top / name for name in (differing + unknown).split("\0") if name)


def _git(top: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=top,
            capture_output=True,
            check=True,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError:
        raise CheckerError("--changed-since asks git, which is not installed", hint="install git") from None
    except subprocess.CalledProcessError as error:
        said = [*os.fsdecode(error.stderr).strip().splitlines(), "it does not know the revision"][0]
        raise CheckerError(
            f"--changed-since: git cannot tell what changed ({said})",
            hint="in a build, fetch the whole history (fetch-depth: 0) and name a branch, such as origin/main",
        ) from None
    return os.fsdecode(done.stdout)
