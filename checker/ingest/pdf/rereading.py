"""A second reading of pages whose order is suspect: by where the characters stand, not by how the file gives them.

The first reading follows the file, which is right nearly always. It is suspect where it goes back up a column that it
has already read, or to a column on the left, or where its lines run on across a gap that all of them leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.ingest.pdf.across import GAP
from checker.ingest.pdf.compose import compose
from checker.ingest.pdf.flows import Flow, flows
from checker.ingest.pdf.frames import spots
from checker.ingest.pdf.line import LINE_END, WORD_BREAK, Line
from checker.ingest.pdf.lines import Layout
from checker.ingest.pdf.order import Spot, in_order
from checker.ingest.pdf.pages import OpenPage, OpenPages
from checker.ingest.reading import Alternative, Other

_BACK = 2.0  # line distances that reading must go up by
_GUTTER = 0.8  # of a line's distance


def reread(pages: OpenPages, layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """`layouts` with the suspect ones in the order of where their characters stand; the others are the very same."""
    return tuple(_ordered(pages.get(page.number), page) if _is_suspect(page) else page for page in layouts)


def _is_suspect(page: Layout) -> bool:
    if page.recognition or any(line.cell for line in page.lines):
        return False
    turns = any(
        line.v0 + _BACK * page.leading < before.v1 and line.u0 < before.u1 for before, line in pairwise(page.lines)
    )
    return page.across or (turns and _goes_back(page))


def _ordered(opened: OpenPage, page: Layout) -> Layout:
    pieces = [piece for line in page.lines for piece in _pieces(opened, page, line)]
    ordered = in_order(pieces, lambda line: Spot(line.u0, line.u1, line.v0), _GUTTER * page.leading)
    return replace(page, lines=tuple(ordered))


def _goes_back(page: Layout) -> bool:
    """Whether reading goes up again in a column that it has read, or to a column beside it on the left."""
    read: list[Flow] = []
    for flow in flows(page.lines, page.leading):
        top, floor = flow.lines[0].v0 + _BACK * page.leading, flow.lines[-1].v1
        for before in read:
            above = top < before.lines[0].v0 and _share(before, flow)
            if above or (flow.right < before.left and top < before.lines[-1].v1 and before.lines[0].v0 < floor):
                return True
        read.append(flow)
    return False


def _share(one: Flow, other: Flow) -> bool:
    """Whether two flows stand in the same column."""
    return min(one.right, other.right) - max(one.left, other.left) > 2 * one.leading


def _pieces(opened: OpenPage, page: Layout, line: Line) -> Iterator[Line]:
    """The pieces of a line that stand on one height without a wide gap between them."""
    set_at = spots(opened, page.direction, range(line.start, line.start + len(line.text)))
    usual = page.leading / 2
    first = 0
    for at in range(1, len(set_at) + 1):
        if at == len(set_at) or _parts(line.text, set_at, at, page.leading):
            text = line.text[first:at].replace(WORD_BREAK, "-")
            words = text.strip()
            if words:
                skipped = text.find(words)
                last = set_at[first + skipped + len(words) - 1]
                u0, v = set_at[first + skipped]
                start = line.start + first + skipped
                yield Line(start, words, u0, max(last[0], u0) + usual, v, v, 0)
            first = at


def _parts(text: str, set_at: Sequence[tuple[float, float]], at: int, leading: float) -> bool:
    """Whether a new piece begins with the character `at`."""
    if text[at - 1] == WORD_BREAK or text[at - 1] in LINE_END:
        return True
    if text[at].isspace():
        return False
    before = at - 2 if at > 1 and text[at - 1] == " " else at - 1  # where a blank is set says little
    (u0, v0), (u1, v1) = set_at[before], set_at[at]
    return abs(v1 - v0) > leading / 2 or not -leading / 2 < u1 - u0 < GAP + leading / 2


def out_of_order(layouts: Sequence[Layout], reordered: Sequence[Layout]) -> list[int]:
    """The numbers of the pages whose words follow each other differently in the two readings."""
    pairs = zip(layouts, reordered, strict=True)
    return [page.number for page, other in pairs if page is not other and _words(page) != _words(other)]


def alternatives(layouts: Sequence[Layout], reordered: Sequence[Layout]) -> tuple[Alternative, ...]:
    """The text in the other order, where there is one."""
    if not out_of_order(layouts, reordered):
        return ()
    return (Alternative(Other.MOVED, compose(reordered).text),)


def _words(page: Layout) -> list[str]:
    return compose([page]).text.split()
