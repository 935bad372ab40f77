"""Sentences of a stretch of text, whatever its languages."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from checker.model.text import Span
from checker.segment.brackets import closed
from checker.segment.sentences_en import english_ends
from checker.segment.sentences_ja import japanese_ends
from checker.segment.spans import trim
from checker.segment.titles import is_japanese

_LATIN = re.compile(r"[a-z)][.?!]\s+[A-Z]")


def sentences(text: str, start: int, end: int, body: int = 0) -> tuple[Span, ...]:
    """The sentences between two offsets of `text`, without the blanks around them; together they hold every word.

    No sentence ends before `body`, where the words behind a mark ("Q2.", "Sec. 2.") begin.
    """
    words = text[start:end]
    ends = _ends(words)
    if ends:
        shut = closed(words)
        ends = [place for place in ends if max(0, body - start) < place < len(words) and not _inside(place, shut)]
    if not ends:
        whole = trim(text, start, end)
        return (whole,) if whole else ()
    spans = [trim(text, start + a, start + b) for a, b in pairwise([0, *ends, len(words)])]
    return tuple(span for span in spans if span)


def _ends(words: str) -> list[int]:
    """The offsets at which a sentence begins after another, brackets left aside."""
    if not is_japanese(words):
        return english_ends(words)
    ends = japanese_ends(words)
    return sorted({*ends, *english_ends(words)}) if not ends or _LATIN.search(words) else ends


def _inside(place: int, shut: tuple[tuple[int, int], ...]) -> bool:
    before = bisect_left(shut, (place, 0)) - 1
    return before >= 0 and place < shut[before][1]
