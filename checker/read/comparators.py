"""Comparing words beside an amount: "up to", "not less than", "or more", 最大, 以上, を超えない."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.read.quantity import Comparator

_REACH = 60
_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:"
    # What negates a comparison turns it around, so it comes first.
    r"(?P<at_most>(?:no|not)\s+(?:be\s+)?(?:more|greater|higher|larger)\s+than|(?:no|not)\s+(?:over|above)"
    r"|(?:not|nor|never|cannot|[a-z]{1,8}n't)\s+(?:to\s+|be\s+)?exceed(?:ing)?|not-to-exceed|up\s+to"
    r"|at\s+(?:the\s+)?most|at\s+or\s+(?:under|below)|as\s+(?:much|many|high)\s+as"
    r"|(?:a\s+)?(?:maximum|ceiling|cap)\s+of|capped\s+at)"
    r"|(?P<at_least>(?:no|not)\s+(?:be\s+)?(?:less|lower|fewer|smaller)\s+than|(?:no|not)\s+(?:under|below)|at\s+least"
    r"|at\s+or\s+(?:over|above)|(?:a\s+)?(?:minimum|floor)\s+of)"
    r"|(?P<less>(?:(?:just|well|far)\s+)?(?:(?:less|fewer|lower|smaller)\s+than|under|below))"
    r"|(?P<more>(?:(?:just|well|far)\s+)?(?:(?:more|greater|higher|larger)\s+than|over|above)"
    r"|exceed(?:s|ed|ing)?|in\s+excess\s+of|upwards?\s+of)"
    r"|(?P<about>about|around|roughly|some|approximately|approx\.|nearly|almost|close\s+to|circa|c\."
    r"|in\s+the\s+(?:order|region)\s+of)"
    # "under a 15 percent duty" speaks of the duty's rule, "at least a 15 percent duty" of its height.
    r")(?:(?<!under)(?<!below)(?<!over)(?<!above)(?<!about)\s+an?)?"
    r"(?:\s+(?:total\s+of|additional|further|about|around|approximately|roughly|some))?\s+"
    r"|(?P<most_ja>最大限?で?|最高で?|上限額?(?:[はをがの]|とし(?:て|た)|とされ[たる])?|多くとも|せいぜい|高々)[、:]?\s?"
    r"|(?P<least_ja>最低で?も?|少なくとも|下限額?(?:[はをがの]|とし(?:て|た)|とされ[たる])?)[、:]?\s?"
    r"|(?P<about_ja>(?<![契条節公規誓予制協要婚確解])約|およそ|おおよそ|概ね|おおむね|ほぼ|凡そ|(?<![^\s(|、。はがのでにと])~)\s?"
    r")\Z"
)
_NOT = r"(?:な(?:い|かった|く)|ず|ま(?:せん|い))"
_NEVER = rf"(?:{_NOT}|ては(?:なら|いけ){_NOT}|ること[はがも]?(?:でき|出来|許され|あり)?{_NOT})"
_NOTHING_FOLLOWS = r"(?!\s*[0-9$])(?!\s+(?:than|the|this|that|any|an?)\b)"
_AFTER = re.compile(
    r"(?:\s*+(?:,\s*+)?(?:or|and(?=\s+[a-z]+\s*(?:[,;:.)|]|\Z)))\s+(?:(?P<at_least>more|over|above|higher|greater|better)"
    rf"|(?P<at_most>less|under|below|lower|fewer))(?![a-z]){_NOTHING_FOLLOWS}"
    rf"|\s++(?:(?P<most_word>at\s+(?:the\s+)?most)|(?P<least_word>at\s+(?:the\s+)?least)|(?P<about>or\s+so))(?![a-z])"
    rf"{_NOTHING_FOLLOWS}"
    r"|(?P<plus>\+)(?!\s*[0-9$])"
    rf"|\s?(?:(?P<most_ja>以下(?!「)|以内|の範囲内|[をが](?:上限|限度)|まで(?:の|とす)|を(?:(?:超|越)え|上回[らっ]?){_NEVER}"
    rf"|を(?:(?:超|越)え|上回っ)て[^、。]{{1,8}}(?:し|なら|され|でき){_NOT})"
    rf"|(?P<least_ja>以上|[をが]下限|を下回[らっ]?{_NEVER}|を切(?:ら|っ|){_NEVER})"
    r"|(?P<less_ja>未満|弱(?![いま化])|を下回(?!るか)|に満た(?:ない|なかった|ず)|を切[るりっ])"
    r"|(?P<more_ja>超|余り?(?![地剰分裕])|強(?![化制いく力調])|を(?:超|越)え|を上回(?!るか))"
    r"|(?P<about_ja>程度|前後|内外|ほど|くらい|ぐらい|台(?![湾数]))))"
)
_MEANINGS = {
    "at_most": Comparator.AT_MOST,
    "most_word": Comparator.AT_MOST,
    "most_ja": Comparator.AT_MOST,
    "at_least": Comparator.AT_LEAST,
    "least_word": Comparator.AT_LEAST,
    "least_ja": Comparator.AT_LEAST,
    "plus": Comparator.AT_LEAST,
    "less": Comparator.LESS,
    "less_ja": Comparator.LESS,
    "more": Comparator.MORE,
    "more_ja": Comparator.MORE,
    "about": Comparator.ABOUT,
    "about_ja": Comparator.ABOUT,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """How an amount is compared, with the place of the amount and its comparing words."""

    comparator: Comparator
    start: int
    end: int


def compared(text: str, start: int, end: int, floor: int, ceiling: int) -> Compared:
    """The comparing words around the amount at `text[start:end]`, in folded, lower-case text.

    Nothing outside `text[floor:ceiling]` is looked at.
    A bound outweighs an estimate: "about 15 percent or more" is a lower bound.
    """
    before = _BEFORE.search(text, max(floor, start - _REACH), start)
    after = _AFTER.match(text, end, ceiling)
    said = [_meaning(match) for match in (before, after) if match]
    bounds = [comparator for comparator in said if comparator is not Comparator.ABOUT]
    comparator = (bounds or said or [Comparator.EQUAL])[0]
    return Compared(comparator, before.start() if before else start, after.end() if after else end)


def _meaning(match: re.Match[str]) -> Comparator:
    groups = match.groupdict()
    return next(comparator for name, comparator in _MEANINGS.items() if groups.get(name) is not None)
