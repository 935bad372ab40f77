"""Footnotes: the mark a note begins with, the places that carry the mark, and notes in brackets inside a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.model.text import Span

_SUPERSCRIPT = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans(_SUPERSCRIPT, "1230456789")
_PLAIN = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹０１２３４５６７８９", "12304567890123456789")
_OPENING = re.compile(
    rf"""\[\^?(?P<square>\d{{1,3}}|[*†‡]{{1,3}})\]:?(?=\s|[^\x00-\x7f\s])
       | (?P<star>\*{{1,3}})(?=[\s　]?[^\s*])
       | (?P<dagger>[†‡]{{1,3}})\s?(?=\S)
       | (?P<raised>[{_SUPERSCRIPT}]{{1,3}})\s?(?=\S)
       | (?P<slash>\d{{1,2}})/(?=\s+\S)
       | [(（\[【]?(?:注|註)\s?(?P<ja>[0-9０-９一二三四五六七八九十]{{0,3}})(?:[)）\]】]|(?=[　\s：:]))[：:]?
       | (?P<asterism>※\s?[0-9０-９]{{0,2}})(?=[\s　]?\S)
       | (?:Footnote|footnote|FOOTNOTE)\s(?P<word>\d{{1,3}})[.:]
    """,
    re.VERBOSE,
)
_CARRIED = re.compile(
    rf"""\[\^?(?P<square>\d{{1,3}}|[*†‡]{{1,3}})\]
       | (?P<star>\*(?<=[^\s*　|(].)\*{{0,2}})(?=[\s.,;:|)）、。\]]|$)
       | (?P<dagger>[†‡]{{1,3}})
       | (?P<raised>[{_SUPERSCRIPT}]{{1,3}})
       | (?P<slash>\d(?<!\d.)\d?)/(?!\d)
       | [(（\[【]?(?:注|註)\s?(?P<ja>[0-9０-９一二三四五六七八九十]{{1,3}}|(?=[)）\]】]))[)）\]】]?
       | (?P<asterism>※\s?[0-9０-９]{{0,2}})
    """,
    re.VERBOSE,
)
_BRACKETED = re.compile(
    rf"\[(?:\*{{1,3}}|[†‡]{{1,3}}|[{_SUPERSCRIPT}]{{1,3}}|(?:Note|注|註)\s?\d{{0,2}}[:：　])\s?[^\[\]]{{3,1500}}\]"
)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark a note begins with: `key` is the same for the note and for the places that carry it."""

    key: str
    shown: str
    end: int


def note_mark(text: str, start: int, end: int) -> NoteMark | None:
    """The mark of the footnote that begins at `start`, or None."""
    match = _OPENING.match(text, start, end)
    if match is None or match.lastgroup is None:
        return None
    shown = (
        match[match.lastgroup] if match.lastgroup == "ja" else match[match.lastgroup].translate(_SUPERSCRIPTS).strip()
    )
    return NoteMark(_key(match), shown, match.end())


def _key(match: re.Match[str]) -> str:
    name = str(match.lastgroup)
    kind = {"ja": "注", "asterism": "※", "slash": "/", "star": "*", "dagger": ""}.get(name, "#")
    number = "".join(match[name].split()).translate(_PLAIN).lstrip("※")
    return f"{'*' if set(number) == {'*'} else kind}{number}"


class Carriers:
    """The places of a text that carry a note's mark, found once for the whole text when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for match in _CARRIED.finditer(self._text):
            places[_key(match)].append(match.start())
        return places

    def between(self, key: str, start: int, end: int) -> Sequence[int]:
        """Where `key` stands from `start` up to `end`, in order."""
        places = self._places.get(key, [])
        return places[bisect_left(places, start) : bisect_left(places, end)]


def bracketed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The notes in square brackets inside a block: "[*Emission tests are not included.]"."""
    if text.find("[", start, end) < 0:
        return ()
    return tuple(Span(match.start(), match.end()) for match in _BRACKETED.finditer(text, start, end))
