"""What goes into reading a document and what comes out of it, whatever its format."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from checker.model.document import Document, Problem
from checker.model.text import Box, Span

Issuers = tuple[tuple[str, tuple[str, ...]], ...]
"""Issuers that can be recognised: the name to report, and the names documents use for it."""

PageBoxes = tuple[tuple[int, tuple[Box, ...]], ...]
"""Rectangles per page number, in reading order."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says about a document; it outranks what the document says. `dated` is an ISO date."""

    issuer: str = ""
    dated: str = ""
    language: str = ""
    encoding: str = ""

    def over(self, other: Stated) -> Stated:
        """Both together; where both say something, this counts."""
        return Stated(
            self.issuer or other.issuer,
            self.dated or other.dated,
            self.language or other.language,
            self.encoding or other.encoding,
        )


CHANGES = "changes"
"""The kind of container that a file with tracked changes is for its original reading."""


class View(StrEnum):
    """Which reading of a file with tracked changes is the document: all accepted, all rejected, or one of each."""

    FINAL = "final"
    ORIGINAL = "original"
    BOTH = "both"


class Ocr(StrEnum):
    """Which pages are read from their pictures: none, those without a text layer, or all."""

    OFF = "off"
    AUTO = "auto"
    FORCE = "force"


@dataclass(frozen=True, slots=True)
class Manner:
    """How the documents of a run are read, where there is more than one way.

    With `verify`, the figures that decide are looked for in the page as it is drawn.
    """

    changes: View = View.FINAL
    ocr: Ocr = Ocr.OFF
    verify: bool = False

    @property
    def recognises(self) -> bool:
        """Whether pictures are read, which takes time and memory of another size."""
        return self.verify or self.ocr is not Ocr.OFF


AS_USUAL = Manner()


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `path` is the logical path printed in outputs, `data` its bytes.

    `inside` names the kinds of the containers it came in ("zip", "mail"), the outermost first; `again` says that the
    program which reads such files broke down on it, so that a second one is to try.
    """

    path: str
    data: bytes = field(repr=False)
    stated: Stated = Stated()
    inside: tuple[str, ...] = ()
    again: bool = False
    manner: Manner = AS_USUAL

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def size(self) -> int:
        """The number of its bytes."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A document inside another file: its name there, its bytes; or the problem that keeps it from being taken out."""

    name: str
    data: bytes = field(repr=False)
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A strip of a page as a WebP image, and the rectangle it shows in PDF points, origin top left."""

    image: bytes = field(repr=False)
    left: float
    top: float
    width: float
    height: float


class Other(StrEnum):
    """What sets another reading apart: changes rejected or accepted, hidden words read too, another order of words."""

    REJECTED = "rejected"
    ACCEPTED = "accepted"
    SHOWN = "shown"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another text that the same file can be read as; a verdict that would differ with it is for a person to give."""

    other: Other
    text: str


class Reading(Protocol):
    """A document that was read, still able to say where its words stand. Close it when done."""

    @property
    def document(self) -> Document:
        """The document as read."""

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Other texts that the file can be read as."""

    @property
    def enclosed(self) -> tuple[Enclosed, ...]:
        """The documents inside the file, each to be read as one of its own."""

    def boxes(self, span: Span) -> PageBoxes:
        """Where the characters of `span` are drawn; empty for formats without pages."""

    def place(self, span: Span) -> str:
        """Where `span` starts, in words: "page 3" or "line 12"."""

    def seen(self, spans: Sequence[Span]) -> Reading | None:
        """The reading without words that no reader sees, looked for where `spans` stand; None where all are seen."""

    def crop(self, page: int, boxes: Sequence[Box]) -> Picture | None:
        """A picture of the strip of `page` around `boxes`; None where there is nothing to draw."""

    def drawn(self, span: Span) -> str | None:
        """The words that OCR sees where `span` is drawn; None where nothing is drawn or OCR has given the words."""

    def close(self) -> None:
        """Give back what the reading holds open."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """The reading of a format without pages, or of a document that could not be read."""

    document: Document
    alternatives: tuple[Alternative, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    def boxes(self, span: Span) -> PageBoxes:
        """No rectangles: the format has no pages."""
        del span
        return ()

    def place(self, span: Span) -> str:
        """Where `span` starts: "line 12", or the part of the file: "table 2, row 3, cell 1"."""
        return self.document.place_of(span.start)

    def seen(self, spans: Sequence[Span]) -> Reading | None:
        """Nothing: what is hidden in such a format was left out already."""
        del spans
        return None

    def crop(self, page: int, boxes: Sequence[Box]) -> Picture | None:
        """No picture: the format has no pages."""
        del page, boxes
        return None

    def drawn(self, span: Span) -> str | None:
        """Nothing: such a format is not drawn here."""
        del span
        return None

    def close(self) -> None:
        """Nothing is held open."""


def line_of(text: str, span: Span) -> str:
    """The line of `text` on which `span` starts: "line 12"."""
    return f"line {text.count(chr(10), 0, span.start) + 1}"
