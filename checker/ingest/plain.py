"""Plain text: the decoded characters as they are."""

from __future__ import annotations

from checker.ingest.kinds import Kind
from checker.ingest.reading import Issuers, Reading, Source
from checker.ingest.textfile import Prepared, reading_of


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a plain text file; places are its lines."""
    return reading_of(source, kind, known_issuers, Prepared)
