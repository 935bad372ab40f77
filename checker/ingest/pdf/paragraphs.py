"""Which physical lines belong to one paragraph: told from their distance, indent and length, and from their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.ingest.characters import is_cjk
from checker.ingest.pdf.flows import Flow, advance, continues
from checker.ingest.pdf.line import Line

# What stands between a line and the one before it.
JOIN = ""
LINE = "\n"
PARAGRAPH = "\n\n"

_MARK = re.compile(
    r"[(（](?:[a-z]{1,5}|[A-Z]{1,5}|[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝ])[)）]"
    r"|(?:Sec\.|SEC\.|Section|SECTION|Article|ARTICLE|Chapter|CHAPTER|Part|PART|Annex|ANNEX|Appendix|APPENDIX)"
    r"\s+(?:[0-9]+|[IVXL]+|[A-Z])\b"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]\s|[A-Za-z][.)]\s|[ivxl]{1,5}[.)]\s"
    r"|[•●▪■□◆◇○◎◦‣・※＊*–—-]\s?(?=\S)"
    r"|第[0-9０-９一二三四五六七八九十百]+[条項号章節款編]|[0-9０-９]{1,2}[．　、]|[一二三四五六七八九十]{1,3}[　 、]"
    r"|[ア-ン][　．]|[①-⑳]|附則|別表|別紙|記$"
)
_ENDS = frozenset(".!?:;。．！？：；")
_CLOSERS = "\"'”’»)]）］」』】"
_LAST = _ENDS.union(_CLOSERS)
_HYPHENS = ("-", "‐")
_OPENERS = "\"'“‘«"
_SLACK = 0.4  # of a line's distance: left edges nearer to each other than this are the same
_WIDER = 1.12  # a distance this many times that of the neighbouring lines sets a paragraph off
_MUCH_WIDER = 1.45  # and this many times even where the words seem to go on: a note mark alone may push lines apart
_STRETCHED = 1.9  # a line this many times as wide per character is a row of cells
_PROSE = 30  # letters; shorter lines may be cells of a table or items of a list
_THIN = 20  # letters; a line of fewer goes on only where the words say so


def breaks(flow: Flow) -> list[str]:
    """What stands before each line of a flow but the first."""
    lines = flow.lines
    gaps = [line.v0 - before.v1 for before, line in pairwise(lines)]
    # Most lines plainly go on: same left edge, usual distance, the line before full and of usual width.
    slack = _SLACK * flow.leading
    inside = [(line.v1 - line.v0) / line.ends if line.ends else 0.0 for line in lines]
    least = 0.6 * flow.leading
    usual = _WIDER * min([gap for gap in (*gaps, *inside) if gap > least] + [2 * flow.leading])
    full = flow.right - 3 * flow.advance
    fewest = max((flow.right - flow.left) / (_STRETCHED * flow.advance), _THIN)
    found: list[str] = []
    _, text, edge, end, *_ = lines[0]
    for at, gap in enumerate(gaps):
        before, beginning, reach = text, edge, end
        _, text, edge, end, *_ = lines[at + 1]
        closed = before[-1] in _LAST and is_finished(before)
        if lines[at + 1].apart and not continues(lines[at], lines[at + 1]):
            found.append(PARAGRAPH)
        elif 0 < gap <= usual and reach >= full and -slack <= edge - beginning <= slack and len(before) > fewest:
            found.append(PARAGRAPH if closed and _marked(text) else JOIN)
        elif closed and gap > usual:
            found.append(PARAGRAPH)
        else:
            around = (*gaps[max(at - 1, 0) : at], *gaps[at + 1 : at + 2], *inside[at : at + 2])
            widening = (
                gap / min([near for near in around if near > least], default=flow.leading) if gap > usual else 1.0
            )
            starts = at == 0 or found[-1] != JOIN
            found.append(_between(flow, at, widening, closed, starts))
    return found


def across(flow: Flow, following: Flow) -> str:
    """What stands between two flows: nothing where a sentence plainly goes on in the next column or page."""
    if flow.notes or following.notes:
        return PARAGRAPH
    before, line = flow.lines[-1], following.lines[0]
    if (
        is_finished(before.text)
        or _marked(line.text)
        or _is_thin(before.text)
        or before.sideways != line.sideways
        or line.apart
    ):
        return PARAGRAPH
    if _lower(line.text) and len(before.text) >= _PROSE:
        return JOIN
    left, right = _column(flow.lines[-4:])
    next_left, next_right = _column(following.lines[:4])
    columns = min(len(flow.lines), len(following.lines)) > 1
    alike = abs((right - left) - (next_right - next_left)) < 0.1 * (right - left)
    at_edge = line.u0 < next_left + _SLACK * flow.leading
    return JOIN if columns and alike and at_edge and not _short(flow, before, line, right) else PARAGRAPH


def _column(lines: Sequence[Line]) -> tuple[float, float]:
    return min([line.u0 for line in lines]), max([line.u1 for line in lines])


def _between(flow: Flow, at: int, widening: float, closed: bool, starts: bool) -> str:
    """The break after line `at`, which does not plainly go on.

    `widening` is how many times the usual its distance to the next line is, `closed` whether its last sentence is;
    `starts` says that a paragraph starts with it.
    """
    before, line = flow.lines[at], flow.lines[at + 1]
    if continues(before, line):
        return JOIN
    marked = _marked(line.text)
    rows = _row(flow, before), _row(flow, line)
    if any(rows):
        return PARAGRAPH if not all(rows) and (marked or widening > _WIDER) else LINE
    right = _right(flow, at)
    long = before.u1 > (flow.left + right) / 2
    words_go_on = before.text[-1] in _HYPHENS or (not closed and long and _lower(line.text))
    if words_go_on and not marked and widening < _MUCH_WIDER:
        return JOIN
    short = _short(flow, before, line, right)
    if widening > (_WIDER if closed or short or marked else _MUCH_WIDER) or _set_off(flow, at, starts):
        return PARAGRAPH
    if short or _is_thin(before.text):
        return PARAGRAPH if marked else LINE
    return PARAGRAPH if closed and marked else JOIN


def _right(flow: Flow, at: int) -> float:
    """The right edge around line `at`: that of a narrower column where several lines of prose keep to it."""
    if _letters(flow.lines[at].text) < _PROSE:
        return flow.right
    ends = sorted([line.u1 for line in flow.lines[max(at - 2, 0) : at + 5]])
    narrower = len(ends) > 2 and ends[-1] - ends[-3] < flow.advance
    return min(flow.right, ends[-1]) if narrower else flow.right


def _set_off(flow: Flow, at: int, starts: bool) -> bool:
    """Whether the left edge of the line after line `at` says that it does not go on with it."""
    before, line = flow.lines[at], flow.lines[at + 1]
    step = line.u0 - before.u0
    slack = _SLACK * flow.leading
    if abs(step) <= slack or _centred(flow, before, line, slack):
        return False
    if step < 0:
        first_line_indent = starts and step > -4 * flow.leading
        return not first_line_indent
    hanging = starts and _marked(before.text)
    after = flow.lines[at + 2 : at + 3]
    return not hanging and bool(after) and after[0].u0 < line.u0 - slack


def _centred(flow: Flow, before: Line, line: Line, slack: float) -> bool:
    return before.u0 > flow.left + slack and abs(before.u0 + before.u1 - line.u0 - line.u1) < 2 * slack


def _short(flow: Flow, before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would still have fitted on the line before it."""
    room = right - before.u1
    if room < 3 * flow.advance:
        return False
    word = 2 if is_cjk(line.text[0]) else line.text.find(" ") if " " in line.text else len(line.text)
    return (1.2 * word + 2) * (advance(before) or flow.advance) < room


def _row(flow: Flow, line: Line) -> bool:
    """Whether a line is so wide for its characters that there must be gaps between cells in it."""
    widest = 1.1 * flow.leading if is_cjk(line.text[0]) else _STRETCHED * flow.advance
    return advance(line) > widest


def _is_thin(text: str) -> bool:
    return _letters(text) < _THIN


def _letters(text: str) -> int:
    """The length of a text, a kanji or kana counting as two letters."""
    return len(text) * (2 if is_cjk(text[0]) else 1)


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text[-1] in _ENDS or text.rstrip(_CLOSERS)[-1:] in _ENDS


def _lower(text: str) -> bool:
    return text.lstrip(_OPENERS)[:1].islower()


def _marked(text: str) -> bool:
    return _MARK.match(text) is not None
