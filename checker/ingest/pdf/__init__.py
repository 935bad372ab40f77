"""PDF: its text in reading order as paragraphs, each character traceable to its place on a page."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.ingest.assemble import document, unread
from checker.ingest.facts import describe
from checker.ingest.kinds import Kind
from checker.ingest.pdf.compose import Composed, compose
from checker.ingest.pdf.furniture import Cleared, clear
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.opening import is_cut_short, no_page_opens, open_pdf
from checker.ingest.pdf.pages import OpenPages
from checker.ingest.pdf.pictured import with_pictured
from checker.ingest.pdf.reading import PdfReading
from checker.ingest.pdf.rereading import alternatives, out_of_order, reread
from checker.ingest.pdf.scan import Scan, page_list, pages_without_text, scan
from checker.ingest.pdf.second import read_again
from checker.ingest.pdf.tables import with_tables
from checker.ingest.reading import Issuers, Ocr, Reading, Source
from checker.model.document import Document, Layer, Page, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a PDF; places are pages."""
    opened = _broke_down() if source.again else open_pdf(source.data)
    if isinstance(opened, Problem):
        tried = read_again(source, kind, known_issuers, opened) if _may_be_tried(opened, source.data) else None
        return tried or unread(source, kind.media_type, opened, *kind.problems)
    pages = OpenPages(opened.pdf)
    scanned = scan(pages)
    cleared = _cleared(pages, scanned, source.manner.ocr)
    layouts = with_tables(pages, cleared.pages)
    composed = compose(layouts)
    reordered = reread(pages, layouts)
    problems = (*kind.problems, *opened.problems, *cleared.problems)
    if not composed.text:
        pages.close()
        failure = no_page_opens(source.data) if scanned.is_broken else _no_text(source.manner.ocr)
        return unread(source, kind.media_type, failure, *problems)
    unsure = out_of_order(layouts, reordered)
    problems = (
        *scanned.problems,
        *_pages_without_text(pages_without_text(pages, layouts), source.manner.ocr),
        *_recognised(layouts),
        *_out_of_order(unsure),
        *problems,
    )
    metadata = _metadata(opened.pdf)

    def told(composed: Composed) -> Document:
        facts = describe(
            composed.text,
            source.stated,
            known_issuers,
            metadata,
            lambda span: f"page {composed.page_at(span.start)}",
        )
        return document(
            source, kind.media_type, composed.text, facts, problems, _pages(composed, scanned, layouts, unsure)
        )

    return PdfReading(told(composed), composed, pages, layouts, told, alternatives(layouts, reordered))


def _cleared(pages: OpenPages, scanned: Scan, ocr: Ocr) -> Cleared:
    """The pages, those that `ocr` asks for read from their pictures, without their furniture."""
    cleared = clear(scanned.layouts)
    if ocr is Ocr.OFF:
        return cleared
    numbers = range(1, len(pages) + 1) if ocr is Ocr.FORCE else pages_without_text(pages, cleared.pages)
    return clear(with_pictured(pages, scanned.layouts, numbers)) if numbers else cleared


def _broke_down() -> Problem:
    hint = "open the document in its own program, save it as a new PDF, and check that"
    return Problem("E-CRASH", "the program that reads PDF files broke down on it", hint=hint)


def _may_be_tried(problem: Problem, data: bytes) -> bool:
    """Whether a second reader may help: not with a locked or endless file, nor where the end is missing."""
    return problem.code == "E-CRASH" or (problem.code == "E-UNREADABLE" and not is_cut_short(data))


def _metadata(pdf: PdfDocument) -> Mapping[str, str]:
    """Title and author; the date of creation says when the file was made, not when the document was issued."""
    return {"title": pdf.get_metadata_value("Title").strip(), "author": pdf.get_metadata_value("Author").strip()}


def _pages(composed: Composed, scanned: Scan, layouts: Sequence[Layout], unsure: Container[int]) -> tuple[Page, ...]:
    placed = zip(composed.pages, scanned.sizes, layouts, strict=True)
    return tuple(
        Page(
            layout.number,
            span,
            width,
            height,
            _layer(layout, composed.text[span.start : span.end]),
            layout.number not in unsure,
            layout.recognition.confidence if layout.recognition else 1.0,
        )
        for span, (width, height), layout in placed
    )


def _layer(layout: Layout, text: str) -> Layer:
    if layout.recognition:
        return Layer.OCR
    return Layer.TEXT if text.strip() else Layer.NONE


def _no_text(ocr: Ocr) -> Problem:
    return Problem("E-NO-TEXT", "the PDF has no text layer: it was probably scanned", hint=_way_on(ocr))


def _way_on(ocr: Ocr) -> str:
    if ocr is Ocr.OFF:
        return "check it with --ocr auto, which runs a text recognition (OCR), or ask the issuer for the original file"
    return "the text recognition (OCR) found no words on them; ask the issuer for the original file"


def _recognised(layouts: Sequence[Layout]) -> tuple[Problem, ...]:
    found = {page.number: page.recognition.confidence for page in layouts if page.recognition}
    if not found:
        return ()
    least = min(found.values())
    message = f"pages were read from their pictures by text recognition (OCR), at worst with confidence {least:.2f}"
    hint = "compare the quoted words with the page; what rests on these pages alone is left to a reviewer"
    return (Problem("W-OCR", message, page_list(list(found)), hint),)


def _out_of_order(numbers: Sequence[int]) -> tuple[Problem, ...]:
    if not numbers:
        return ()
    message = "the file gives its words in another order than they stand in on the page; they were read both ways"
    hint = "compare the quoted words with the page; where the order would change a verdict, it is left to a reviewer"
    return (Problem("W-READING-ORDER", message, page_list(numbers), hint),)


def _pages_without_text(numbers: list[int], ocr: Ocr) -> tuple[Problem, ...]:
    if not numbers:
        return ()
    message = "the document has pages that show something but have no text layer; they were not read"
    return (Problem("E-NO-TEXT", message, page_list(numbers), _way_on(ocr)),)
