"""From lines to the document's text: paragraphs put together, and every character traced to its place on a page."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.ingest.characters import SOFT_HYPHEN, is_cjk
from checker.ingest.pdf.flows import Flow, flows
from checker.ingest.pdf.footnotes import parts
from checker.ingest.pdf.hyphens import joint
from checker.ingest.pdf.line import LINE_END, WORD_BREAK, Line
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.paragraphs import LINE, PARAGRAPH, across, breaks
from checker.ingest.pdf.ruby import without_ruby
from checker.model.text import Span

_BROKEN = re.compile(f"[{WORD_BREAK}{SOFT_HYPHEN}]")
_HYPHENS = ("-", "‐")
_DASHES = ("-", "‐", "–", "—", "/")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that stand side by side on one line of a page: `first` is the first one's place in its raw text."""

    page: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Composed:
    """A document's text, the span of each page in it, and the runs that trace it back to the pages.

    Run i begins at `starts[i]` of the text and shows the `lengths[i]` characters from `firsts[i]` on of its page's own
    text, each line end in it as a blank. Characters between the runs, which join lines, stand nowhere.
    """

    text: str
    pages: tuple[Span, ...]
    page_texts: tuple[str, ...]
    starts: array[int]
    firsts: array[int]
    lengths: array[int]

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """Where the characters of `span` stand, line by line."""
        for run in range(max(bisect_right(self.starts, span.start) - 1, 0), len(self.starts)):
            page, at, first = self.page_at(self.starts[run]), self.starts[run], self.firsts[run]
            for row in self.page_texts[page - 1][first : first + self.lengths[run]].split(LINE_END):
                if at >= span.end:
                    return
                words = len(row.rstrip())
                skipped = max(span.start - at, 0)
                count = min(at + words, span.end) - at - skipped
                if count > 0:
                    yield Stretch(page, first + skipped, count)
                at += words + 1
                first += len(row) + len(LINE_END)

    def page_at(self, place: int) -> int:
        """The number of the page on which the character at `place` stands."""
        return bisect_right(self.pages, place, key=lambda page: page.start)


def compose(pages: Sequence[Layout]) -> Composed:
    """The text of `pages`, whose furniture is already left out."""
    writer = _Writer(tuple(page.text for page in pages))
    previous: Flow | None = None
    for page in pages:
        writer.turn_page()
        for table, group in groupby(page.lines, key=_table_of):
            lines = tuple(group)
            if table is not None:
                writer.put_table(lines)
                previous = None
                continue
            for flow in flows(without_ruby(lines, page.leading), page.leading):
                for number, part in enumerate(parts(flow)):
                    first = PARAGRAPH if number or not previous else across(previous, part)
                    writer.put(part.lines, (first, *breaks(part)))
                    previous = part
    return writer.composed()


def _table_of(line: Line) -> int | None:
    return line.cell.table if line.cell else None


def _rows(lines: Sequence[Line]) -> list[list[tuple[Line, ...]]]:
    """The lines of every cell of a table, row by row; a cell over several rows is said in each of them."""
    rows: list[list[tuple[Line, ...]]] = []
    for cell, group in groupby(lines, key=lambda line: line.cell):
        if cell is None:
            continue
        words = tuple(group)
        while len(rows) < cell.row + cell.rows:
            rows.append([])
        for row in rows[cell.row : cell.row + cell.rows]:
            row.extend([()] * (cell.column - len(row)))
            row.append(words)
    return [row for row in rows if row]


