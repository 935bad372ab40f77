"""Going through the pages of an open PDF once: their layouts, and what of them could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker import limits
from checker.ingest.pdf.lines import Layout, layout
from checker.ingest.pdf.pages import OpenPages
from checker.model.document import Problem


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read of the pages: their layouts, their sizes in points as shown, and the reservations."""

    layouts: tuple[Layout, ...]
    sizes: tuple[tuple[float, float], ...]
    problems: tuple[Problem, ...]

    @property
    def is_broken(self) -> bool:
        """Whether none of the pages could be opened."""
        return not any(width for width, _ in self.sizes)


def scan(pages: OpenPages) -> Scan:
    """The layouts of the pages, in order; a page that cannot be opened has an empty one."""
    import pypdfium2

    layouts: list[Layout] = []
    sizes: list[tuple[float, float]] = []
    broken: list[int] = []
    characters = 0
    for number in range(1, len(pages) + 1):
        if characters > limits.DOCUMENT_CHARACTERS:
            break
        try:
            opened = pages.get(number)
        except pypdfium2.PdfiumError:
            broken.append(number)
            layouts.append(Layout(number, "", (), 0, 0, 0))
            sizes.append((0.0, 0.0))
            continue
        characters += len(opened.text)
        layouts.append(layout(number, opened))
        sizes.append(opened.page.get_size())
    problems = (*_broken_pages(broken), *_cut_pages(len(layouts), len(pages)))
    return Scan(tuple(layouts), tuple(sizes), problems)


def pages_without_text(pages: OpenPages, layouts: Iterable[Layout]) -> list[int]:
    """The numbers of the pages that show something but have no words, beside running heads, to read."""
    return [page.number for page in layouts if not page.lines and _shows_something(pages, page)]


def page_list(numbers: Sequence[int]) -> str:
    """Page numbers in words: "page 3" or "pages 1-4, 7"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    words = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
    return f"page{'s' if len(numbers) > 1 else ''} {words}"


def _shows_something(pages: OpenPages, page: Layout) -> bool:
    """Whether anything is drawn on a page without text, or a picture on one that has only running heads."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        opened = pages.get(page.number).page
    except pypdfium2.PdfiumError:
        return False
    if not page.text.strip():
        return int(pdfium.FPDFPage_CountObjects(opened)) > 0
    return any(True for _ in opened.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))


def _broken_pages(numbers: Sequence[int]) -> tuple[Problem, ...]:
    if not numbers:
        return ()
    hint = "print or export the document to a new PDF and check that"
    return (Problem("E-STRUCTURE", "pages that cannot be opened were not read", page_list(numbers), hint),)


def _cut_pages(read: int, count: int) -> tuple[Problem, ...]:
    if read == count:
        return ()
    message = f"the document has more than {limits.DOCUMENT_CHARACTERS:,} characters; the rest was not read"
    return (Problem("E-TEXT-LIMIT", message, page_list(range(read + 1, count + 1)), "split it and check the parts"),)
