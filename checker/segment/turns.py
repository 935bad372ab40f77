"""Turns: who asks and who answers, in "Q2. ... A. ...", 「問１ ... 答」 and "Mr Okabe: ... The Minister: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from checker.segment.numerals import KANJI_DIGITS


class Role(StrEnum):
    """What a turn's opening says of it."""

    ASKS = "asks"
    ANSWERS = "answers"
    SPEAKS = "speaks"


@dataclass(frozen=True, slots=True)
class Turn:
    """The opening of a turn: `name` as a person would cite it ("Q2", "Mr Okabe"), `end` where its words begin."""

    role: Role
    name: str
    end: int
    member: bool = False


_NUMBER = rf"(?P<number>[0-9０-９]{{1,3}}(?:[-–.][0-9]{{1,2}})?|[{KANJI_DIGITS}]{{1,3}}(?=[　\s．.：:】）]))?"
_CLOSED = r"\s?[.:．：】）)\]>＞]+\s?"
_OPENED = r"[【（(\[<＜]?"
_ASKED = re.compile(
    rf"{_OPENED}(?P<word>Q|Question|QUESTION|Comment|COMMENT|Ｑ|問|質問|意見)\s?{_NUMBER}(?:{_CLOSED}|\s(?=\S)|$)"
)
_ANSWERED = re.compile(
    rf"{_OPENED}(?P<word>A|Answer|ANSWER|Reply|Response|RESPONSE|Ａ|答|回答|答え|答弁)\s?{_NUMBER}(?:{_CLOSED}|　|$)"
)
_TITLES = (
    "Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Senator|Representative|Congressman|Congresswoman|Member|Chair|Chairman|"
    "Chairwoman|Chairperson|Speaker|President|Vice President|Prime Minister|Minister|Vice-Minister|Secretary|"
    "Secretary-General|Director|Director-General|Commissioner|Ambassador|Governor|Mayor|Judge|Justice|Counsel|Witness|"
    "Reporter|Journalist|Moderator|Spokesman|Spokeswoman|Spokesperson|Official|Officer|Administrator|Attorney General|"
    "Delegate|Press|Ministry|Agency|Commission|Government|Bureau|Prefecture|Embassy|Delegation"
)
_SPEAKER = re.compile(
    r"(?P<name>(?:The |An? )?(?:[A-Z][\w.’'-]*,? ){0,4}"
    rf"(?:{_TITLES})\b\.?(?:[ ,]+(?:[A-Z][\w.’'-]*|of|for|the|and)){{0,7}})"
    r"(?:\s?\([^()]{1,60}\))?\s?[:：]\s"
)
_ROLES_JA = (
    "大臣|副大臣|政務官|長官|委員|委員長|議員|議長|記者|局長|課長|次長|審議官|参考人|君|氏|さん|総長|事務総長|会長|社長|"
    "総理|知事|市長|幹事長|報道官|担当者|説明員|事務局|質問者|回答者|司会"
)
_SPEAKER_JA = re.compile(
    rf"[○◯〇]?(?P<name>[^\s：:。、「」（）()]{{0,24}}(?:{_ROLES_JA})(?:（[^（）]{{1,24}}）)?)"
    r"(?:[：:]\s?|(?<!氏)　(?=\S))"
)
_MEMBER = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Senator|Member|Representative|Reporter|Journalist|Press)\b|委員(?!長)|議員|記者|君|質問者"
)
_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Director|Commissioner|Chair\w*|Official|Spokes\w+|Administrator)\b"
    r"|大臣|長官|局長|総長|参考人"
)
_QUESTION_END = re.compile(r"(?:[?？][)）」』”’\"']*|か[。．｡][)）」』]*|か[」』][。．]?)$")
_ANSWER_INSIDE = re.compile(r"(?<=[?？。.])\s*(?=(?:A\d{0,3}[.:]|Answer:|Ａ[0-9０-９]{0,2}[．：:.　]|答[　：:])\s?\S)")
_LONGEST_OPENING = 120
_NO_TURN = re.compile(r"[a-z]|[BD-PS-Z][^:：]*$")
_MEMBER = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Senator|Member|Representative|Reporter|Journalist|Press)\b|委員(?!長)|議員|記者|君|質問者"
)
_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Director|Commissioner|Chair\w*|Official|Spokes\w+|Administrator)\b|大臣|長官|局長|総長|参考人"
)
_QUESTION_END = re.compile(r"(?:[?？][)）」』”’\"']*|か[。．｡][)）」』]*|か[」』][。．]?)$")
_ANSWER_INSIDE = re.compile(r"(?<=[?？。.])\s*(?=(?:A\d{0,3}[.:]|Answer:|Ａ[0-9０-９]{0,2}[．：:.　]|答[　：:])\s?\S)")


def read_turn(text: str, start: int, end: int, asked: bool) -> Turn | None:
    """The turn that opens at `start`. Without an open question (`asked`) "A." is a list mark."""
    head = text[start : min(end, start + _LONGEST_OPENING)]
    if _NO_TURN.match(head):
        return None
    if match := _ASKED.match(head):
        return Turn(Role.ASKS, _cited(match), start + match.end())
    if asked and (match := _ANSWERED.match(head)):
        return Turn(Role.ANSWERS, _cited(match), start + match.end())
    return _speaker(head, start)


def _speaker(head: str, start: int) -> Turn | None:
    spoken = ":" in head or "：" in head
    match = (_SPEAKER.match(head) if spoken else None) or (
        _SPEAKER_JA.match(head) if spoken or "　" in head or head[:1] in "○◯〇" else None
    )
    if match is None:
        return None
    name = match["name"]
    member = _MEMBER.search(name) is not None and _OFFICE.search(name) is None
    return Turn(Role.SPEAKS, name.strip(" ,"), start + match.end(), member)


def _cited(match: re.Match[str]) -> str:
    number = match["number"] or ""
    word = {"Question": "Q", "QUESTION": "Q", "Ｑ": "Q", "質問": "問"}.get(match["word"], match["word"].capitalize())
    return f"{word} {number}".strip() if len(word) > 1 and word.isascii() else f"{word}{number}"


def asks(sentence: str) -> bool:
    """Whether a sentence ends as a question does."""
    return _QUESTION_END.search(sentence) is not None


def answer_inside(text: str, start: int, end: int) -> int | None:
    """Where an answer begins that stands in the same block as its question ("... so? A. No."), or None."""
    match = _ANSWER_INSIDE.search(text, start, end)
    return match.end() if match else None
