"""`checker doctor`: what is there on this machine, and what that means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from checker.cli.options import verbose_option

if TYPE_CHECKING:
    from checker.doctor import Part

_WIDTH = 100
_NAME = 15
_HEALTH = 9


@click.command()
@click.option(
    "--cache-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Look at this cache folder.  [default: the user's cache]",
)
@verbose_option
def doctor(cache_dir: Path | None) -> int:
    """Say what this installation can do on this machine: readers, isolation, OCR, fonts, cache, and what is missing.

    Nothing is changed, and nothing outside this machine is asked. Exit status: 0 documents can be checked, 3 they
    cannot, or not all of them.
    """
    from checker.cli.keeping import cache_folder, open_cache
    from checker.doctor import Health, examined

    broken = False
    for part in examined(open_cache(cache_dir), cache_dir or cache_folder()):
        click.echo("\n".join(_lines(part)))
        broken = broken or part.health is Health.BROKEN
    click.echo("\nSomething is broken: see above." if broken else "\nDocuments can be checked.")
    return 3 if broken else 0


def _lines(part: Part) -> Iterator[str]:
    """The name, whether it is well, what was found; below it what that means and what to do."""
    below = " " * (_NAME + _HEALTH)
    first, *further = wrap(part.found, _WIDTH - len(below)) or [""]
    yield f"{part.name:{_NAME}}{part.health.value:{_HEALTH}}{first}"
    for line in (*further, *wrap(part.means, _WIDTH - len(below))):
        yield below + line
    for line in wrap(f"what to do: {part.advice}", _WIDTH - len(below)) if part.advice else ():
        yield below + line
