"""RTF: rich text, with the words it hides or strikes out told apart and left out."""

from __future__ import annotations

from checker.ingest.kinds import Kind
from checker.ingest.reading import Alternative, Issuers, Reading, Source
from checker.ingest.rtf.walk import Walk
from checker.ingest.writer import Account, reading_of
from checker.model.document import Problem


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a rich text file; places are its paragraphs, table cells and notes."""
    return reading_of(source, kind, known_issuers, _account(source.data))


def _account(data: bytes) -> Account | Problem:
    text = data.decode("latin-1")
    if not text.rstrip("\0 \r\n").endswith("}"):
        message = "the file cannot be read: it is cut short, its last bracket is missing"
        return Problem("E-UNREADABLE", message, hint="download or save it again")
    final = Walk(text)
    shown = final.written()
    alternatives = []
    problems = []
    if final.changed:
        alternatives.append(Alternative("tracked_change", Walk(text, accepted=False).written().text))
        problems.append(_changes())
    if final.hidden:
        alternatives.append(Alternative("hidden_text", Walk(text, everything=True).written().text))
        problems.append(_hidden())
    return Account(shown, final.metadata, tuple(problems), tuple(alternatives))


def _changes() -> Problem:
    message = (
        "the file holds tracked changes that nobody has accepted or rejected; it was read as if they were accepted"
    )
    hint = "accept or reject them in Word; where the two readings differ, the verdict is left to a reviewer"
    return Problem("W-TRACKED-CHANGES", message, hint=hint)


def _hidden() -> Problem:
    message = "the file holds words that no reader sees (hidden, white or tiny); they were left out"
    hint = "show them in Word, and ask why they are hidden; where they would change a verdict, it is left to a reviewer"
    return Problem("W-HIDDEN-TEXT", message, hint=hint)
