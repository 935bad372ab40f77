"""What a caller may ask of a renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.model.report import Report
from checker.render.anchor import AnchorKind, Repository

LANGUAGES = ("en", "ja")
SARIF_MOST = 5000
"""GitHub keeps so many results of an upload, and refuses one of more than 25,000."""


@dataclass(frozen=True, slots=True)
class Options:
    """Colours are for terminals; `lang` is the language of the interface; `command` reproduces the report.

    `repository`, `anchor` and `sarif_max` are for outputs that build services read.
    """

    color: bool = False
    lang: str = "en"
    command: str = ""
    repository: Repository = field(default_factory=Repository)
    anchor: AnchorKind = AnchorKind.AUTO
    sarif_max: int = SARIF_MOST

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ValueError(f"reports are written in {' or '.join(LANGUAGES)}, not in {self.lang!r}")


Renderer = Callable[[Report, Options], bytes]
"""A report becomes the bytes of one output; nothing is written."""
