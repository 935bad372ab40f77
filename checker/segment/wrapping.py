"""Whether a line goes on with the sentence of the line above it, in texts whose paragraphs are broken into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_LONG = 40
_LONG_JA = 15


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column at which this text breaks its lines, or 0 where its lines are whole paragraphs."""
    columns = sorted(
        above.indent + len(above)
        for above, line in zip(lines, lines[1:], strict=False)
        if not line.gap and _is_long(text, above) and text[above.end - 1] not in _STOPS and _begins_inside(text, line)
    )
    return columns[len(columns) * 9 // 10] if columns else 0


def goes_on(text: str, above: Line, line: Line, width: int, first: bool) -> bool:
    """Whether `line`, which begins with no mark of its own, continues the paragraph that `above` ends with.

    `first` says that `above` is that paragraph's first line, and so may be a heading.
    """
    last = text[above.end - 1]
    inside = _begins_inside(text, line)
    if line.gap:
        return line.gap <= 2 and inside and last not in _STOPS and _is_long(text, above)
    if inside:
        return last not in ":：;；" or _is_full(text, above, line, width)
    if _FIGURES.fullmatch(text, above.start, above.end) and _FIGURES.fullmatch(text, line.start, line.end):
        return True
    if first and _is_titled(text, above) and not _is_titled(text, line):
        return False
    if _is_full(text, above, line, width):
        return True
    return last not in _STOPS and _DANGLING.search(text, max(above.start, above.end - 20), above.end) is not None


def refers_on(text: str, above: Line, line: Line) -> bool:
    """Whether what looks like a mark at the start of `line` is the end of a reference ("... of section / 2. The")."""
    return not line.gap and _REFERS.search(text, max(above.start, above.end - 20), above.end) is not None


def breaks_off(text: str, above: Line, line: Line, width: int) -> bool:
    """Whether `above` is a full line that ends inside a sentence, so that "15." below it is no list mark."""
    last = text[above.end - 1]
    return not line.gap and last not in _STOPS + "),，" and _is_full(text, above, line, width)


def _is_long(text: str, line: Line) -> bool:
    return len(line) >= (_LONG_JA if is_japanese(text[line.start : line.start + 40]) else _LONG)


def _begins_inside(text: str, line: Line) -> bool:
    first = text[line.start]
    if first.islower() or first in ",;)）、。」』%％":
        return True
    return "\u3041" <= first <= "\u309f" and _STARTERS_JA.match(text, line.start) is None


def _is_full(text: str, above: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on the line above it."""
    column = above.indent + len(above)
    if not width or column > width * 2:
        return False
    if is_japanese(text[line.start : line.start + 8]):
        return column >= width - 3
    space = text.find(" ", line.start, line.end)
    word = (space if space > 0 else line.end) - line.start
    return column + 1 + word > width


def _is_titled(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return could_be_title(words) and in_title_case(words)
