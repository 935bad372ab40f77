"""Where English sentences end inside a block: plain cases by rule, doubtful ones as nupunkt sees them."""

from __future__ import annotations

import re
from collections.abc import Set

_STOP = re.compile(r"[.?!](?:[)\]\"'’”*†‡¹²³⁴-⁹]|\[\^?\d{1,3}\])*\s+(?=\S)")
_PLAIN = re.compile(
    r"(?:(?<=[a-z]{3})(?<!\betc)(?<!\bseq)(?<!Corp)(?<!Dept)(?<!Bros)(?<!Assn)(?<!Univ)(?<!Govt)"
    r"|(?<=[0-9)\]%’\"”])|(?<=\s(?:be|by|do|in|is|it|me|of|on|so|to|up|us)))[.?!]"
)
_BEGINS = re.compile(r"[\"'“‘(\[]{0,2}[A-Z]")
_NUMBERED = re.compile(
    r"(?:\b(?:Nos?|Secs?|Arts?|Paras?|Vols?|Figs?|Chs?|Pts?|Rev|Reg|Fed|Stat|Cong|Sess|pp?|cf|approx|ca|Ex|Ann|App|Sched|[A-Z])"
    r"\.|§)\s+$"
)
_ONLY_A_MARK = re.compile(
    r"\s*(?:(?:Sec(?:tion|s?\.)|Article|Art\.|Rule|Part|Chapter|Annex|Step|Clause|Schedule|Note)?\s*"
    r"(?:[\d.]+|[IVXLC]+|[A-Za-z])[.)]|\([\divxa-zA-Z]{1,4}\))\s*"
)
_LONGEST_MARK = 24


def english_ends(words: str) -> list[int]:
    """The offsets in `words` at which a sentence begins after another."""
    ends: list[int] = []
    begun = 0
    doubtful: Set[int] | None = None
    for match in _STOP.finditer(words):
        place = match.end()
        ended = _ends(words, begun, match.start(), place)
        if ended is None:
            doubtful = _by_nupunkt(words) if doubtful is None else doubtful
            ended = place in doubtful
        if ended:
            ends.append(place)
            begun = place
    return ends


def _ends(words: str, begun: int, stop: int, place: int) -> bool | None:
    """Whether a stop ends the sentence begun at `begun`, the next word being at `place`; None where it is in doubt."""
    following = words[place]
    if following.islower() or following in ",;:.)]":
        return False
    if following.isdigit() and _NUMBERED.search(words, max(begun, place - 12), place):
        return False
    if place - begun <= _LONGEST_MARK and _ONLY_A_MARK.fullmatch(words, begun, place):
        return False
    return True if _BEGINS.match(words, place) and _PLAIN.match(words, stop) else None


def _by_nupunkt(words: str) -> Set[int]:
    from nupunkt import sent_spans

    return {_first_word(words, start) for start, _ in sent_spans(words)}


def _first_word(words: str, place: int) -> int:
    while place < len(words) and words[place].isspace():
        place += 1
    return place
