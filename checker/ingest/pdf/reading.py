"""The reading of a PDF: its document, and where on its pages the words stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from checker.ingest.pdf.boxes import box, hull
from checker.ingest.pdf.compose import Composed, Stretch, compose
from checker.ingest.pdf.hidden import without_hidden
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.pages import OpenPages
from checker.ingest.pdf.picture import picture
from checker.ingest.pdf.pictured import drawn
from checker.ingest.pdf.rereading import alternatives, reread
from checker.ingest.pdf.scan import page_list
from checker.ingest.reading import Alternative, Enclosed, PageBoxes, Picture
from checker.model.document import Document, Problem, State
from checker.model.text import Box, Span

_SHORT = 10  # pages; in longer documents hidden words are looked for only where a rule's evidence stands


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF that was read and is still open; `retell` makes its document anew from another text of its pages."""

    document: Document
    composed: Composed
    pages: OpenPages
    layouts: tuple[Layout, ...]
    retell: Callable[[Composed], Document]
    alternatives: tuple[Alternative, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    def boxes(self, span: Span) -> PageBoxes:
        """The rectangles of the characters of `span`, one per line, by page number."""
        found: dict[int, list[Box]] = {}
        for stretch in self.composed.stretches(span):
            place = self._box(stretch)
            if place:
                found.setdefault(stretch.page, []).append(place)
        return tuple((number, tuple(boxes)) for number, boxes in found.items())

    def _box(self, stretch: Stretch) -> Box | None:
        recognition = self.layouts[stretch.page - 1].recognition
        if recognition:
            return recognition.box(stretch.first, stretch.count)
        return box(self.pages.get(stretch.page), stretch.first, stretch.count)

    def place(self, span: Span) -> str:
        """The page on which `span` starts: "page 3"."""
        return f"page {self.composed.page_at(span.start)}"

    def seen(self, spans: Sequence[Span]) -> PdfReading | None:
        """The reading without hidden words: of a short document on all pages, else on those that `spans` touch."""
        numbers = {self.composed.page_at(span.start) for span in spans}
        layouts = tuple(
            without_hidden(self.pages.get(page.number), page)
            if page.lines and not page.recognition and (len(self.layouts) <= _SHORT or page.number in numbers)
            else page
            for page in self.layouts
        )
        changed = [page.number for page, before in zip(layouts, self.layouts, strict=True) if page is not before]
        if not changed:
            return None
        composed = compose(layouts)
        problem = _left_out(page_list(changed), bool(composed.text))
        if composed.text:
            told = self.retell(composed)
        else:
            told = replace(self.document, text="", pages=(), state=State.NOT_CHECKED, problems=(problem,))
        document = replace(told, problems=tuple(dict.fromkeys((problem, *told.problems))))
        other = alternatives(layouts, reread(self.pages, layouts))
        return replace(self, document=document, composed=composed, layouts=layouts, alternatives=other)

    def crop(self, page: int, boxes: Sequence[Box]) -> Picture | None:
        """A picture of the strip of `page` around `boxes`; None where it would be too large to draw."""
        return picture(self.pages.get(page), boxes) if boxes else None

    def drawn(self, span: Span) -> str | None:
        """The words that OCR sees where `span` is drawn; None where the page was read by OCR to begin with."""
        places = [(number, hull(boxes)) for number, boxes in self.boxes(span)]
        if not places or any(self.layouts[number - 1].recognition for number, _ in places):
            return None
        return "\n".join(drawn(self.pages.get(number), strip) for number, strip in places)

    def close(self) -> None:
        """Close the file."""
        self.pages.close()


def _left_out(where: str, some_left: bool) -> Problem:
    message = "words that no reader sees (invisible, white, tiny or off the page) stand in the text; they were left out"
    hint = "ask why they are there; where they would change a verdict, it is left to a reviewer"
    if some_left:
        return Problem("W-HIDDEN-TEXT", message, where, hint)
    return Problem("E-NO-TEXT", "the PDF shows no words: all of its text is hidden", where, hint)
