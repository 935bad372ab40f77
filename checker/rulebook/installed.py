"""Rule packs that installed packages bring, found by their entry points; none of their code is run for it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CheckerError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "commitment_checker.packs"
"""The group of entry points: the name is the pack's, the value the package that is its folder."""


def installed() -> Mapping[str, Path]:
    """The folders of the packs that installed packages bring, by name, sorted.

    Raises CheckerError where two packages bring a pack of one name, or where one brings no folder.
    """
    # Slow to load, and most runs name a shipped pack.
    from importlib.metadata import entry_points

    found: dict[str, EntryPoint] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value)):
        other = found.setdefault(entry.name, entry)
        if other.value != entry.value:
            raise CheckerError(
                f'two installed packages bring a rule pack called "{entry.name}": {other.value} and {entry.value}',
                hint="uninstall one of them",
            )
    return {name: _folder(entry) for name, entry in found.items()}


def _folder(entry: EntryPoint) -> Path:
    top, *inner = entry.module.split(".")
    spec = PathFinder.find_spec(top)
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        folder = Path(place, *inner)
        if (folder / "instrument.yaml").is_file():
            return folder
    raise CheckerError(
        f'the installed rule pack "{entry.name}" is not there: {entry.value} holds no instrument.yaml',
        hint="tell who made the package, or uninstall it",
    )
