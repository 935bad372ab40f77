"""Where English sentences end inside a block: nupunkt's boundaries, less those that legal abbreviations mislead it into."""

from __future__ import annotations

import re

_END = re.compile(r"[.?!]\S{0,6}\s")
_NOTED = re.compile(r"[.?!][)\"'’”]*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\])\s+(?=[A-Z\"'“‘(])")
_NUMBERED = re.compile(
    r"(?:\b(?:Nos?|Secs?|Arts?|Paras?|Vols?|Figs?|Chs?|Pts?|Rev|Reg|Fed|Stat|Cong|Sess|pp?|cf|approx|ca|Ex|Ann|App|Sched)\.|§)\s+$"
)
_ONLY_A_MARK = re.compile(
    r"\s*(?:(?:Sec(?:tion|s?\.)|Article|Art\.|Rule|Part|Chapter|Annex|Step|Clause|Schedule|Note)?\s*"
    r"(?:[\d.]+|[IVXLC]+|[A-Za-z])[.)]|\([\divxa-zA-Z]{1,4}\))\s*"
)


def english_ends(words: str) -> list[int]:
    """The offsets in `words` at which a sentence begins after another."""
    if _END.search(words) is None:
        return []
    from nupunkt import sent_spans

    ends: list[int] = []
    begun = 0
    starts = {start for start, _ in sent_spans(words)[1:]} | {match.end() for match in _NOTED.finditer(words)}
    for start in sorted(starts):
        place = _first_word(words, start)
        if _is_end(words, begun, place):
            ends.append(place)
            begun = place
    return ends


def _first_word(words: str, place: int) -> int:
    while place < len(words) and words[place].isspace():
        place += 1
    return place


def _is_end(words: str, begun: int, place: int) -> bool:
    if place >= len(words) or words[place].islower() or words[place] in ",;:.)]":
        return False
    if _ONLY_A_MARK.fullmatch(words, begun, place):
        return False
    return not (words[place].isdigit() and _NUMBERED.search(words, max(begun, place - 12), place))
