"""MHTML: a web page saved with its pictures in one file; its page is read, the rest is no text."""

from __future__ import annotations

from checker.ingest import html
from checker.ingest.kinds import Kind
from checker.ingest.mail import charset, content, parsed
from checker.ingest.reading import Issuers, Reading, Source
from checker.ingest.writer import Account, reading_of
from checker.model.document import Problem


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a saved page; places are its elements and their lines in the page."""
    return reading_of(source, kind, known_issuers, _account(source.data))


def _account(data: bytes) -> Account | Problem:
    for part in parsed(data).walk():
        if part.get_content_type() == "text/html":
            return html.account_of(content(part), charset(part))
    return Problem("E-UNREADABLE", "the saved page cannot be read: it holds no HTML", hint="save it again, or print it")
