"""A second reader for a PDF that the first one cannot open or breaks on: its words without their boxes.

It is more forgiving, and may pass over damaged parts in silence; so what it finds is never the whole document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import limits
from checker.ingest.assemble import document
from checker.ingest.characters import clean, is_cjk
from checker.ingest.facts import describe
from checker.ingest.kinds import Kind
from checker.ingest.reading import Issuers, Reading, Source, TextReading
from checker.model.document import Page, Problem
from checker.model.text import Span

if TYPE_CHECKING:
    from pdfminer.layout import LTPage

_HINT = "print or export the document to a new PDF and check that; what was found here may be incomplete"


def read_again(source: Source, kind: Kind, known: Issuers, why: Problem) -> Reading | None:
    """The reading of a PDF that could not be read because of `why`; None where this reader finds no words either."""
    try:
        pages = list(_pages(source.data))
    except Exception:  # whatever breaks in this reader, the document stays unread because of the first one's reason
        return None
    text = clean("\n\n".join(words for words, _, _ in pages))
    if not text.strip():
        return None
    found = tuple(_numbered(pages))
    problem = Problem(
        why.code,
        f"{why.message.rstrip('.')}; a second reader found the words that were checked, but may have missed others",
        why.where,
        _HINT,
    )
    facts = describe(text, source.stated, known, {}, lambda span: _page_at(found, span))
    return TextReading(document(source, kind.media_type, text, facts, (problem, *kind.problems), found))


def _pages(data: bytes) -> Iterator[tuple[str, float, float]]:
    """The words of each page, and its width and height in points."""
    from pdfminer.high_level import extract_pages

    characters = 0
    for page in extract_pages(io.BytesIO(data), maxpages=limits.DOCUMENT_PAGES):
        words = "\n\n".join(_blocks(page))
        characters += len(words)
        if characters > limits.DOCUMENT_CHARACTERS:
            return
        yield words, page.width, page.height


def _blocks(page: LTPage) -> Iterator[str]:
    from pdfminer.layout import LTTextContainer

    for block in page:
        if isinstance(block, LTTextContainer):
            words = ""
            for line in filter(None, map(str.strip, block.get_text().split("\n"))):
                close = not words or (is_cjk(words[-1]) and is_cjk(line[0]))
                words += line if close else " " + line
            if words:
                yield words


def _numbered(pages: list[tuple[str, float, float]]) -> Iterator[Page]:
    start = 0
    for number, (words, width, height) in enumerate(pages, 1):
        end = start + len(words)
        yield Page(number, Span(start, end), width, height)
        start = end + 2


def _page_at(pages: tuple[Page, ...], span: Span) -> str:
    return f"page {max((page.number for page in pages if page.span.start <= span.start), default=1)}"
