"""The frames a provision stands in: divisions, headings, list items and stems, outermost first."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.text import Span
from checker.segment.numbering import Family, Mark
from checker.segment.numerals import Reading

ITEM_RANK = 100
STEM = ("", 0)
ANSWER = ("answer", 0)


@dataclass(slots=True)
class Frame:
    """One unit that is open: its rank (divisions below 100, items and stems 100), its place in its series, its label.

    `heading` and `lead_in` are what the units inside read with; `paragraphs` counts its unnumbered ones so far. A stem
    that stands `apart` came after a list's items: what it introduces does not read with them.
    """

    rank: int
    place: Reading
    label: str = ""
    heading: Span | None = None
    lead_in: Span | None = None
    order: int = 1
    paragraphs: int = 0
    apart: bool = False


class Frames:
    """The open frames. A new mark closes those it does not stand in."""

    def __init__(self) -> None:
        self._open: list[Frame] = []
        self._interrupted = False

    @property
    def _read(self) -> list[Frame]:
        """The frames that what comes next reads with."""
        apart = next((index for index in range(len(self._open) - 1, 0, -1) if self._open[index].apart), 0)
        if not apart:
            return self._open
        kept = [f for f in self._open[:apart] if f.rank < ITEM_RANK or f.heading is not None or f.place == ANSWER]
        return kept + self._open[apart:]

    @property
    def headings(self) -> tuple[Span, ...]:
        """The headings above, outermost first."""
        return tuple(frame.heading for frame in self._open if frame.heading is not None)

    @property
    def lead_ins(self) -> tuple[Span, ...]:
        """The lead-ins above, outermost first."""
        return tuple(frame.lead_in for frame in self._read if frame.lead_in is not None)

    @property
    def label(self) -> str:
        """The label of the innermost frame that has one."""
        return next((frame.label for frame in reversed(self._read) if frame.label), "")

    @property
    def rank(self) -> int:
        """The rank of that frame; 0 where there is none."""
        return next((frame.rank for frame in reversed(self._read) if frame.label), 0)

    @property
    def innermost(self) -> Frame | None:
        """The innermost frame that has a label and is no list item, to count paragraphs in."""
        return next((f for f in reversed(self._open) if f.label and (f.rank < ITEM_RANK or f.heading)), None)

    @property
    def top_rank(self) -> int:
        """The rank of the innermost frame; 0 where nothing is open."""
        return self._open[-1].rank if self._open else 0

    def close_from(self, rank: int) -> None:
        """Close every frame of this rank or a lower one (a higher number)."""
        while self._open and self._open[-1].rank >= rank:
            self._open.pop()

    def push(self, frame: Frame) -> None:
        """Open a frame inside those that are open."""
        self._open.append(frame)

    def push_stem(self, label: str, lead_in: Span | None) -> None:
        """Open a paragraph that introduces what follows it."""
        self._open.append(Frame(ITEM_RANK, STEM, label, lead_in=lead_in, apart=self._interrupted))

    def push_answer(self, label: str) -> None:
        """Open an answer: the lists in it are cited with it."""
        self._open.append(Frame(ITEM_RANK, ANSWER, label, apart=True))

    def close_answer(self) -> None:
        """Close the answer that is open, with all that stands in it."""
        places = [frame.place for frame in self._open]
        if ANSWER in places:
            self._open = self._open[: places.index(ANSWER)]

    def drop_stem(self) -> None:
        """Close the stem that is innermost, if one is: no list followed it."""
        if self._open and self._open[-1].place == STEM:
            self._open.pop()

    def set_heading(self, span: Span) -> None:
        """Let what stands in the innermost frame read with a heading."""
        self._open[-1].heading = span

    def set_lead_in(self, span: Span | None) -> None:
        """Let what stands in the innermost frame read with a lead-in."""
        self._open[-1].lead_in = span

    def count_paragraph(self) -> None:
        """Count a paragraph of the innermost frame."""
        self._open[-1].paragraphs += 1

    def interrupt(self) -> None:
        """Note that a paragraph without a mark came: a list may still go on behind it, but no new one joins it."""
        self._interrupted = True

    def enter_item(self, mark: Mark, introduces: bool) -> tuple[Reading, int]:
        """Close what an item with this mark ends; give its place and its order among its siblings."""
        base = next((i for i, frame in enumerate(self._open) if frame.rank == ITEM_RANK), len(self._open))
        depth, reading = self._find(mark, base, introduces)
        order = self._close_to(mark, depth, reading, base)
        self._interrupted = False
        return reading, order

    def _find(self, mark: Mark, base: int, introduces: bool) -> tuple[int | None, Reading]:
        """The open frame whose series the mark goes on with (None: a new series), and the reading that fits."""
        depths = range(len(self._open) - 1, base - 1, -1)
        opening = next((reading for reading in mark.readings if reading[1] == 1), None)
        if opening and self._open and self._open[-1].lead_in and not self._in_series(opening[0], base):
            return None, opening
        for depth in depths:
            series, value = self._open[depth].place
            if (series, value + 1) in mark.readings:
                return depth, (series, value + 1)
        if mark.family is Family.BULLET:
            return self._find_bullet(mark.readings[0], base, introduces), mark.readings[0]
        reading = opening or next((r for r in mark.readings if self._in_series(r[0], base)), mark.readings[0])
        return next((d for d in depths if self._open[d].place[0] == reading[0]), None), reading

    def _find_bullet(self, reading: Reading, base: int, introduces: bool) -> int | None:
        """A bullet behind one that ends in a colon stands inside it, unless it ends in a colon too."""
        depths = [depth for depth in range(base, len(self._open)) if self._open[depth].place == reading]
        if not depths:
            return None
        heads_list = len(depths) == 1 and self._open[depths[0]].lead_in is not None
        if heads_list and not introduces and not self._interrupted:
            return None
        return depths[0] if introduces else depths[-1]

    def _in_series(self, series: str, base: int) -> bool:
        return any(frame.place[0] == series for frame in self._open[base:])

    def _close_to(self, mark: Mark, depth: int | None, reading: Reading, base: int) -> int:
        """Close the frames that end here; give the order of the new item among its siblings."""
        stem = self._open[-1] if self._open and self._open[-1].place == STEM and self._open[-1].lead_in else None
        restarts = reading[1] == 1 or (mark.family is Family.BULLET and self._interrupted)
        if depth is not None and restarts:
            self._open = self._open[:depth]
            if self._interrupted and self._open and self._open[-1].place == STEM:
                self._open.pop()
            self._open += [stem] if stem is not None and self._interrupted else []
            return 1
        if depth is not None:
            order = self._open[depth].order + 1
            self._open = self._open[:depth]
            return order
        if reading[1] > 1 or (self._interrupted and stem is None):
            self._open = self._open[:base] + [frame for frame in self._open[base:] if frame.heading is not None]
        return 1
