"""A document as the checker holds it: its text, where it came from, and what of it could not be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.model.kind import KindRead
from checker.model.text import Span


class State(StrEnum):
    """How much of a document was read; every input has exactly one state."""

    CHECKED = "checked"
    PARTLY_CHECKED = "partly_checked"
    NOT_CHECKED = "not_checked"


class Origin(StrEnum):
    """Where a fact about a document comes from; a stated fact outranks the others."""

    TEXT = "text"
    METADATA = "metadata"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or decided.

    `code` starts with E- (not read), W- (read, with a reservation) or I- (worth knowing).
    """

    code: str
    message: str
    where: str = ""
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code[:2] not in ("E-", "W-", "I-"):
            raise ValueError(f"a problem's code starts with E-, W- or I-, not {self.code!r}")
        if not self.message:
            raise ValueError("a problem needs a message")

    @property
    def is_error(self) -> bool:
        """Whether words a reader would see went unread because of it."""
        return self.code.startswith("E-")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value read from a document's text or metadata, or stated beside it, with the place it was found."""

    value: str
    origin: Origin
    where: str = ""


class Layer(StrEnum):
    """Where the words of a page come from: its text layer, the recognition of its picture, or it has none."""

    TEXT = "text"
    OCR = "ocr"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (from 1), its characters in the document's text, its size in points.

    `in_order` is False where two ways of reading the page give its words in different orders; `confidence` says how
    sure the recognition of its picture was, from 0 to 1.
    """

    number: int
    span: Span
    width: float
    height: float
    layer: Layer = Layer.TEXT
    in_order: bool = True
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words from `start` on stand in a format without pages: "table 2, row 3, cell 1"."""

    start: int
    words: str


def place_at(places: Sequence[Place], start: int) -> str:
    """The words of the last of `places`, which are in order and not empty, that begins at or before `start`."""
    return places[max(bisect_right(places, start, key=lambda place: place.start) - 1, 0)].words


@dataclass(frozen=True, slots=True)
class Document:
    """One input, read. `path` is the logical path printed in every output; `text` is what `checker text` prints.

    A document that was not read has an empty text, the state not_checked and at least one E- problem. Formats with
    pages have `pages`, formats with parts have `places` in the order of the text; plain text has neither.
    """

    path: str
    sha256: str
    size: int
    media_type: str
    text: str
    state: State
    pages: tuple[Page, ...] = ()
    languages: tuple[str, ...] = ()
    issuer: Fact | None = None
    dated: Fact | None = None
    title: str = ""
    problems: tuple[Problem, ...] = ()
    places: tuple[Place, ...] = ()
    kind: KindRead | None = None

    def __post_init__(self) -> None:
        failed = any(problem.is_error for problem in self.problems)
        if self.state is State.CHECKED and failed:
            raise ValueError("a checked document has no E- problem")
        if self.state is not State.CHECKED and not failed:
            raise ValueError(f"a {self.state} document needs an E- problem that says why")
        if self.state is State.NOT_CHECKED and self.text:
            raise ValueError("a document that was not checked holds no text")

    @property
    def only_holds_others(self) -> bool:
        """Whether it is an archive, which has no words itself: the documents in it are checked for themselves."""
        return any(problem.code == "I-CONTAINER" for problem in self.problems)

    def place_of(self, start: int) -> str:
        """Where the character at `start` stands, in words: "page 3", "table 2, row 3, cell 1" or "line 12"."""
        if self.pages:
            return f"page {bisect_right(self.pages, start, key=lambda page: page.span.start)}"
        if self.places:
            return place_at(self.places, start)
        return f"line {self.text.count(chr(10), 0, start) + 1}"

    def page_of(self, span: Span) -> Page | None:
        """The page on which `span` starts, or None where the format has no pages."""
        return next((page for page in self.pages if page.span.start <= span.start < page.span.end), None)


def outermost(path: str, known: Container[str]) -> str:
    """The path of the file that the document of `path` came in: before a "!" stands what it was found inside.

    `known` are the paths of a run; a file's own name may hold a "!" too.
    """
    parts = path.split("!")
    around = ("!".join(parts[:number]) for number in range(1, len(parts)))
    return next((each for each in around if each in known), path)
