"""The date a document was issued: of its signature or publication, not one of the dates it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.ingest.dates import Dated, american, dates
from checker.ingest.issuer import Line
from checker.model.text import Span

_LABEL = re.compile(
    r"(?:Dated?|Date of (?:issue|publication)|Issued(?: on)?|Signed(?: on)?|Published(?: on)?|Released?(?: on)?"
    r"|For immediate release|Done at [A-Z][\w ,.]{0,60}?"
    r"|発出日|発行日|公表日|公布日|制定日|発表日|日付|作成日)\s*[:：,]?\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[A-Z].{0,120}\b(?:of|dated)\s+")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s*", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2}(?:, [A-Z][A-Za-z.]+)?,\s+")
_FILED = re.compile(r"\[?(?:FR Doc\..{0,40})?Filed (\d{1,2}[-–/]\d{1,2}[-–/]\d{2,4})\b")
_HINT = re.compile(r"[12]\d{3}|年|[MTSHR] ?\d")  # costs a tenth of the grammar of dates
_GOES_ON = re.compile(r"(?:付け?)?[のにはがをとでへ、，]|付け?\w|から|まで|以降|以前|以後|より|をもって|[a-z,]")
"""How a line goes on that speaks of the date: "2025年4月2日の大統領令" is no date of issue."""
_SHORT = 160
_START = 60
_LITTLE = 24


@dataclass(frozen=True, slots=True)
class _DatedLine:
    """The start of a line, cut into what stands before its first date, the date, and what stands after it."""

    before: str
    dated: Dated
    after: str


def issued(head: Sequence[Line], foot: Sequence[Line]) -> Dated | None:
    """The date of issue that the head or the foot of a document gives; None when in doubt.

    A label counts most, then a date in a title ("Executive Order 14345 of September 4, 2025"), a date on a line of
    its own in the head, at the signature, in a dateline, after a weekday, and last a note of filing.
    """
    above, below = _dated_lines(head), _dated_lines(foot)
    ranked: tuple[tuple[Sequence[_DatedLine], Callable[[_DatedLine], bool]], ...] = (
        (above + below, lambda line: _LABEL.fullmatch(line.before) is not None),
        (above, lambda line: _TITLE.fullmatch(line.before) is not None and not line.after.strip(" .。)")),
        (above, _alone),
        (below, _alone),
        (above, lambda line: _PLACE.fullmatch(line.before) is not None),
        (above, lambda line: _WEEKDAY.fullmatch(line.before) is not None),
    )
    found = (line.dated for lines, fits in ranked for line in lines if fits(line))
    return next(found, None) or next(filter(None, map(_filed, (*head, *foot))), None)


def _dated_lines(lines: Sequence[Line]) -> list[_DatedLine]:
    found: list[_DatedLine] = []
    for line in lines:
        text = line.text if len(line.text) <= _SHORT else line.text[:_START]
        date = next(dates(text), None) if _HINT.search(text) else None
        if date:
            span = Span(line.start + date.span.start, line.start + date.span.end)
            found.append(_DatedLine(text[: date.span.start], Dated(date.iso, span), line.text[date.span.end : _SHORT]))
    return found


def _alone(line: _DatedLine) -> bool:
    """Whether the line holds little else: a signature's place before the date, or a name or weekday after it."""
    before, after = line.before.strip(" (（"), line.after.strip()
    return not before and len(after) <= _LITTLE and not _GOES_ON.match(after)


def _filed(line: Line) -> Dated | None:
    match = _FILED.search(line.text, 0, 400)
    iso = american(match.group(1)) if match else ""
    return Dated(iso, Span(line.start + match.start(1), line.start + match.end(1))) if match and iso else None
