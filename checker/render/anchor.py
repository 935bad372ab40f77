"""Where a tool that knows only files and lines should point for a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import quote

from checker.model.document import Document
from checker.model.finding import Finding

_LINE_BY_LINE = ("text/plain", "text/markdown")
"""The media types whose text has the lines of the file."""


class AnchorKind(StrEnum):
    """What a finding without a line of its own is shown at."""

    AUTO = "auto"
    RULE = "rule"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Repository:
    """The files of the repository that findings may be shown at, as paths from its top.

    `prefix` leads from the top to the folder that logical paths are relative to; `rule_files` has the rule file of each
    commitment that lies inside; `config` is the configuration file, empty where there is none.
    """

    prefix: str = ""
    rule_files: Mapping[str, str] = field(default_factory=dict)
    config: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A file, as a path from the top of the repository, and a line in it, counted from 1."""

    path: str
    line: int

    @property
    def uri(self) -> str:
        """The path with everything in percent form that a relative URI cannot hold."""
        return quote(self.path, safe="/")


def place_of(path: str, repository: Repository) -> str:
    """The document of that logical path, from the top of the repository."""
    return (PurePosixPath(repository.prefix) / path).as_posix()


def anchor(
    finding: Finding,
    document: Document,
    file: str,
    line: int,
    repository: Repository,
    kind: AnchorKind = AnchorKind.AUTO,
) -> Anchor:
    """Where to show `finding`, which begins at a `line` of `document`, which came in `file`: both are logical paths.

    A text is shown at the line of the first quoted words. A PDF has no lines, and build services refuse to show one: it
    is shown at the rule, else at the configuration, where these lie in the repository, and only then at its own line 1.
    """
    has_lines = document.path == file and document.media_type in _LINE_BY_LINE
    own = Anchor(place_of(file, repository), line if has_lines else 1)
    if kind is AnchorKind.DOCUMENT or (kind is AnchorKind.AUTO and has_lines):
        return own
    stand_in = repository.rule_files.get(finding.commitment) or repository.config
    return Anchor(stand_in, 1) if stand_in else own
