"""From bytes to a Document, one module per format. `read` never raises for bad content: it says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import limits
from checker.ingest.kinds import Kind, Unreadable, is_pdf, kind_of, media_type_of
from checker.ingest.reading import (
    AS_USUAL,
    CHANGES,
    Alternative,
    Enclosed,
    Issuers,
    Manner,
    Ocr,
    Other,
    PageBoxes,
    Picture,
    Reading,
    Source,
    Stated,
    View,
)
from checker.later import later
from checker.model.document import Problem

__all__ = [
    "AS_USUAL",
    "CONTAINERS",
    "READERS",
    "Alternative",
    "Enclosed",
    "Issuers",
    "Manner",
    "Ocr",
    "Other",
    "PageBoxes",
    "Picture",
    "Reading",
    "Source",
    "Stated",
    "View",
    "is_pdf",
    "read",
]

Reader = Callable[[Source, Kind, Issuers], Reading]

READERS: Mapping[str, Reader] = {
    "docx": later("checker.ingest.docx", "read"),
    "epub": later("checker.ingest.epub", "read"),
    "html": later("checker.ingest.html", "read"),
    "mail": later("checker.ingest.mail", "read"),
    "markdown": later("checker.ingest.markdown", "read"),
    "mhtml": later("checker.ingest.mhtml", "read"),
    "odt": later("checker.ingest.odt", "read"),
    "pdf": later("checker.ingest.pdf", "read"),
    "plain": later("checker.ingest.plain", "read"),
    "rtf": later("checker.ingest.rtf", "read"),
    "xml": later("checker.ingest.xmlfile", "read"),
    "zip": later("checker.ingest.zipped", "read"),
}
"""The reader of each kind of file."""


CONTAINERS: Mapping[str, str] = {
    "application/zip": "zip",
    "message/rfc822": "mail",
    **{media_type_of(name): CHANGES for name in ("docx", "odt", "rtf")},
}
"""The media types of files that hold documents, and the kinds they are; one with tracked changes may hold another."""


def read(source: Source, known_issuers: Issuers = ()) -> Reading:
    """The reading of `source`; close it when done.

    `known_issuers` are the issuers to report under a name of ours, each with the names that documents use for it.
    A source that cannot be read gives a not_checked document whose E- problem says why and what to do.
    """
    from checker.ingest.assemble import unread

    if len(source.data) > limits.DOCUMENT_BYTES:
        return unread(source, "application/octet-stream", _too_large(len(source.data)))
    kind = kind_of(source.data, source.path)
    if isinstance(kind, Unreadable):
        return unread(source, kind.media_type, kind.problem)
    return READERS[kind.name](source, kind, known_issuers)


def _too_large(size: int) -> Problem:
    return Problem(
        "E-SIZE",
        f"the file has {size:,} bytes; at most {limits.DOCUMENT_BYTES:,} are read",
        hint="split it, or give the part that matters as a file of its own",
    )
