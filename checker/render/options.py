"""What a caller may ask of a renderer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from checker.errors import CheckerError
from checker.model.report import Report
from checker.render.anchor import AnchorKind, Repository

LANGUAGES = ("en", "ja")
SARIF_MOST = 5000
"""GitHub keeps so many results of an upload, and refuses one of more than 25,000."""


@dataclass(frozen=True, slots=True)
class Options:
    """Colours are for terminals; `lang` is the language of the interface; `command` reproduces the report.

    `title` and `accent`, a colour as #rrggbb, are an office's own look. `repository`, `anchor` and `sarif_max` are for
    outputs that build services read.
    """

    color: bool = False
    lang: str = "en"
    command: str = ""
    repository: Repository = field(default_factory=Repository)
    anchor: AnchorKind = AnchorKind.AUTO
    sarif_max: int = SARIF_MOST
    title: str = ""
    accent: str = ""

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ValueError(f"reports are written in {' or '.join(LANGUAGES)}, not in {self.lang!r}")
        if self.accent and not re.fullmatch("#[0-9a-fA-F]{6}", self.accent):
            raise CheckerError(f"{self.accent!r} is not a colour", hint="write it as #rrggbb, for example #1d4f91")


Renderer = Callable[[Report, Options], bytes]
"""A report becomes the bytes of one output; nothing is written."""
