"""What a document says about itself: issuer, date of issue, languages, title; what the user states outranks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from checker.ingest.dates import dates
from checker.ingest.issued import issued
from checker.ingest.issuer import Line, issuer_of, known_issuer
from checker.ingest.languages import foreign, languages
from checker.ingest.reading import Issuers, Stated
from checker.model.document import Fact, Origin, Problem
from checker.model.text import Span

_HEAD = 3000
_FOOT = 1500
_TITLE = 200
_WORD = 10
_SHORT = 160  # bytes, so that a kanji counts for three letters
_FILE_NAME = re.compile(r".*\.[A-Za-z]{2,5}|Microsoft .*|(?i:untitled.*|document\d*)")
_LEAD = re.compile(r"[#>*|\s]+")

Place = Callable[[Span], str]
"""Where a span stands, in words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one document; a fact that could not be told with confidence is missing."""

    languages: tuple[str, ...]
    issuer: Fact | None
    dated: Fact | None
    title: str
    problems: tuple[Problem, ...] = ()


def describe(text: str, stated: Stated, known: Issuers, metadata: Mapping[str, str], place: Place) -> Facts:
    """The facts about a document with this `text` and `metadata`.

    Metadata are title, issuer, author (who counts as the issuer only if known) and dated.
    """
    head = _lines(text, 0, _HEAD)
    foot = _lines(text, max(_HEAD, len(text) - _FOOT), len(text))
    written = (stated.language,) if stated.language else languages(text)
    return Facts(
        languages=written,
        issuer=_stated(stated.issuer) or _issuer(head, known, metadata, place),
        dated=_stated(stated.dated) or _dated(head, foot, metadata, place),
        title=_title(metadata.get("title", ""), head),
        problems=foreign(text, written),
    )


def _title(noted: str, head: list[Line]) -> str:
    """The noted title unless it is a file's name, else the last line before the first paragraph, else the first."""
    if noted and not _FILE_NAME.fullmatch(noted):
        return noted[:_TITLE]
    lines = [line.text for line in head if line.text]
    before = list(takewhile(lambda text: len(text.encode()) <= _SHORT, lines))
    titles = [text for text in before if text[-1] not in ".。:：;," and len(text.encode()) > _WORD]
    return (titles[-1:] or lines[:1] or [""])[0][:_TITLE]


def _stated(value: str) -> Fact | None:
    return Fact(value, Origin.STATED) if value else None


def _issuer(head: list[Line], known: Issuers, metadata: Mapping[str, str], place: Place) -> Fact | None:
    named = issuer_of(head, known)
    if named:
        return Fact(named.name, Origin.TEXT, place(named.span))
    noted = metadata.get("issuer", "")
    name = known_issuer(noted or metadata.get("author", ""), known) or noted
    return Fact(name, Origin.METADATA) if name else None


def _dated(head: list[Line], foot: list[Line], metadata: Mapping[str, str], place: Place) -> Fact | None:
    found = issued(head, foot)
    if found:
        return Fact(found.iso, Origin.TEXT, place(found.span))
    noted = next(dates(metadata.get("dated", "")), None)
    return Fact(noted.iso, Origin.METADATA) if noted else None


def _lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of `text[start:end]` without the marks and blanks around them."""
    lines: list[Line] = []
    at = start
    for raw in text[start:end].split("\n"):
        lead = _LEAD.match(raw)
        skipped = lead.end() if lead else 0
        lines.append(Line(raw[skipped:].rstrip(" \t|*"), at + skipped))
        at += len(raw) + 1
    return lines
