"""What a caller may ask of a renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.errors import CheckerError
from checker.model.report import Report
from checker.render.anchor import AnchorKind, Repository
from checker.render.colour import LEAST, contrast, is_colour

LANGUAGES = ("en", "ja")
SARIF_MOST = 5000
"""GitHub keeps so many results of an upload, and refuses one of more than 25,000."""


@dataclass(frozen=True, slots=True)
class Options:
    """Colours are for terminals; `lang` is the language of the interface; `command` reproduces the report.

    `title`, `accent`, a colour as #rrggbb, and `logo`, a picture as a data: address, are an office's own look.
    `repository`, `anchor` and `sarif_max` are for outputs that build services read.
    """

    color: bool = False
    lang: str = "en"
    command: str = ""
    repository: Repository = field(default_factory=Repository)
    anchor: AnchorKind = AnchorKind.AUTO
    sarif_max: int = SARIF_MOST
    title: str = ""
    accent: str = ""
    logo: str = ""

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ValueError(f"reports are written in {' or '.join(LANGUAGES)}, not in {self.lang!r}")
        if self.accent and not is_colour(self.accent):
            raise CheckerError(f"{self.accent!r} is not a colour", hint="write it as #rrggbb, for example #1d4f91")
        if self.accent and (found := contrast(self.accent, "#ffffff")) < LEAST:
            raise CheckerError(
                f"the colour {self.accent} is too pale to be read on white: its contrast is {found:.1f} to 1",
                hint=f"choose a darker one, with a contrast of {LEAST} or more",
            )
        if self.logo and not self.logo.startswith("data:image/"):
            raise ValueError("a logo is a picture that the page holds itself")


Renderer = Callable[[Report, Options], bytes]
"""A report becomes the bytes of one output; nothing is written."""
