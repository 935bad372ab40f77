"""Lists written inside a paragraph: "... shall not be designated: (a) x; (b) y; and (c) z." """

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from checker.segment.numbering import Family, Mark, item_mark
from checker.segment.numerals import Reading

_CANDIDATE = re.compile(r"[(（①-⑳⑴-⒇0-9０-９一二三四五六七八九十ア-ン]+")
_LONGEST_NUMERAL = 3
_BEFORE = " \t\n\r　:：;；,、，。．.—–"
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|paragraphs?|subsections?|subparagraphs?|clauses?|articles?|notes?|subdivisions?|items?|rules?|"
    r"points?|parts?|steps?|heads?|headings?)|[第条項号])[\s(]*$",
    re.IGNORECASE,
)
_SEPARATED = re.compile(
    r"(?:[;；,，、。．.:：—–]\s*|　|[\u3040-\u9fff）]\s+|\b(?:and|or|but)\s+|及び|又は|並びに|若しくは)$"
)
_STOPPED = re.compile(r"(?:[;；.。．:：]\s*(?:(?:and|or)\s+)?|　)$")


def run_in_marks(text: str, start: int, end: int, own: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of the lists inside a block, in order.

    `own` are the marks the block begins with, which a list may go on from ("(a) x; (b) y"). A list is only believed
    with its first and second member in place, each but the first behind a comma, a semicolon or a stop.
    """
    candidates = [mark for mark in _candidates(text, start, end, own) if not _refers(text, start, mark)]
    if not candidates:
        return ()
    places: dict[Reading, list[int]] = defaultdict(list)
    for index, mark in enumerate(candidates):
        for reading in mark.readings:
            places[reading].append(index)
    open_lists = [mark.readings for mark in own]
    accepted = []
    for index, mark in enumerate(candidates):
        if _continues(open_lists, mark, text, start) or _opens(open_lists, mark, index, places):
            accepted.append(mark)
    return tuple(accepted)


def _candidates(text: str, start: int, end: int, own: Sequence[Mark]) -> list[Mark]:
    """What could be a mark, in order."""
    words = text[start:end]
    if words.isascii() and "1." not in words and "1)" not in words and not any(mark.weak for mark in own):
        places = _all_places(text, "(", start, end)
    else:
        found = _CANDIDATE.finditer(text, start, end)
        places = [match.start() for match in found if match.end() - match.start() <= _LONGEST_NUMERAL]
    marks = [item_mark(text, place, end) for place in places if place == start or text[place - 1] in _BEFORE]
    return [mark for mark in marks if mark is not None and mark.family is Family.ITEM and not mark.dotted]


def _all_places(text: str, sought: str, start: int, end: int) -> list[int]:
    places = []
    place = text.find(sought, start, end)
    while place >= 0:
        places.append(place)
        place = text.find(sought, place + 1, end)
    return places


def _refers(text: str, start: int, mark: Mark) -> bool:
    before = text[max(start, mark.start - 24) : mark.start]
    bare = mark.text[0] not in "(（①②③④⑤⑥⑦⑧⑨"
    if bare and _STOPPED.search(before) is None:
        return True
    if mark.weak and text[mark.end : mark.end + 1].islower():
        return True
    return _REFERENCE.search(before) is not None


def _continues(open_lists: list[tuple[Reading, ...]], mark: Mark, text: str, start: int) -> bool:
    """Whether `mark` is the next member of an open list; the lists inside that one are closed then."""
    if _SEPARATED.search(text, max(start, mark.start - 12), mark.start) is None:
        return False
    for depth in range(len(open_lists) - 1, -1, -1):
        for series, value in open_lists[depth]:
            if (series, value + 1) in mark.readings:
                del open_lists[depth + 1 :]
                open_lists[depth] = ((series, value + 1),)
                return True
    return False


def _opens(open_lists: list[tuple[Reading, ...]], mark: Mark, index: int, places: dict[Reading, list[int]]) -> bool:
    """Whether `mark` is the first member of a list whose second member follows."""
    for series, value in mark.readings:
        later = places.get((series, 2), [])
        if value == 1 and bisect_right(later, index) < len(later):
            open_lists.append(((series, 1),))
            return True
    return False
