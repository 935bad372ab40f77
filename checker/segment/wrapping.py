"""Whether a line goes on with the sentence of the line above it, in texts whose paragraphs are broken into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.segment.lines import Line
from checker.segment.titles import could_be_title, in_title_case, is_japanese

_STOPS = ".。．｡:：;；!?！？"
_DANGLING = re.compile(
    r"(?:\b(?:of|to|the|a|an|and|or|in|with|under|by|for|from|per|"
    r"sections?|paragraphs?|subsections?|subparagraphs?|clauses?|articles?|notes?|subdivisions?|(?:sub)?headings?|chapters?|"
    r"items?|rules?|parts?|annex(?:es)?|titles?|Nos?\.|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)|[-–—,、(（])$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"(?:\b(?:sections?|paragraphs?|subsections?|subparagraphs?|clauses?|articles?|notes?|subdivisions?|(?:sub)?headings?|"
    r"chapters?|items?|rules?|parts?|annex(?:es)?|titles?|Nos?\.|of|January|February|March|April|June|July|August|September|"
    r"October|November|December)|[-–—(（])$",
    re.IGNORECASE,
)
_STARTERS_JA = re.compile(
    r"ただし|なお|また|この|その|これ|それ|ここ|そこ|おって|さらに|しかし|もっとも|よって|したがって|まず|つぎ|ついて"
)
_FIGURES = re.compile(r"[\d\s.,/%()–-]+")
_HANGING = 8
_LONG = 40
_LONG_JA = 15


@dataclass(frozen=True, slots=True)
class Width:
    """Where a text's lines are broken: hardly any full line is shorter than `least` columns, half are than `usual`.

    Both are 0 where the lines are whole paragraphs. They differ much where the text was set in a proportional font.
    """

    least: int = 0
    usual: int = 0


def wrap_width(text: str, lines: Sequence[Line]) -> Width:
    """Where this text breaks its lines, judged by the lines that go on with a small letter."""
    columns = sorted(
        above.indent + len(above)
        for above, line in pairwise(lines)
        if not line.gap and begins_inside(text, line) and text[above.end - 1] not in _STOPS and _is_long(text, above)
    )
    return Width(columns[len(columns) // 10], columns[len(columns) // 2]) if columns else Width()


def goes_on(text: str, above: Line, line: Line, width: Width, first: bool) -> bool:
    """Whether `line`, which begins with no mark of its own, continues the paragraph that `above` ends with.

    `first` says that `above` is that paragraph's first line, and so may be a heading.
    """
    last = text[above.end - 1]
    inside = begins_inside(text, line)
    if line.gap:
        return line.gap <= 2 and inside and last not in _STOPS and _is_long(text, above)
    if inside:
        return last not in ":：;；" or _is_full(text, above, line, width)
    if (
        text[line.start].isdigit()
        and _FIGURES.fullmatch(text, above.start, above.end)
        and _FIGURES.fullmatch(text, line.start, line.end)
    ):
        return True
    if first and _is_titled(text, above) and not _is_titled(text, line):
        return False
    if _is_full(text, above, line, width):
        return True
    return last not in _STOPS and _DANGLING.search(text, max(above.start, above.end - 20), above.end) is not None


def hangs_on(text: str, first: Line, line: Line) -> bool:
    """Whether `line` is indented below a row's first line, as the words and rates of a tariff heading are."""
    return line.indent >= first.indent + _HANGING and (not line.gap or (line.gap < 3 and begins_inside(text, line)))


def refers_on(text: str, above: Line, line: Line) -> bool:
    """Whether what looks like a mark at the start of `line` is the end of a reference ("... of section / 2. The")."""
    return not line.gap and _REFERS.search(text, max(above.start, above.end - 20), above.end) is not None


def breaks_off(text: str, above: Line, line: Line, width: Width) -> bool:
    """Whether `above` is a full line that ends inside a sentence, so that "15." below it is no list mark."""
    last = text[above.end - 1]
    return not line.gap and last not in _STOPS + "),，" and _is_full(text, above, line, width)


def _is_long(text: str, line: Line) -> bool:
    return len(line) >= _LONG or (len(line) >= _LONG_JA and is_japanese(text[line.start : line.end]))


def begins_inside(text: str, line: Line) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter, a Japanese particle or a comma."""
    first = text[line.start]
    if first.islower() or first in ",;)）、。」』%％":
        return True
    return "\u3041" <= first <= "\u309f" and _STARTERS_JA.match(text, line.start) is None


def _is_full(text: str, above: Line, line: Line, width: Width) -> bool:
    """Whether the first word of `line` would not have fitted on the line above it."""
    column = above.indent + len(above)
    edge = width.usual if text[above.end - 1] in _STOPS else width.least
    if not edge or column > width.usual * 2:
        return False
    if is_japanese(text[line.start : line.start + 8]):
        return column >= edge - 3
    space = text.find(" ", line.start, line.end)
    word = (space if space > 0 else line.end) - line.start
    return column + 1 + word > edge


def _is_titled(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return could_be_title(words) and in_title_case(words)
