"""Which physical lines belong to one paragraph: told from their distance, indent and length, and from their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from checker.ingest.characters import is_cjk
from checker.ingest.pdf.flows import Flow, advance, continues
from checker.ingest.pdf.lines import Line


class Break(Enum):
    """What stands between a line and the one before it."""

    NONE = ""
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
_ENDS = ".!?:;。．！？：；"
_CLOSERS = "\"'”’»)]）］」』】"
_OPENERS = "\"'“‘«"
_WIDER = 1.12  # a distance this many times that of the neighbouring lines sets a paragraph off
_STRETCHED = 1.6  # a line this many times as wide per character is a row of cells
_PROSE = 30  # characters; shorter lines may be cells of a table


def breaks(flow: Flow) -> Iterator[Break]:
    """What stands before each line of a flow but the first."""
    lines = flow.lines
    gaps = [line.v0 - before.v1 for before, line in zip(lines, lines[1:], strict=False)]
    starts = True
    for at, gap in enumerate(gaps):
        after = lines[at + 2] if at + 2 < len(lines) else None
        wide = gap > _WIDER * _usual_gap(gaps, at, flow.leading)
        found = _between(flow, lines[at], lines[at + 1], after, wide, starts)
        starts = found is not Break.NONE
        yield found


def across(flow: Flow, following: Flow) -> Break:
    """What stands between two flows: nothing where a sentence plainly goes on in the next column or page."""
    before, line = flow.lines[-1], following.lines[0]
    if _ends(before) or _marked(line) or before.sideways != line.sideways:
        return Break.PARAGRAPH
    if _lower(line) and len(before.text) >= _PROSE:
        return Break.NONE
    columns = min(len(flow.lines), len(following.lines)) > 1 and abs(_width(flow) - _width(following)) < 0.1 * _width(flow)
    at_edge = line.u0 < following.left + 0.4 * flow.leading
    return Break.NONE if columns and at_edge and not _short(flow, before, line) else Break.PARAGRAPH


def _usual_gap(gaps: list[float], at: int, leading: float) -> float:
    """The smaller of the distances above and below, so that two-line paragraphs and footnotes are seen too."""
    around = [near for near in (*gaps[at - 1 : at], *gaps[at + 1 : at + 2]) if near > 0.6 * leading]
    return min(around, default=leading)


def _between(flow: Flow, before: Line, line: Line, after: Line | None, wide: bool, starts: bool) -> Break:
    if continues(before, line):
        return Break.NONE
    if _row(flow, before) or _row(flow, line):
        return Break.LINE
    short = _short(flow, before, line)
    if not (wide or short or _set_off(flow, before, line, after, starts)):
        return Break.PARAGRAPH if _ends(before) and _marked(line) else Break.NONE
    if _lower(line) and not _ends(before) and not _marked(line) and before.u1 > (flow.left + flow.right) / 2:
        return Break.NONE
    return Break.LINE if short and not wide and not _marked(line) else Break.PARAGRAPH


def _set_off(flow: Flow, before: Line, line: Line, after: Line | None, starts: bool) -> bool:
    """Whether the line's left edge says that it does not go on with the line before."""
    step = line.u0 - before.u0
    slack = 0.4 * flow.leading
    if abs(step) <= slack or _centred(flow, before, line, slack):
        return False
    if step < 0:
        first_line_indent = starts and step > -4 * flow.leading
        return not first_line_indent
    hanging = starts and _marked(before)
    return not hanging and after is not None and after.u0 < line.u0 - slack


def _centred(flow: Flow, before: Line, line: Line, slack: float) -> bool:
    return before.u0 > flow.left + slack and abs(before.u0 + before.u1 - line.u0 - line.u1) < 2 * slack


def _short(flow: Flow, before: Line, line: Line) -> bool:
    """Whether the first word of `line` would still have fitted on the line before it."""
    width = advance(before) or flow.advance
    word = 2 if is_cjk(line.text[0]) else line.text.find(" ") if " " in line.text else len(line.text)
    return before.u1 + (1.2 * word + 2) * width < flow.right


def _row(flow: Flow, line: Line) -> bool:
    return advance(line) > _STRETCHED * flow.advance and not is_cjk(line.text[0])


def _ends(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS)[-1:] in _ENDS


def _lower(line: Line) -> bool:
    return line.text.lstrip(_OPENERS)[:1].islower()


def _marked(line: Line) -> bool:
    return _MARK.match(line.text) is not None


def _width(flow: Flow) -> float:
    return flow.right - flow.left
