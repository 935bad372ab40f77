"""Quoted words in their surroundings: two sentences either side, taken from the document's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model.text import Span, language

SENTENCES = 2
REACH = 400
_CUT = "…"

# After a capital, a usual abbreviation or an item's number the sentence goes on.
_GOES_ON = r"(?<![A-Z])(?<!\n\d)(?<!\n\d\d)(?<!seq)(?<!Sec)(?<!No)(?<!Art)(?<!Inc)(?<!Corp)"
_ENGLISH_END = rf"{_GOES_ON}[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z])"
_JAPANESE_END = r"[。！？][」』）]*\s*"
_END = re.compile(rf"{_ENGLISH_END}|{_JAPANESE_END}|\n\s*\n")
# How far an end mark with its closing quotes may reach into the quoted words, or its look-ahead beyond the edge.
_LONGEST_END = 4

# A break stays where the next line starts an item or the line before ends a sentence; others come from the layout.
_LAYOUT_BREAK = re.compile(r"(?<![\n.。:：;；])\n(?!\s*(?:\n|[-•*#|・]|[(（]?\w{1,3}[)）.．]|第\S{1,4}条))")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that count, with what stands before and after them; "…" shows where a sentence was cut."""

    before: str
    words: str
    after: str


def around(text: str, span: Span) -> Passage:
    """The passage of `text` around `span`: at most two sentences and 400 characters either side."""
    return Passage(flowing(_before(text, span.start)), flowing(span.of(text)), flowing(_after(text, span)))


def _before(text: str, start: int) -> str:
    floor = max(0, start - REACH)
    matches = _END.finditer(text, floor, min(len(text), start + _LONGEST_END))
    ends = [match.end() for match in matches if match.end() <= start]
    if len(ends) > SENTENCES:
        return text[ends[-1 - SENTENCES] : start]
    if floor == 0 or ends:
        return text[ends[0] if floor else 0 : start]
    return f"{_CUT} {_without_first_word(text[floor:start])}"


def _after(text: str, span: Span) -> str:
    ceiling = min(len(text), span.end + REACH)
    matches = _END.finditer(text, max(span.start, span.end - _LONGEST_END), ceiling)
    ends = [match.end() for match in matches if match.end() >= span.end]
    if len(ends) > SENTENCES:
        return text[span.end : ends[SENTENCES]].rstrip()
    if ceiling == len(text):
        return text[span.end :].rstrip()
    if ends and ends[-1] > span.end:
        return text[span.end : ends[-1]].rstrip()
    return f"{_without_last_word(text[span.end : ceiling])} {_CUT}"


def _without_first_word(text: str) -> str:
    return text.partition(" ")[2] or text


def _without_last_word(text: str) -> str:
    return text.rpartition(" ")[0] or text


def flowing(text: str) -> str:
    """`text` without the line breaks that come from a layout."""
    return _LAYOUT_BREAK.sub(_joint, text)


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return "" if language(before) == language(after) == "ja" else " "
