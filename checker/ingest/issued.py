"""The date a document was issued: of its signature or publication, not one of the dates it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.ingest.dates import Dated, american, dates
from checker.ingest.issuer import Line
from checker.model.text import Span

_LABEL = re.compile(
    r"(?:Dated?|Date of (?:issue|publication)|Issued(?: on)?|Signed(?: on)?|Published(?: on)?|Released?(?: on)?"
    r"|For immediate release|Done at [A-Z][\w ,.]{0,60}?"
    r"|発出日|発行日|公表日|公布日|制定日|発表日|日付|作成日)\s*[:：,]?\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[A-Z].{0,120}\b(?:of|dated)\s+(?=\S)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s*", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2}(?:, [A-Z][A-Za-z.]+)?,\s+")
_FILED = re.compile(r"\[?(?:FR Doc\..{0,40})?Filed (\d{1,2}[-–/]\d{1,2}[-–/]\d{2,4})\b")
_SHORT = 160
_ALONE = 24


def issued(head: Sequence[Line], foot: Sequence[Line]) -> Dated | None:
    """The date of issue that the head or the foot of a document gives; None when in doubt.

    A label counts most, then a date in a title ("Executive Order 14345 of September 4, 2025"), a date on a line of
    its own in the head, at the signature, in a dateline, after a weekday, and last a note of filing.
    """
    ranked: tuple[Iterable[Dated | None], ...] = (
        (_after(_LABEL, line) for line in (*head, *foot)),
        (_after(_TITLE, line) for line in head if _ends_with_date(line)),
        (_alone(line) for line in head),
        (_alone(line) for line in foot),
        (_after(_PLACE, line) for line in head),
        (_after(_WEEKDAY, line) for line in head),
        (_filed(line) for line in (*head, *foot)),
    )
    return next((dated for candidates in ranked for dated in candidates if dated), None)


def _after(lead: re.Pattern[str], line: Line) -> Dated | None:
    """The date that follows `lead` at the start of the line."""
    match = lead.match(line.text)
    if not match:
        return None
    found = next(dates(line.text[match.end() : match.end() + 60]), None)
    return _moved(found, line.start + match.end()) if found and found.span.start == 0 else None


def _ends_with_date(line: Line) -> bool:
    found = list(dates(line.text)) if len(line.text) <= _SHORT else []
    return bool(found) and not line.text[found[-1].span.end :].strip(" .。)")


def _alone(line: Line) -> Dated | None:
    """The date of a short line that holds little else."""
    found = next(dates(line.text), None) if len(line.text) <= 60 else None
    if not found:
        return None
    before, after = line.text[: found.span.start].strip(), line.text[found.span.end :].strip()
    return _moved(found, line.start) if not before and len(after) <= _ALONE or len(before) <= 2 and not after else None


def _filed(line: Line) -> Dated | None:
    match = _FILED.search(line.text[:400])
    iso = american(match.group(1)) if match else ""
    return Dated(iso, Span(line.start + match.start(1), line.start + match.end(1))) if match and iso else None


def _moved(found: Dated, offset: int) -> Dated:
    return Dated(found.iso, Span(found.span.start + offset, found.span.end + offset))
