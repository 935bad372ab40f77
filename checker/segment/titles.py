"""Which words could be a heading: short, without a full stop, without a finite verb."""

from __future__ import annotations

import re

LONGEST = 120
_LONGEST_JA = 50
_TERMINAL = ".。．;；:：,、，?？!！"
_UNFINISHED = re.compile(r"\b(?:of|the|and|or|in|to|by|for|a|an|with|from|as)$")
_VERB = re.compile(r"\b(?:shall|must|may|will|is|are|was|were|has|have|cannot|can|does|means|applies|takes?)\b")
_VERB_JA = re.compile(
    r"(?:する|した|して|いる|ない|ます|です|こと|もの|とき|れる|せる|ある|った|られた|べし|とす|まで)[）)」』]?$"
)
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")
_SMALL_WORDS = (
    "a ad al an and as at by de et for from in into minimis nor of on or per that the their to under upon valorem via "
    "with within"
)
_SMALL = frozenset(re.findall(r"\w+", _SMALL_WORDS))
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")


def is_japanese(words: str) -> bool:
    """Whether a text has kana or Chinese characters."""
    return not words.isascii() and _CJK.search(words) is not None


def could_be_title(words: str) -> bool:
    """Whether `words`, a whole block, read like a heading."""
    if not words or len(words) > LONGEST or words[-1] in _TERMINAL:
        return False
    if is_japanese(words):
        return len(words) <= _LONGEST_JA and "。" not in words and _VERB_JA.search(words) is None
    if ";" in words or _UNFINISHED.search(words, max(0, len(words) - 5)):
        return False
    return any(map(str.isalpha, words)) and words[0] not in "([\"'“‘" and _VERB.search(words) is None


def in_capitals(words: str) -> bool:
    """Whether a line is set in capitals, as headings are."""
    return len(words) <= LONGEST and _CAPITALS.fullmatch(words) is not None and not is_japanese(words)


def in_title_case(words: str) -> bool:
    """Whether every word but the small ones begins with a capital or a digit."""
    counted = [word for word in re.findall(r"[^\s—–]+", words) if word.lower() not in _SMALL]
    return len(counted) > 1 and all(not word.lstrip("(\"'“‘[")[:1].islower() for word in counted)
