"""Folding: one look for characters that mean the same, without moving any of them."""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF5E}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_SINGLE_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′＇"), "'")
_DOUBLE_QUOTES = dict.fromkeys(map(ord, "“”„‟″"), '"')
_WAVES = dict.fromkeys(map(ord, "〜～∼"), "~")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"), "\x1f")
_RADICALS = {
    code: folded
    for code in range(0x2E80, 0x2FD6)
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1 and folded != chr(code)
}
_TABLE = {
    chr(code): folded
    for table in (_FULL_WIDTH, _DASHES, _SINGLE_QUOTES, _DOUBLE_QUOTES, _WAVES, _BLANKS, _INVISIBLE, _RADICALS)
    for code, folded in table.items()
}
# Looking for the few characters that change is far cheaper than looking each one up.
_CHANGED = re.compile(f"[{re.escape(''.join(_TABLE))}]")

HIDDEN = "\x1f"
"""What an invisible character (soft hyphen, zero-width, direction mark) folds to."""


def fold(text: str) -> str:
    """`text` with width, dashes, quotes, blanks and radicals unified; the result has the same length."""
    return _CHANGED.sub(_folded, text)


def flat(text: str) -> str:
    """`text` folded and in lower case, letter by letter, so that nothing moves (U+0130 would become two letters)."""
    folded = fold(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


def _folded(match: re.Match[str]) -> str:
    return _TABLE[match.group()]


CJK = re.compile(r"[\u3001-\u9fff\uf900-\ufaff\uff61-\uff9f]")
"""A character of Japanese writing: kana, kanji, their punctuation."""
