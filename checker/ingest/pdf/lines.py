"""The lines of a page as pdfium reads them, with where each begins and ends, in the page's reading frame.

Lines that plainly run on (a small letter after a small letter or a comma, at the usual distance) are taken together:
half of all lines do, and what is done per line costs more than anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.ingest.characters import clean
from checker.ingest.pdf.across import runs_across
from checker.ingest.pdf.frames import FRAMES
from checker.ingest.pdf.line import LINE_END, WORD_BREAK, Line
from checker.ingest.pdf.pages import OpenPage
from checker.ingest.pdf.raised import with_raised_figures
from checker.ingest.pdf.recognition import Recognition

_USUAL_LEADING = 12.0
_LONGEST = 9  # line ends; over more, a jump to the next column could go unseen
_FARTHEST = 60.0  # points; what lies farther apart is not one text
_STEP = 0.8  # points between two sizes of letters
_FEWEST = 30  # characters per line; a list of short items does not run on
# A line end but between [a-z,] and [a-z]. The look-behind comes after the literal, which is what makes it fast.
_HARD_END = re.compile(r"\r\n(?:(?![a-z])|(?<![a-z,]\r\n)(?<![a-z,] \r\n))")
_HALF_END = re.compile(r"\r(?!\n)|(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's text and its lines in reading order.

    `top` and `bottom` are the page's edges in v, `leading` its usual distance from line to line, `direction` where most
    of its lines run on the unturned page; `across` says that its lines seem to run on over two columns;
    `recognition` is there where the page was read from its picture.
    """

    number: int
    text: str
    lines: tuple[Line, ...]
    top: float
    bottom: float
    leading: float
    direction: str = "right"
    across: bool = False
    recognition: Recognition | None = None

    @property
    def upright(self) -> bool:
        """Whether most of its lines run left to right, or upside down."""
        return self.direction in ("right", "left")


def layout(number: int, opened: OpenPage) -> Layout:
    """The lines of a page."""
    text = _whole_lines(clean(with_raised_figures(opened)))
    lines = _split(opened, _measured(opened, _pieces(0, _HARD_END.split(text))))
    direction = _direction(lines)
    if direction != "right":
        lines = [_turned(line, direction) for line in lines]
    lines = [line if line.v0 == line.v1 or line.ends else _level(line) for line in lines]
    lines = _sized(opened, lines)
    _, _, c, d = FRAMES[direction]
    left, low, right, high = opened.page.get_bbox()
    top, bottom = sorted((c * left + d * low, c * right + d * high))
    leading = usual_leading(lines)
    across = runs_across(opened, lines, direction, leading)
    return Layout(number, text, tuple(lines), top, bottom, leading, direction, across)


def _whole_lines(text: str) -> str:
    """The text with half line ends, which only odd fonts give, made blanks."""
    return _HALF_END.sub(" ", text) if not text.count("\r") == text.count("\n") == text.count(LINE_END) else text


def _pieces(start: int, texts: Iterable[str]) -> Iterable[tuple[int, str]]:
    """The words of `texts`, which stand one after another from `start` on with a line end between them."""
    for text in texts:
        words = text.strip()
        if words:
            yield start + text.find(words), words
        start += len(text) + len(LINE_END)


def _measured(opened: OpenPage, pieces: Iterable[tuple[int, str]]) -> list[Line]:
    """Lines in the frame of an unturned page. Only two positions per line are asked for."""
    found = list(pieces)
    points = iter(opened.origins([place for start, text in found for place in (start, start + len(text) - 1)]))
    return [
        Line(start, text, x0, x1, -y0, -y1, text.count(LINE_END) + text.count(WORD_BREAK))
        for (start, text), x0, y0, x1, y1 in zip(found, points, points, points, points, strict=True)
    ]


def _split(opened: OpenPage, runs: Sequence[Line]) -> list[Line]:
    """`runs` with those cut into single lines that do not keep the usual distance, or are too short for prose."""
    distances = sorted([(run.v1 - run.v0) / run.ends for run in runs if 0 < run.ends <= _LONGEST])
    usual = distances[len(distances) // 2] if distances else _USUAL_LEADING
    upright = _direction(runs) == "right"
    lines: list[Line] = []
    for run in runs:
        whole = run.ends == 0 or LINE_END not in run.text or (upright and _runs_on(run, usual))
        lines += [run] if whole else _measured(opened, _pieces(run.start, run.text.split(LINE_END)))
    return lines


def _runs_on(run: Line, usual: float) -> bool:
    regular = abs(run.v1 - run.v0 - run.ends * usual) < 0.5 * abs(usual)
    return regular and run.ends <= _LONGEST and len(run.text) >= _FEWEST * (run.ends + 1)


def _sized(opened: OpenPage, lines: Sequence[Line]) -> list[Line]:
    """`lines`, with the first line of other letters told, as the one after a title; small letters go on anyway."""
    found = list(lines[:1])
    for before, line in pairwise(lines):
        first, last = line.text[0], before.text[-1]
        may_begin = not first.islower() and last not in ".。" and not before.sideways
        apart = may_begin and abs(opened.size(line.start) - opened.size(before.start + len(before.text) - 1)) > _STEP
        found.append(line._replace(apart=True) if apart else line)
    return found


def _direction(lines: Sequence[Line]) -> str:
    """The direction in which most of the characters are written."""
    amounts = dict.fromkeys(FRAMES, 0)
    for _, text, u0, u1, v0, v1, ends, *_ in lines:
        if v0 == v1 and u0 <= u1:
            amounts["right"] += len(text)
        elif not ends:
            du, dv = u1 - u0, v1 - v0
            flat = ("right" if du >= 0 else "left") if abs(du) >= abs(dv) else ("down" if dv > 0 else "up")
            amounts[flat] += len(text)
    return max(amounts, key=lambda direction: amounts[direction])


def _turned(line: Line, direction: str) -> Line:
    a, b, c, d = FRAMES[direction]
    return line._replace(
        u0=a * line.u0 - b * line.v0,
        u1=a * line.u1 - b * line.v1,
        v0=c * line.u0 - d * line.v0,
        v1=c * line.u1 - d * line.v1,
    )


def _level(line: Line) -> Line:
    """A line whose ends stand at different heights: it runs sideways, or ends in a raised mark of a note.

    A raised mark must not move the line: the lower baseline is the line's own.
    """
    if abs(line.v1 - line.v0) > abs(line.u1 - line.u0):
        return line._replace(sideways=True)
    level = max(line.v0, line.v1)
    return line._replace(v0=level, v1=level)


def usual_leading(lines: Sequence[Line]) -> float:
    """The distance from line to line inside paragraphs: the lower quartile of all distances."""
    gaps = [gap for before, line in pairwise(lines) if 2 < (gap := line.v0 - before.v1) < _FARTHEST]
    gaps += [(line.v1 - line.v0) / line.ends for line in lines if line.ends]
    gaps.sort()
    return gaps[(len(gaps) - 1) // 4] if gaps else _USUAL_LEADING
