"""What a name on the command line stands for on disk, and the path by which outputs call it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

MARKERS = ("checker.toml", ".git")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Named:
    """What one name stands for: files and folders, none where there is no such thing.

    `place` is the name itself made absolute, `folder` what exists of it as a folder. All paths are free of links,
    except that a file's own name may be one.
    """

    entries: tuple[Path, ...]
    place: Path
    folder: Path
    is_pattern: bool = False


def named(typed: str) -> Named:
    """What `typed` stands for: a file, a folder, or else a pattern such as `filings/*.pdf`."""
    place = _located(Path(typed))
    if os.path.lexists(place):
        return Named((place,), place, place if place.is_dir() else place.parent)
    if not _has_magic(typed):
        return Named((), place, place.parent)
    parts = Path(typed).parts
    fixed = tuple(takewhile(lambda part: not _has_magic(part), parts))
    folder, pattern = Path(*fixed).resolve(), Path(*parts[len(fixed) :])
    return Named(tuple(_matches(folder, pattern)), folder / pattern, folder, is_pattern=True)


def root_of(names: Sequence[Named]) -> Path:
    """The folder that logical paths are relative to: the nearest with a marker file, else what all names share."""
    common = Path(os.path.commonpath([name.folder for name in names]))
    for folder in (common, *common.parents):
        if any((folder / marker).exists() for marker in MARKERS):
            return folder
    return common


def logical(path: Path, root: Path) -> str:
    """`path` relative to `root`, POSIX style and printable."""
    return printable(path.relative_to(root).as_posix())


def printable(name: str) -> str:
    """`name` with the characters that cannot be printed in percent form."""
    return _UNPRINTABLE.sub(_percent, name)


def _matches(folder: Path, pattern: Path) -> Iterator[Path]:
    for match in sorted(folder.glob(pattern.as_posix())):
        if not any(part.startswith(".") for part in match.relative_to(folder).parts):
            yield match


def _located(path: Path) -> Path:
    # Asked first because it takes a name that is too long to exist.
    is_folder = os.path.lexists(path) and path.is_dir()
    return path.resolve() if is_folder else path.parent.resolve() / path.name


def _has_magic(text: str) -> bool:
    return any(sign in text for sign in "*?[")


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogateescape"))
