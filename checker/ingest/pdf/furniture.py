"""Running heads, feet, page numbers and codes in the margin: told from the text by place and repetition, and left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.ingest.pdf.lines import Layout, Line
from checker.model.document import Problem

_EDGE = 0.1  # heads and feet stand in the outer tenth of the page
_APART = 1.3  # and this many line distances away from the text
_STEP = 4.0  # points by which their height may differ between pages
_DIGITS = re.compile(r"[0-9０-９]+")
_AROUND_NUMBERS = " \t-–—―|/·.・()（）[]"
_SAMPLES = 3

Key = tuple[str, int]
"""What repeats: words without figures, and steps from the edge (from the lower edge negative; 0 in the margin)."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The pages without their furniture, and the note that says what was left out."""

    pages: tuple[Layout, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """On how many pages each key stands, and how many pages differ from their printed number by each offset."""

    keys: Counter[Key]
    offsets: Counter[int]

    def repeats(self, page: Layout, line: Line) -> bool:
        """Whether other pages have the same words, or the next page number, in the same place."""
        words, step = _key(page, line)
        if not words:
            return any(self.offsets[offset] > 1 for offset in _offsets(page, line))
        return sum(self.keys[words, near] for near in (step - 1, step, step + 1)) > 1


def clear(pages: Sequence[Layout]) -> Cleared:
    """`pages` with the lines that repeat at their edges, and the sideways codes in their margins, left out."""
    edges = [_edge_lines(page) for page in pages]
    evidence = _evidence(pages, edges)
    kept: list[Layout] = []
    dropped: list[str] = []
    for page, lines in zip(pages, edges, strict=True):
        repeating = {line for line in lines if evidence.repeats(page, line)}
        out = _heads_and_feet(page, repeating) | _margin_codes(page, repeating)
        dropped += [line.text for line in page.lines if line in out]
        kept.append(replace(page, lines=tuple(line for line in page.lines if line not in out)) if out else page)
    return Cleared(tuple(kept), _note(dropped))


def _edge_lines(page: Layout) -> list[Line]:
    """The lines that could be furniture: those near the upper or lower edge, and the sideways ones."""
    upper = page.top + _EDGE * (page.bottom - page.top)
    lower = page.bottom - _EDGE * (page.bottom - page.top)
    return [line for line in page.lines if line.v0 < upper or line.v0 > lower or line.sideways]


def _evidence(pages: Sequence[Layout], edges: Sequence[Iterable[Line]]) -> _Evidence:
    keys: Counter[Key] = Counter()
    offsets: Counter[int] = Counter()
    for page, lines in zip(pages, edges, strict=True):
        keys.update({_key(page, line) for line in lines})
        offsets.update({offset for line in lines for offset in _offsets(page, line)})
    return _Evidence(keys, offsets)


def _key(page: Layout, line: Line) -> Key:
    words = _DIGITS.sub("", line.text).strip(_AROUND_NUMBERS)
    if line.sideways:
        return words, 0
    above, below = line.v0 - page.top, page.bottom - line.v0
    return words, int(above / _STEP) + 1 if above < below else -int(below / _STEP) - 1


def _offsets(page: Layout, line: Line) -> set[int]:
    """By how much the first and the last figure of a line are ahead of the page's own number."""
    figures = _DIGITS.findall(line.text)
    return {int(figure) - page.number for figure in (*figures[:1], *figures[-1:]) if len(figure) < 7}


def _heads_and_feet(page: Layout, repeating: set[Line]) -> set[Line]:
    level = sorted((line for line in page.lines if not line.sideways), key=lambda line: line.v0)
    return _outermost(level, repeating, page.leading) | _outermost(level[::-1], repeating, page.leading)


def _outermost(lines: Sequence[Line], repeating: set[Line], leading: float) -> set[Line]:
    """The repeating lines among the first of `lines`, up to the last one that stands apart from what follows."""
    count = next((i for i, line in enumerate(lines) if line not in repeating), len(lines))
    while 0 < count < len(lines) and abs(lines[count].v0 - lines[count - 1].v0) < _APART * leading:
        count -= 1
    return set(lines[:count])


def _margin_codes(page: Layout, repeating: set[Line]) -> set[Line]:
    """Sideways lines beside the text; on a page of vertical writing they must repeat, for they may be its title."""
    sideways = [line for line in page.lines if line.sideways]
    if not sideways or len(sideways) == len(page.lines):
        return set()
    left = min(min(line.u0, line.u1) for line in page.lines if not line.sideways)
    right = max(max(line.u0, line.u1) for line in page.lines if not line.sideways)
    beside = (line for line in sideways if line.u0 > right or line.u0 < left)
    return {line for line in beside if page.upright or line in repeating}


def _note(dropped: Sequence[str]) -> tuple[Problem, ...]:
    distinct = tuple({_DIGITS.sub("#", text): text for text in reversed(dropped)}.values())[::-1]
    if not distinct:
        return ()
    more = f" and {len(distinct) - _SAMPLES} more" if len(distinct) > _SAMPLES else ""
    samples = ", ".join(f"“{text[:60]}”" for text in distinct[:_SAMPLES])
    message = f"running heads, feet or margin codes were left out of the text: {samples}{more}"
    return (Problem("I-RUNNING-HEADS", message),)
