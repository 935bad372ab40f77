"""Lead-ins: sentences that what follows them reads with."""

from __future__ import annotations

import re

_OPEN_END = re.compile(r"(?:[:：]|[—–]|--)[”’\"')）]*$")
_ANNOUNCES = re.compile(
    r"\b(?:the following|as follows|(?:set out|set forth|listed|named|shown|given|tables?|lists?|schedules?) below)\b",
    re.IGNORECASE,
)
_ANNOUNCES_JA = re.compile(r"次の|次に掲げる|以下の|以下に掲げる|左の|左に掲げる|各号|下記|下表|別表")
_STOPS = ".。．｡!?！？"


def introduces(sentence: str) -> bool:
    """Whether a sentence announces what stands below it: "The following are exempt:", 「次の各号に掲げる者」."""
    if _OPEN_END.search(sentence):
        return True
    if ("follow" in sentence or "below" in sentence) and _ANNOUNCES.search(sentence):
        return True
    return not sentence.isascii() and _ANNOUNCES_JA.search(sentence) is not None


def breaks_off(sentence: str) -> bool:
    """Whether a sentence stops without a full stop, so that a list below carries it on ("The Commission shall")."""
    return sentence[-1] not in _STOPS + ";；"
