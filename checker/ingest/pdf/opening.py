"""Opening a PDF, or saying why it cannot be read: damaged, cut short, locked, without pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import limits
from checker.ingest.kinds import pdf_header
from checker.model.document import Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_END = b"%%EOF"
_ENDS_IN = 2048  # bytes; the reference to the table stands in them
_BEGINS_IN = 1024  # bytes; the mark of a web file stands in them
_START = re.compile(rb"startxref\s+(\d+)")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_EARLIER = re.compile(rb"/Prev\s+(\d+)")
_TRAILER = 1024  # bytes in which the dictionary behind a table ends
_FULL_LENGTH = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)")
_NODE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,12})")
_SEARCHED = 32_768  # bytes at either end, where the root of the page tree stands as a rule
_LEAF = re.compile(rb"/Type\s*/Page\b|/ObjStm\b")
_PASSWORD_ERROR = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """An open PDF and the reservations about it."""

    pdf: PdfDocument
    problems: tuple[Problem, ...]


def open_pdf(data: bytes) -> Opened | Problem:
    """The PDF in `data`, or the problem that keeps it from being read."""
    import pypdfium2

    whole = len(data)
    junk = pdf_header(data)
    data = data[junk:] if junk else data
    if is_cut_short(data):
        return _unreadable(whole, "it is cut short: its end is missing")
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _encrypted() if error.err_code == _PASSWORD_ERROR else _unreadable(whole, "it is damaged")
    refused = _refused(pdf)
    if refused:
        pdf.close()
        return refused
    return Opened(pdf, _reservations(pdf, data, junk))


def no_page_opens(data: bytes) -> Problem:
    """Why none of a document's pages opens."""
    if not _LEAF.search(data):
        return _no_pages()
    return Problem(
        "E-STRUCTURE",
        "none of its pages can be opened: the page tree is damaged or nested too deeply",
        hint="print or export the document to a new PDF and check that",
    )


def _refused(pdf: PdfDocument) -> Problem | None:
    count = len(pdf)
    if count == 0:
        return _no_pages()
    if count > limits.DOCUMENT_PAGES:
        message = f"the document has {count:,} pages; at most {limits.DOCUMENT_PAGES:,} are read"
        return Problem("E-PAGE-LIMIT", message, hint="split it, or give the pages that matter as a file of their own")
    return None


def is_cut_short(data: bytes) -> bool:
    """Whether the end is missing, which pdfium would repair in silence and so lose what stood there."""
    end = data.rfind(_END)
    full = _FULL_LENGTH.search(data, 0, _BEGINS_IN)
    if end < 0 or (full and int(full.group(1)) > len(data)):
        return True
    return b" obj" in data[end:]  # the beginning of a later version


def _reservations(pdf: PdfDocument, data: bytes, junk: int) -> tuple[Problem, ...]:
    import pypdfium2.raw as pdfium

    repairs = []
    if junk:
        repairs.append(f"{junk:,} bytes before the start of the PDF were skipped")
    if not _table_is_in_place(data):
        repairs.append("its table of contents (cross-reference table) was missing or misplaced and was rebuilt")
    if _table_turns_back(data):
        repairs.append("its table of contents (cross-reference table) refers back to itself")
    repaired = (_repaired(reason) for reason in repairs)
    locked = pdfium.FPDF_GetSecurityHandlerRevision(pdf) >= 0
    return (*repaired, *_miscounted(pdf, data), *((_owner_password(),) if locked else ()), *_active(pdf))


def _table_is_in_place(data: bytes) -> bool:
    starts = [match.group(1) for match in _START.finditer(data, max(len(data) - _ENDS_IN, 0))]
    return bool(starts) and _TABLE.match(data, int(starts[-1][:10])) is not None


def _table_turns_back(data: bytes) -> bool:
    """Whether a part of the table names an earlier part that was already seen, so that it never ends."""
    starts = [int(match.group(1)[:10]) for match in _START.finditer(data, max(len(data) - _ENDS_IN, 0))]
    at = starts[-1] if starts else len(data)
    seen: set[int] = set()
    while at < len(data) and at not in seen:
        seen.add(at)
        trailer = data.find(b"trailer", at)
        earlier = _EARLIER.search(data, trailer, trailer + _TRAILER) if trailer >= 0 else None
        if earlier is None:
            return False
        at = int(earlier.group(1)[:10])
    return at in seen


def _miscounted(pdf: PdfDocument, data: bytes) -> tuple[Problem, ...]:
    """A stated number of pages other than the number there are; seen only where the page tree is not compressed."""
    count, stated = len(pdf), _stated_count(data)
    if stated is None or stated == count:
        return ()
    message = f"the PDF says that it has {stated:,} pages but has {count:,}; those were read"
    return (Problem("W-PAGE-COUNT-MISMATCH", message, hint="check that no page is missing"),)


def _stated_count(data: bytes) -> int | None:
    """The number of pages that the root of the page tree gives, in its newest version."""
    stated = None
    for part in (data[:_SEARCHED], data[max(len(data) - _SEARCHED, _SEARCHED) :]):
        for found in _NODE.finditer(part):
            node = part[max(part.rfind(b"<<", 0, found.start()), 0) : part.find(b">>", found.start())]
            counted = _COUNT.search(node)
            if counted and b"/Parent" not in node:
                stated = int(counted.group(1))
    return stated


def _active(pdf: PdfDocument) -> tuple[Problem, ...]:
    import pypdfium2.raw as pdfium

    found = (
        (pdfium.FPDFDoc_GetJavaScriptActionCount(pdf), "script"),
        (pdfium.FPDFDoc_GetAttachmentCount(pdf), "attached file"),
    )
    seen = " and ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in found if count > 0)
    return (Problem("I-ACTIVE-CONTENT", f"the PDF carries {seen}; nothing of it was run or read"),) if seen else ()


def _unreadable(size: int, reason: str) -> Problem:
    return Problem(
        "E-UNREADABLE",
        f"the PDF cannot be read: {reason} ({size:,} bytes were given)",
        hint="download or export it again; if it opens elsewhere, print it to a new PDF",
    )


def _encrypted() -> Problem:
    return Problem(
        "E-ENCRYPTED",
        "the PDF is locked with a password",
        hint="open it with the password and save a copy without one",
    )


def _owner_password() -> Problem:
    return Problem("I-OWNER-PASSWORD", "the PDF carries its owner's restrictions on copying; its text was read")


def _no_pages() -> Problem:
    return Problem("E-NO-PAGES", "the PDF has no pages", hint="download or export it again")


def _repaired(reason: str) -> Problem:
    return Problem(
        "W-REPAIRED",
        f"the PDF is not quite in order: {reason}",
        hint="compare the quoted words with the document as your viewer shows it",
    )
