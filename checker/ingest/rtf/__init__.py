"""RTF: rich text, with the words it hides or strikes out told apart and left out."""

from __future__ import annotations

from checker.ingest.changes import settled
from checker.ingest.kinds import Kind
from checker.ingest.reading import Alternative, Issuers, Other, Reading, Source
from checker.ingest.rtf.walk import Walk
from checker.ingest.writer import Account, reading_of
from checker.model.document import Problem


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a rich text file; places are its paragraphs, table cells and notes."""
    return reading_of(source, kind, known_issuers, _account(source))


def _account(source: Source) -> Account | Problem:
    text = source.data.decode("latin-1")
    if not text.rstrip("\0 \r\n").endswith("}"):
        message = "the file cannot be read: it is cut short, its last bracket is missing"
        return Problem("E-UNREADABLE", message, hint="download or save it again")
    final, changed = _view(text, accepted=True)
    return settled(source, final, _view(text, accepted=False)[0] if changed else None)


def _view(text: str, accepted: bool) -> tuple[Account, bool]:
    """What the file says if its changes are accepted or rejected, and whether it has any."""
    walk = Walk(text, accepted)
    shown = walk.written()
    if not walk.hidden:
        return Account(shown, walk.metadata), walk.changed
    everything = Walk(text, accepted, everything=True).written().text
    return Account(shown, walk.metadata, (_hidden(),), (Alternative(Other.SHOWN, everything),)), walk.changed


def _hidden() -> Problem:
    message = "the file holds words that no reader sees (hidden, white or tiny); they were left out"
    hint = "show them in Word, and ask why they are hidden; where they would change a verdict, it is left to a reviewer"
    return Problem("W-HIDDEN-TEXT", message, hint=hint)
