"""Running heads, feet, page numbers and codes in the margin: told by place and repetition, and left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from checker.ingest.pdf.line import Line
from checker.ingest.pdf.lines import Layout
from checker.model.document import Problem

_EDGE = 0.1  # heads and feet stand in the outer tenth of the page
_APART = 1.3  # and this many line distances away from the text
_STEP = 4.0  # points by which their height may differ between pages
_PAGE_NUMBER = re.compile(r"[0-9]{3,6}(?= )|.* [0-9]{3,6}\Z")
_DIGITS = re.compile(r"[0-9０-９]+")
_AROUND_NUMBERS = " \t-–—―|/·.・()（）[]"
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Cleared:
    """The pages without their furniture, and the note that says what was left out."""

    pages: tuple[Layout, ...]
    problems: tuple[Problem, ...]


class _Candidate(NamedTuple):
    """A line that may be furniture.

    `words` are its words without figures, `step` its distance from the edge in steps (negative from the lower edge,
    0 in the margin), `ahead` by how much its first and its last figure are ahead of the page's own number;
    `is_numbered` says that it begins or ends with a figure too high for the number of a section.
    """

    line: Line
    words: str
    step: int
    ahead: tuple[int, ...]
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class _Edges:
    """The candidates of one page: from the upper edge down, from the lower edge up, and sideways ones."""

    above: tuple[_Candidate, ...]
    below: tuple[_Candidate, ...]
    sideways: tuple[_Candidate, ...]

    def all(self) -> tuple[_Candidate, ...]:
        """Every candidate."""
        return (*self.above, *self.below, *self.sideways)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """On how many pages the same words stand at each step, and on how many a figure is ahead by the same number."""

    words: Counter[tuple[str, int]]
    ahead: Counter[int]

    def repeats(self, candidate: _Candidate) -> bool:
        """Whether other pages have the same words, or the next page number, in the same place; or it is the number."""
        words, step = candidate.words, candidate.step
        if not words and 0 in candidate.ahead:
            return True  # the page's own number and nothing else
        numbered = candidate.is_numbered or not words
        if numbered and any(self.ahead[number] > 1 for number in candidate.ahead):
            return True
        return words != "" and self.words[words, step] + self.words[words, step - 1] + self.words[words, step + 1] > 1


def clear(pages: Sequence[Layout]) -> Cleared:
    """`pages` with the lines that repeat at their edges, and the sideways codes in their margins, left out."""
    edges = [_edges(page) for page in pages]
    evidence = _evidence(edges)
    kept: list[Layout] = []
    dropped: list[_Candidate] = []
    for page, edge in zip(pages, edges, strict=True):
        candidates = edge.all()
        out = _furniture(page, edge, evidence) if candidates else []
        dropped += out
        starts = {candidate.line.start for candidate in out}
        kept.append(replace(page, lines=tuple([line for line in page.lines if line.start not in starts])))
    # Where nothing else would be left, what repeats is the text.
    return Cleared(tuple(kept), _note(dropped)) if any(page.lines for page in kept) else Cleared(tuple(pages), ())


def _edges(page: Layout) -> _Edges:
    """The lines near the upper or lower edge, and the sideways ones."""
    upper = page.top + _EDGE * (page.bottom - page.top)
    lower = page.bottom - _EDGE * (page.bottom - page.top)
    outer = sorted([line for line in page.lines if not upper <= line.v0 <= lower or line.sideways], key=_height)
    level = [line for line in outer if not line.sideways]
    return _Edges(
        tuple([_candidate(page, line) for line in level if line.v0 < upper]),
        tuple([_candidate(page, line) for line in level[::-1] if line.v0 > lower]),
        tuple([_candidate(page, line) for line in outer if line.sideways]),
    )


def _height(line: Line) -> float:
    return line.v0


def _candidate(page: Layout, line: Line) -> _Candidate:
    figures = _DIGITS.findall(line.text)
    words = (_DIGITS.sub("", line.text) if figures else line.text).strip(_AROUND_NUMBERS)
    ahead = {int(figure) - page.number for figure in (*figures[:1], *figures[1:][-1:]) if len(figure) < 7}
    above, below = line.v0 - page.top, page.bottom - line.v0
    step = 0 if line.sideways else int(above / _STEP) + 2 if above < below else -int(below / _STEP) - 2
    return _Candidate(line, words, step, tuple(ahead), _PAGE_NUMBER.match(line.text) is not None)


def _evidence(pages: Iterable[_Edges]) -> _Evidence:
    words: Counter[tuple[str, int]] = Counter()
    ahead: Counter[int] = Counter()
    for edges in pages:
        candidates = edges.all()
        words.update({(candidate.words, candidate.step) for candidate in candidates})
        ahead.update({number for candidate in candidates for number in candidate.ahead})
    return _Evidence(words, ahead)


def _furniture(page: Layout, edges: _Edges, evidence: _Evidence) -> list[_Candidate]:
    known = {candidate.line.start for candidate in edges.all()}
    text = [line for line in page.lines if line.start not in known]
    heights = [line.v0 for line in text]
    return [
        *_outermost(edges.above, evidence, min(heights, default=page.bottom), page.leading),
        *_outermost(edges.below, evidence, max(heights, default=page.top), page.leading),
        *_margin_codes(page, text, edges.sideways, evidence),
    ]


def _outermost(
    candidates: Sequence[_Candidate], evidence: _Evidence, text: float, leading: float
) -> Sequence[_Candidate]:
    """The repeating ones at the edge, up to the last that stands apart from what follows; `text` is where that is."""
    count = 0
    for candidate in candidates:
        if not evidence.repeats(candidate):
            break
        count += 1
    heights = [*(candidate.line.v0 for candidate in candidates), text]
    while count and abs(heights[count] - heights[count - 1]) < _APART * leading:
        count -= 1
    return candidates[:count]


def _margin_codes(
    page: Layout, text: Sequence[Line], sideways: Sequence[_Candidate], evidence: _Evidence
) -> list[_Candidate]:
    """Sideways lines beside the text; on a page of vertical writing they must repeat, for they may be its title."""
    if not sideways or not text:
        return []
    left, right = min([line.u0 for line in text]), max([line.u1 for line in text])
    beside = [candidate for candidate in sideways if not left <= candidate.line.u0 <= right]
    return [candidate for candidate in beside if page.upright or evidence.repeats(candidate)]


def _note(dropped: Sequence[_Candidate]) -> tuple[Problem, ...]:
    first = {candidate.words or "#": candidate.line.text for candidate in reversed(dropped)}
    samples = list(first.values())[::-1]
    if not samples:
        return ()
    more = f" and {len(samples) - _SAMPLES} more" if len(samples) > _SAMPLES else ""
    shown = ", ".join(f"“{text[:60]}”" for text in samples[:_SAMPLES])
    return (Problem("I-RUNNING-HEADS", f"running heads, feet or codes were left out of the text: {shown}{more}"),)
