"""Where the configuration of a run is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.errors import CheckerError

NAMES = ("checker.toml", ".checker.toml")
_PROJECT = "pyproject.toml"
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A configuration file and what stands in it, not yet looked at."""

    file: Path
    content: dict[str, Any] = field(repr=False)


def nearest(folders: Iterable[Path]) -> Found | None:
    """The configuration for documents in these absolute `folders`; CheckerError where they do not share one."""
    found = {each.file: each for each in map(_above, folders) if each is not None}
    if len(found) > 1:
        raise CheckerError(
            f"the documents are under different configurations: {' and '.join(str(file) for file in sorted(found))}",
            hint="check them in runs of their own, or name one file with --config",
        )
    return next(iter(found.values()), None)


def find(file: Path) -> Found:
    """The configuration in `file`, named by the user; CheckerError where there is none."""
    content = _content(file)
    if content is None:
        raise CheckerError("this file holds no table [tool.checker]", str(file), "name the file with the configuration")
    return Found(file.resolve(), content)


def _above(folder: Path) -> Found | None:
    """The nearest configuration in `folder` or above, no further than the top of the repository."""
    for place in (folder, *folder.parents):
        if found := _in(place):
            return found
        if (place / ".git").exists():
            return None
    return None


def _in(folder: Path) -> Found | None:
    here = [file for name in NAMES if (file := folder / name).is_file()]
    if len(here) > 1:
        raise CheckerError(
            f"there are two configurations in one folder, {' and '.join(NAMES)}", str(folder), "keep one"
        )
    candidates = [*here, *(file for file in [folder / _PROJECT] if file.is_file())]
    for file in candidates:
        content = _content(file)
        if content is not None:
            return Found(file, content)
    return None


def _content(file: Path) -> dict[str, Any] | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise CheckerError("the file is larger than 1 MiB, which no configuration is", str(file))
        content = tomllib.loads(data.decode())
    except OSError as error:
        raise CheckerError(f"the file cannot be read: {(error.strerror or str(error)).lower()}", str(file)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CheckerError(f"this is not TOML: {error}", str(file), "texts stand in quotation marks") from None
    if file.name != _PROJECT:
        return content
    table = content.get("tool", {}).get("checker")
    return table if isinstance(table, dict) else None
