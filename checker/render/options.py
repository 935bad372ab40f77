"""What a caller may ask of a renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.model.report import Report

LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Options:
    """Colours are for terminals; `lang` is the language of the interface; `command` reproduces the report."""

    color: bool = False
    lang: str = "en"
    command: str = ""

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ValueError(f"reports are written in {' or '.join(LANGUAGES)}, not in {self.lang!r}")


Renderer = Callable[[Report, Options], bytes]
"""A report becomes the bytes of one output; nothing is written."""
