"""The decisions of reviewers that a run is to honour, and where they are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.model.decision import Decision

Command = TypeVar("Command", bound=Callable[..., Any])


def reviews_options(command: Command) -> Command:
    """Add `--reviews` and `--no-waivers`."""
    without = click.option(
        "--no-waivers",
        is_flag=True,
        help="Let no waiver and no rejection keep a finding from failing the run.",
    )
    kept = click.option(
        "--reviews",
        metavar="DIR",
        help="The folder of recorded decisions.  [default: reviews/ where paths start, or beside that folder]",
    )
    return kept(without(command))


def recorded(typed: str | None, root: Path | None, no_waivers: bool) -> tuple[Decision, ...]:
    """The decisions in the folder `typed`, else in the one at `root`; CheckerError for files that are wrong."""
    from checker.model.decision import SILENCING
    from checker.reviews import store

    if typed is not None and not Path(typed).is_dir():
        raise CheckerError("there is no such folder of decisions", typed, "`checker review apply` makes one")
    folder = Path(typed) if typed is not None else root and store_at(root)
    found = store.load(folder) if folder else ()
    return tuple(decision for decision in found if not (no_waivers and decision.action in SILENCING))


def store_files(folder: Path) -> tuple[Path, ...]:
    """The files of recorded decisions in `folder`, which are never documents to check."""
    from checker.reviews import store

    return tuple(file.resolve() for file in store.files(folder))


def store_at(root: Path) -> Path:
    """Where the decisions on documents below `root` are kept unless said otherwise.

    That is `reviews` in `root`; where it has none and nothing marks it as the top of a project, `reviews` beside it,
    which is where decisions on `filings/` are recorded by somebody who works in the folder above.
    """
    from checker.cli.paths import MARKERS
    from checker.reviews import store

    inside, beside = root / store.FOLDER, root.parent / store.FOLDER
    marked = any((root / marker).exists() for marker in MARKERS)
    return beside if not marked and not store.files(inside) and store.files(beside) else inside
