"""What a file is, by its content; its name is only compared with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.ingest.charset import looks_like_utf16
from checker.model.document import Problem

ACCEPTED = "PDF, Word (.docx), HTML, plain text and Markdown"
"""The types that can be read, in words."""

_OCTETS = "application/octet-stream"
_PDF_HEADER = re.compile(rb"%PDF-\d\.\d")
_HEAD = 16_384
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(!doctype\s+html|html|\?xml|!doctype)\b", re.IGNORECASE | re.DOTALL)
_REFUSAL = re.compile(rb"\b(?:40[0134]|429|50[0234])[ -]+[A-Z][a-z]+(?: [A-Z][a-z]+)*")

# Binary formats by their first bytes: what to call them, and what the user can do.
_WORD = "save it as PDF or as plain text"
_IMAGE = "run a text recognition on it and give the resulting PDF"
_ARCHIVE = "unpack it and give the files inside"
_SIGNATURES = (
    (b"PK\x05\x06", "an empty ZIP archive", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office document", _WORD),
    (b"{\\rtf", "a rich text document", _WORD),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
    (b"\x89PNG", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF8", "a GIF image", _IMAGE),
    (b"II*\x00", "a TIFF image", _IMAGE),
    (b"MM\x00*", "a TIFF image", _IMAGE),
    (b"\x1f\x8b", "a gzip archive", _ARCHIVE),
    (b"7z\xbc\xaf", "a 7-Zip archive", _ARCHIVE),
    (b"Rar!", "a RAR archive", _ARCHIVE),
    (b"BZh", "a bzip2 archive", _ARCHIVE),
)
_OFFICE = {
    ".docx": "a Word document",
    ".xlsx": "an Excel workbook",
    ".pptx": "a PowerPoint presentation",
    ".odt": "an OpenDocument text",
    ".epub": "an EPUB book",
}
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")
_TAG = re.compile(rb"<(?:head|body|title|meta|div|p|table|h[1-6]|ul|ol)\b", re.IGNORECASE)
_ZIP = b"PK\x03\x04"
# Formats packaged as ZIP archives, by the name of a file that stands in them.
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PACKAGES = ((b"word/document.xml", ".docx", "docx", _DOCX),)
_NAMES = {"docx": "a Word document", "html": "an HTML page"}
_RECORDS = {
    ".csv": "a CSV table",
    ".tsv": "a table",
    ".json": "a JSON file",
    ".ndjson": "a JSON file",
    ".xml": "an XML file",
}
_EXPECTED = {
    ".pdf": "pdf",
    ".txt": "plain",
    ".text": "plain",
    ".docx": "docx",
    **dict.fromkeys(_MARKDOWN, "markdown"),
    **dict.fromkeys(_HTML, "html"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A format that can be read: its key in READERS, its media type, what is amiss with the file's name."""

    name: str
    media_type: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of a type that cannot be read, and why."""

    media_type: str
    problem: Problem


def kind_of(data: bytes, path: str) -> Kind | Unreadable:
    """The type of `data`, which stands under the name `path`."""
    suffix = PurePosixPath(path).suffix.lower()
    if not data:
        return Unreadable(_OCTETS, Problem("E-EMPTY", "the file is empty (0 bytes)", hint="fetch or export it again"))
    if is_pdf(data):
        return Kind("pdf", "application/pdf", _misnamed("PDF", "pdf", suffix))
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    return _binary(data) or _markup(data, suffix) or _not_text(data, suffix) or _text(suffix)


def is_pdf(data: bytes) -> bool:
    """Whether `data` holds a PDF, be it behind some junk, rather than text or HTML that only mentions one."""
    header = pdf_header(data)
    return header == 0 or (header > 0 and b" obj" in data and not _MARKUP.match(data[:_HEAD]))


def pdf_header(data: bytes) -> int:
    """Where the PDF begins in `data`; -1 where no header stands near the start."""
    header = _PDF_HEADER.search(data, 0, _HEAD)
    return header.start() if header else -1


def _zipped(data: bytes, suffix: str) -> Kind | Unreadable:
    """What a ZIP archive is, by the names of the files in its directory."""
    for inside, ending, name, media_type in _PACKAGES:
        if inside in data or suffix == ending:
            return Kind(name, media_type, _misnamed(_NAMES[name], name, suffix))
    return _unsupported(_OFFICE.get(suffix, "a ZIP archive or an Office document"), _WORD)


def _binary(data: bytes) -> Unreadable | None:
    for signature, name, advice in _SIGNATURES:
        if data.startswith(signature):
            return _unsupported(name, advice)
    return None


def _markup(data: bytes, suffix: str) -> Kind | Unreadable | None:
    head = _head(data)
    found = _MARKUP.match(head)
    if not found:
        return Kind("html", "text/html") if suffix in _HTML and _TAG.search(head) else None
    if not found.group(1).lower().endswith(b"html") and b"<html" not in head.lower():
        return _unsupported("an XML file", "save it as PDF or as plain text", "application/xml")
    refusal = _REFUSAL.search(head)
    if suffix in ("", *_HTML) or (suffix != ".pdf" and not refusal):
        return Kind("html", "text/html", _misnamed(_NAMES["html"], "html", suffix))
    answer = f" ({refusal.group().decode('ascii')}?)" if refusal else ""
    wanted = "a PDF" if suffix == ".pdf" else "a document"
    return Unreadable(
        "text/html",
        Problem(
            "E-TYPE",
            f"looks like HTML{answer}, not {wanted}",
            hint="the server may have sent an error page in place of the document: download it again",
        ),
    )


def _head(data: bytes) -> bytes:
    """The beginning of a text file in an encoding that keeps ASCII."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return head.decode("utf-16", "replace").encode() if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head


def _not_text(data: bytes, suffix: str) -> Unreadable | None:
    wide = looks_like_utf16(data)
    sample = data[:_HEAD]
    controls = sum(map(sample.count, (bytes((code,)) for code in (*range(9), *range(14, 27), *range(28, 32)))))
    if wide or (0 not in data and controls <= len(sample) * 0.05):
        return None
    seen = "it holds NUL bytes" if 0 in data else "it holds control codes"
    wanted = "a PDF" if suffix == ".pdf" else "text"
    hint = f"the file may be damaged, or of another type: {ACCEPTED} can be read"
    return Unreadable(_OCTETS, Problem("E-TYPE", f"not {wanted}: {seen} as binary data does", hint=hint))


def _text(suffix: str) -> Kind | Unreadable:
    if suffix in _RECORDS:
        return _unsupported(_RECORDS[suffix], "give its text as .txt or .md")
    if suffix in _MARKDOWN:
        return Kind("markdown", "text/markdown")
    return Kind("plain", "text/plain", _misnamed("plain text", "plain", suffix))


def _misnamed(found: str, name: str, suffix: str) -> tuple[Problem, ...]:
    known = suffix not in _EXPECTED and (suffix in _OFFICE or suffix in (".doc", ".rtf") or suffix in _RECORDS)
    if _EXPECTED.get(suffix, name) == name and not known:
        return ()
    message = f"the name ends in {suffix} but the content is {found}; it was read as {found}"
    return (Problem("W-TYPE", message, hint="check that this is the document you meant, and rename it"),)


def _unsupported(what: str, advice: str, media_type: str = "") -> Unreadable:
    message = f"this is {what}, which cannot be read yet; {ACCEPTED} can"
    return Unreadable(media_type or _OCTETS, Problem("E-UNSUPPORTED", message, hint=advice))