class _Writer:
    """Puts line after line into one text and notes where each piece comes from."""

    def __init__(self, page_texts: tuple[str, ...]) -> None:
        self._page_texts = page_texts
        # One byte per character makes looking up words several times cheaper; other characters do not matter there.
        self._document = "".join(page_texts).encode("latin-1", "replace").decode("latin-1")
        self._pieces: list[str] = []
        self._length = 0
        self._page_starts: list[int] = []
        self._turned = 0
        self._starts = array("l")
        self._firsts = array("l")
        self._lengths = array("l")
        self._columns = 0  # of the table that was put last, if nothing was put after it

    def turn_page(self) -> None:
        """What follows stands on the next page."""
        self._turned += 1

    def put(self, lines: Sequence[Line], before: Sequence[str]) -> None:
        """Add `lines`, each after what stands `before` it; those that are joined get what their words ask for."""
        for line, between in zip(lines, before, strict=True):
            self._begin(between or self._glue(line.text))
            self._put_line(line)

    def put_table(self, lines: Sequence[Line]) -> None:
        """Add the words of a table, which are in the order of their cells, row by row.

        A table that goes on at the head of a page goes on in the text.
        """
        rows = _rows(lines)
        columns = max(map(len, rows))
        goes_on = self._columns == columns and self._turned == 1
        for at, row in enumerate(rows):
            self._begin(LINE if at or goes_on else PARAGRAPH)
            for cell in (*row, *[()] * (columns - len(row))):
                self._fill("| ")
                for number, line in enumerate(cell):
                    self._fill(self._glue(line.text) if number else "")
                    self._put_line(line)
                self._fill(" " if cell else "")
            self._fill("|")
        self._columns = columns

    def _begin(self, glue: str) -> None:
        """Add what stands between the text so far and what follows, which may stand on a new page."""
        if self._turned:
            self._page_starts += [self._length] * self._turned
            self._turned = 0
        self._columns = 0
        if self._pieces:
            self._fill(glue)

    def _fill(self, text: str) -> None:
        """Add characters that stand nowhere on a page."""
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def _put_line(self, line: Line) -> None:
        if WORD_BREAK in line.text or SOFT_HYPHEN in line.text:
            self._put_broken(line.text, line.start)
        elif line.cell and "|" in line.text:
            self._put_barred(line.text, line.start)
        else:
            self._put_run(line.text, line.start)

    def _put_barred(self, text: str, first: int) -> None:
        r"""Add words of a cell that hold bars, which are written "\|" there."""
        for at, words in enumerate(text.split("|")):
            if at:
                self._fill("\\")
                self._put_run("|", first - 1)
            self._put_run(words, first)
            first += len(words) + 1

    def composed(self) -> Composed:
        """Everything that was put."""
        starts = [0, *self._page_starts[1:], *[self._length] * self._turned]
        pages = tuple(map(Span, starts, [*starts[1:], self._length]))
        text = "".join(self._pieces)
        return Composed(text, pages, self._page_texts, self._starts, self._firsts, self._lengths)

    def _put_run(self, text: str, first: int) -> None:
        """Add a line, or several that run on with a blank between them."""
        if not text:
            return
        shown = " ".join([row.rstrip() for row in text.split(LINE_END)]) if LINE_END in text else text
        self._pieces.append(shown)
        self._starts.append(self._length)
        self._firsts.append(first)
        self._lengths.append(len(text))
        self._length += len(shown)

    def _put_broken(self, text: str, first: int) -> None:
        """Add lines with words broken over two: a hyphen that belongs to the word is kept as such."""
        at = 0
        for mark in _BROKEN.finditer(text):
            end = mark.start()
            kept = mark.group() == WORD_BREAK and joint(text[at:end], text[end + 1 :], self._document)
            self._put_run(text[at:end] + "-" if kept else text[at:end], first + at)
            at = end + 1
        self._put_run(text[at:], first + at)

    def _glue(self, following: str) -> str:
        """What joins the text so far to a line that goes on with it; a hyphen of the line's end alone is taken back."""
        last = self._pieces[-1] if self._pieces else " "
        tail = last[-1:]
        if tail.isalnum() and tail.isascii() and following.isascii():
            return " "
        broken = tail in _HYPHENS and last[-2:-1].isalnum() and not joint(last[:-1], following, self._document)
        if broken or tail == SOFT_HYPHEN:
            self._take_back()
            return ""
        attached = tail in _DASHES and last[-2:-1].strip()
        return "" if attached or is_cjk(tail) or is_cjk(following[0]) else " "

    def _take_back(self) -> None:
        self._pieces[-1] = self._pieces[-1][:-1]
        self._lengths[-1] -= 1
        self._length -= 1
