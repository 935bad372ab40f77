"""Physical lines: where each line's words stand in a text, and which lines are rulings or running heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

_BREAKS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_WORDS = re.compile(rf"\S(?:[^{_BREAKS}]*\S)?")
_QUOTE_MARK = re.compile(r"(?:>\s+)*>(?:\s+|$)")
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"[-–—―－] ?[0-9０-９]{1,4} ?[-–—―－]")
_RULING = "-=_*~―─━＝–—－"
_HEAD_LINES = 12
_HEAD_PAGES = 4
_MOST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has words: `start` and `end` leave out the blanks (and Markdown quote marks) around them.

    `gap` counts the empty lines above it, `indent` the columns before its first word. A ruling is drawn from
    dashes and the like; a running head is what many pages begin with, or a page number ("- 2 -").
    """

    start: int
    end: int
    indent: int
    gap: int
    ruling: bool = False
    running: bool = False

    def __len__(self) -> int:
        return self.end - self.start


def physical(text: str) -> tuple[Line, ...]:
    """The lines of `text` that have words, in order."""
    lines: list[Line] = []
    pages: list[int] = []
    previous = 0
    for match in _WORDS.finditer(text):
        start, end = match.span()
        if text[start] == ">" and (quoted := _QUOTE_MARK.match(text, start, end)):
            start = quoted.end()
        if start == end:
            continue
        between = text[previous:start]
        if "\f" in between:
            pages.append(len(lines))
        breaks = max(between.count("\n"), between.count("\r"))
        indent = len(between) - 1 - max(map(between.rfind, "\n\r\f"))
        drawn = text[start] in _RULING
        ruling = drawn and _is_ruling(text[start:end])
        numbered = drawn and _PAGE_NUMBER.fullmatch(text, start, end) is not None
        lines.append(Line(start, end, indent, max(0, breaks - 1), ruling, numbered))
        previous = end
    return _flag_running(text, lines, pages)


def _is_ruling(words: str) -> bool:
    drawn = words.replace(" ", "")
    return len(drawn) >= 3 and not drawn.strip(_RULING)


def _flag_running(text: str, lines: list[Line], pages: list[int]) -> tuple[Line, ...]:
    """Flag what several pages begin with, page numbers aside; only texts with page breaks have running heads."""
    first = [0] if pages else []
    tops = {index for page in [*first, *pages] for index in range(page, min(page + _HEAD_LINES, len(lines)))}
    shapes = {index: _shape(text, lines[index]) for index in sorted(tops)}
    often = Counter(shapes.values())
    for index, shape in shapes.items():
        if often[shape] >= _HEAD_PAGES and any(map(str.isalpha, shape)):
            lines[index] = replace(lines[index], running=True)
    return tuple(lines)


def _shape(text: str, line: Line) -> str:
    """The words of a line by which pages are compared; in short ones ("Page 3 of 10") the numbers do not count."""
    words = " ".join(text[line.start : line.end].split())
    return _DIGITS.sub("0", words) if sum(map(str.isalpha, words)) <= _MOST_LETTERS else words
