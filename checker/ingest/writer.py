"""Writing a document's text block by block in the shape that `segment` reads, with the place of each block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.ingest.assemble import document, unread
from checker.ingest.characters import clean
from checker.ingest.facts import describe
from checker.ingest.kinds import Kind
from checker.ingest.reading import Alternative, Enclosed, Issuers, Reading, Source, TextReading
from checker.model.document import Place, Problem, place_at


class Writer:
    """Collects the paragraphs and tables of one text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[Place] = []

    def block(self, words: str, place: str, close: bool = False) -> None:
        """Add a paragraph, heading or list item; `close` keeps it on the line after the block before."""
        if words and not words.isspace():
            self._begin("\n" if close else "\n\n")
            self._places.append(Place(self._length, place))
            self._put(words)

    def line(self, words: str, place: str) -> None:
        """Add a line as it stands, empty ones too."""
        self._begin("\n")
        if words.strip():
            self._places.append(Place(self._length, place))
        self._put(words)

    def table(self, rows: Sequence[Sequence[str]], place: str, heads: int) -> None:
        """Add a table whose first `heads` rows are stated to be its header; every row has the same number of cells."""
        for down, row in enumerate(rows, 1):
            self._begin("\n" if down > 1 else "\n\n")
            self._put(self._row(row, f"{place}, row {down}, cell"))
            if down == heads and heads < len(rows):
                self._put("\n" + "| --- " * len(row) + "|")

    def _row(self, row: Sequence[str], place: str) -> str:
        """A row as a line, the places of its cells noted."""
        at = self._length
        cells = []
        for across, words in enumerate(row, 1):
            cell = f"| {' '.join(words.split())} "
            if "|" in words:
                cell = "|" + cell[1:].replace("|", r"\|")
            self._places.append(Place(at, f"{place} {across}"))
            cells.append(cell)
            at += len(cell)
        return "".join(cells) + "|"

    def written(self) -> Written:
        """Everything that was added."""
        return Written(clean("".join(self._pieces)) + "\n" if self._pieces else "", tuple(self._places))

    def _begin(self, gap: str) -> None:
        if self._pieces:
            self._put(gap)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the places of its blocks."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What a format's reader found.

    The text, what the file notes about itself, what was left out, other readings, and the documents inside.
    """

    written: Written
    metadata: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


def reading_of(source: Source, kind: Kind, known: Issuers, account: Account | Problem) -> Reading:
    """The reading of a file whose reader gave this `account`, or the problem that kept it from giving one."""
    if isinstance(account, Problem):
        return unread(source, kind.media_type, account, *kind.problems)
    written = account.written
    if not written.text.strip():
        failed = [problem for problem in account.problems if problem.is_error]
        why = failed[0] if failed else Problem("E-EMPTY", "the file holds no words", hint="fetch or save it again")
        return unread(source, kind.media_type, why, *kind.problems)
    facts = describe(
        written.text, source.stated, known, account.metadata, lambda span: place_at(written.places, span.start)
    )
    problems = (*kind.problems, *account.problems)
    read = document(source, kind.media_type, written.text, facts, problems, places=written.places)
    return TextReading(read, account.alternatives, account.enclosed)
