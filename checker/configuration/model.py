"""What a configuration file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from checker.ingest import Stated
from checker.model.profile import Profile

Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FolderProfile:
    """A profile, and patterns of the paths it is for."""

    paths: tuple[str, ...]
    profile: Profile


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is stated about documents, and patterns of their paths."""

    paths: tuple[str, ...]
    stated: Stated


@dataclass(frozen=True, slots=True)
class Configuration:
    """One file: options by their names on the command line, profiles and facts in the order they stand.

    `file` is None where there is no configuration. Patterns are relative to the folder of the file.
    """

    file: Path | None = None
    options: Mapping[str, Value] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    profiles: tuple[FolderProfile, ...] = ()
    documents: tuple[DocumentFacts, ...] = ()

    def profile_of(self, document: Path) -> Profile | None:
        """The first profile for `document`, an absolute path; None where the whole run's settings hold."""
        return next((each.profile for each in self.profiles if self._names(each.paths, document)), None)

    def stated_of(self, document: Path) -> Stated:
        """What the first entry for `document`, an absolute path, states about it."""
        return next((each.stated for each in self.documents if self._names(each.paths, document)), Stated())

    def _names(self, patterns: tuple[str, ...], document: Path) -> bool:
        folder = self.file.parent if self.file else Path()
        if not document.is_relative_to(folder):
            return False
        path = document.relative_to(folder).as_posix()
        return any(_matches(path, pattern) for pattern in patterns)


def _matches(path: str, pattern: str) -> bool:
    """Whether `pattern` is the path, a folder above it, or a pattern in which * stands for anything."""
    plain = pattern.removeprefix("./").rstrip("/")
    return plain in ("", ".") or fnmatchcase(path, plain) or fnmatchcase(path, f"{plain}/*")
