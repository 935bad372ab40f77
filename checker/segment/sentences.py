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

_MAYBE_END = re.compile(r"[.?!。．！？｡]")


def sentences(text: str, start: int, end: int, body: int = 0) -> tuple[Span, ...]:
    """The sentences between two offsets of `text`, without the blanks around them; together they hold every word.

    No sentence ends before `body`, where the words behind a mark ("Q2.", "Sec. 2.") begin.
    """
    words = text[start:end]
    if _MAYBE_END.search(words) is None:
        whole = trim(text, start, end)
        return (whole,) if whole else ()
    shut = closed(words)
    ends = japanese_ends(words) if is_japanese(words) else []
    ends = [*ends, *english_ends(words)] if not ends or _has_latin_sentence(words) else ends
    kept = sorted({place for place in ends if max(0, body - start) < place < len(words) and not _inside(place, shut)})
    spans = (trim(text, start + a, start + b) for a, b in pairwise([0, *kept, len(words)]))
    return tuple(span for span in spans if span)


def _has_latin_sentence(words: str) -> bool:
    return re.search(r"[a-z)][.?!]\s+[A-Z]", words) is not None


def _inside(place: int, shut: tuple[tuple[int, int], ...]) -> bool:
    before = bisect_left(shut, (place, 0)) - 1
    return before >= 0 and place < shut[before][1]
