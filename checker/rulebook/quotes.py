"""Quotes found in the text they are taken from, and the heading they stand under."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import takewhile
from textwrap import shorten

from checker.errors import Mark, RuleError
from checker.model.text import Span

_WORD = re.compile(r"\w+")


def find(quote: str, text: str, mark: Mark) -> Span:
    """The one place of a quote in a text, whatever its blanks and line ends. Raises RuleError unless there is one."""
    places = [Span(*match.span()) for match in re.finditer(_loosely(quote), text)]
    if len(places) == 1:
        return places[0]
    if places:
        message = f"the quote stands {len(places)} times in the source text"
        raise RuleError(message, mark, "quote more words, so that its place is clear")
    digest = sha256(text.encode()).hexdigest()
    near = _nearest(quote, text)
    hint = f"the nearest passage reads: {near}" if near else ""
    raise RuleError(f"the quote was not found in the source text (sha256 {digest})", mark, hint)


def heading(text: str, place: int) -> str:
    """The heading above a place: the capitals that open its paragraph, or the nearest paragraph before it; else ""."""
    line_end = text.find("\n", place)
    above = text[: line_end if line_end >= 0 else len(text)].splitlines()
    return next((found for line in reversed(above) if (found := _opening_capitals(line))), "")


def _loosely(quote: str) -> str:
    return r"\s+".join(map(re.escape, quote.split()))


def _opening_capitals(line: str) -> str:
    """The words in capitals that open a line, up to a colon or to the first word with a small letter."""
    words = line.partition(":")[0].split()
    capitals = list(takewhile(lambda word: not any(map(str.islower, word)), words))
    spelt_out = any(sum(map(str.isupper, word)) >= 4 for word in capitals)  # longer than most abbreviations
    if not line[:1].isalnum() or not spelt_out:
        return ""
    return " ".join(capitals) if len(capitals) > 1 or capitals == words else ""


def _nearest(quote: str, text: str) -> str:
    """The passage of a text that runs along with a quote for longest, in one line; empty if they share no word."""
    wanted, words = _WORD.findall(quote), list(_WORD.finditer(text))
    match = SequenceMatcher(None, wanted, [word.group() for word in words], autojunk=False).find_longest_match()
    if not match.size:
        return ""
    start = max(0, match.b - match.a)
    last = min(len(words), start + len(wanted)) - 1
    return shorten(text[words[start].start() : words[last].end()], 300, placeholder=" …")
