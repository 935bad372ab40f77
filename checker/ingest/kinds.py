"""What a file is, by its content; its name is only compared with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.ingest.charset import looks_like_utf16
from checker.ingest.signatures import compound, packaged, signed
from checker.model.document import Problem

ACCEPTED = (
    "PDF, Word (.docx), OpenDocument (.odt), RTF, HTML, EPUB, XML, e-mail (.eml), plain text, Markdown and ZIP "
    "archives of these"
)
"""The types that can be read, in words."""

_OCTETS = "application/octet-stream"
_PDF_HEADER = re.compile(rb"%PDF-\d\.\d")
_HEAD = 16_384
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(!doctype\s+html|html|\?xml|!doctype|[A-Za-z][\w:.-]*)\b", re.I | re.DOTALL
)
_TAG = re.compile(rb"<(?:head|body|title|meta|div|p|table|h[1-6]|ul|ol)\b", re.IGNORECASE)
_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_MAIL = re.compile(rb"^(?:from|date|message-id|mime-version|received|subject|to):", re.IGNORECASE | re.MULTILINE)
_BY_PROGRAMS = (b"message-id:", b"mime-version:", b"received:")
_SNAPSHOT = re.compile(rb"^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
_REFUSAL = re.compile(rb"\b(?:40[0134]|429|50[0234])[ -]+[A-Z][a-z]+(?: [A-Z][a-z]+)*")

# What each kind is called, its media type, and the endings its files have.
_KINDS = {
    "pdf": ("PDF", "application/pdf", (".pdf",)),
    "docx": (
        "a Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm", ".dotx"),
    ),
    "odt": ("an OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt", ".ott")),
    "epub": ("an EPUB book", "application/epub+zip", (".epub",)),
    "rtf": ("a rich text document", "application/rtf", (".rtf",)),
    "html": ("an HTML page", "text/html", (".html", ".htm", ".xhtml")),
    "mhtml": ("a saved web page", "multipart/related", (".mht", ".mhtml")),
    "mail": ("an e-mail", "message/rfc822", (".eml",)),
    "xml": ("an XML file", "application/xml", (".xml", ".akn")),
    "zip": ("a ZIP archive", "application/zip", (".zip",)),
    "markdown": ("Markdown", "text/markdown", (".md", ".markdown")),
    "plain": ("plain text", "text/plain", (".txt", ".text")),
}
_EXPECTED = {suffix: name for name, (_, _, suffixes) in _KINDS.items() for suffix in suffixes}
_OTHERS = (".doc", ".xls", ".ppt", ".pptx", ".xlsx", ".msg", ".hwp", ".hwpx", ".pages")
_RECORDS = {
    ".csv": "a CSV table",
    ".tsv": "a table",
    ".json": "a JSON file",
    ".ndjson": "a JSON file",
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
        return _kind("pdf", suffix)
    return (
        _binary(data, suffix)
        or _markup(data, suffix)
        or _mail(data, suffix)
        or _not_text(data, suffix)
        or _text(suffix)
    )


def media_type_of(name: str) -> str:
    """The media type of the kind called `name`."""
    return _KINDS[name][1]


def is_pdf(data: bytes) -> bool:
    """Whether `data` holds a PDF, be it behind some junk, rather than text or HTML that only mentions one."""
    header = pdf_header(data)
    return header == 0 or (header > 0 and b" obj" in data and not _text_holds_it(data))


def pdf_header(data: bytes) -> int:
    """Where the PDF begins in `data`; -1 where no header stands near the start."""
    header = _PDF_HEADER.search(data, 0, _HEAD)
    return header.start() if header else -1


def _text_holds_it(data: bytes) -> bool:
    return _MARKUP.match(data[:_HEAD]) is not None or data.startswith(b"PK\x03\x04") or _mail(data, "") is not None


def _kind(name: str, suffix: str) -> Kind:
    words, media_type, _ = _KINDS[name]
    known = suffix in _EXPECTED or suffix in _OTHERS or suffix in _RECORDS
    if not known or _EXPECTED.get(suffix) == name:
        return Kind(name, media_type)
    message = f"the name ends in {suffix} but the content is {words}; it was read as {words}"
    problem = Problem("W-TYPE", message, hint="check that this is the document you meant, and rename it")
    return Kind(name, media_type, (problem,))


def _binary(data: bytes, suffix: str) -> Kind | Unreadable | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        name = packaged(data, suffix)
        return _kind(name, suffix) if name in _KINDS else _unsupported(name, "save it as PDF or as .docx")
    if data.startswith(b"{\\rtf"):
        return _kind("rtf", suffix)
    found = compound(data, suffix) or signed(data)
    return _unsupported(found.words, found.advice) if found else None


def _markup(data: bytes, suffix: str) -> Kind | Unreadable | None:
    head = _head(data)
    found = _MARKUP.match(head)
    name = found.group(1).lower() if found else b""
    if name.endswith(b"html") or (name and b"<html" in head.lower()):
        return _page(head, suffix)
    if name in (b"?xml", b"!doctype") or (name and _EXPECTED.get(suffix) == "xml"):
        return _kind("xml", suffix)
    return _kind("html", suffix) if _EXPECTED.get(suffix) == "html" and _TAG.search(head) else None


def _page(head: bytes, suffix: str) -> Kind | Unreadable:
    """An HTML page, unless it seems to be the refusal that a server sent in place of a document."""
    refusal = _REFUSAL.search(head)
    if _EXPECTED.get(suffix, "html") == "html" or (suffix != ".pdf" and not refusal):
        return _kind("html", suffix)
    answer = f" ({refusal.group().decode('ascii')}?)" if refusal else ""
    wanted = "a PDF" if suffix == ".pdf" else "a document"
    problem = Problem(
        "E-TYPE",
        f"looks like HTML{answer}, not {wanted}",
        hint="the server may have sent an error page in place of the document: download it again",
    )
    return Unreadable("text/html", problem)


def _mail(data: bytes, suffix: str) -> Kind | None:
    header = _HEADER.match(data[:_HEAD].replace(b"\r\n", b"\n"))
    fields = {field.lower() for field in _MAIL.findall(header.group())} if header else set()
    expected = _EXPECTED.get(suffix)
    # A memo in plain text may begin with From, To and Subject too; only programs write the other fields.
    if header is None or not fields or (expected not in ("mail", "mhtml") and fields.isdisjoint(_BY_PROGRAMS)):
        return None
    saved = expected == "mhtml" or _SNAPSHOT.search(header.group()) is not None
    return _kind("mhtml" if saved else "mail", suffix)


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
    return _kind("markdown" if _EXPECTED.get(suffix) == "markdown" else "plain", suffix)


def _unsupported(what: str, advice: str) -> Unreadable:
    message = f"this is {what}, which cannot be read yet; {ACCEPTED} can"
    return Unreadable(_OCTETS, Problem("E-UNSUPPORTED", message, hint=advice))
