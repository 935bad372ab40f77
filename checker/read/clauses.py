"""Clauses: which words of a sentence say nothing of what stands elsewhere in it."""

from __future__ import annotations

import re

from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage

_SUBORDINATE = frozenset(
    {
        "although",
        "because",
        "though",
        "while",
        "whereas",
        ", which|who|whom|whose",
        ", on|in|to|for|of|from|at|under|by which|whom",
        ", since|because",
    }
)
"""Boundaries that open a clause which only accompanies the sentence it stands in."""

_CONTRAST = frozenset({"but", "however", "yet", "nevertheless", "nonetheless", ", and|but that", "still ,"})
_CONTRAST_JA = re.compile(r"(?:が、|ものの、|けれども|一方、|一方で)\Z")

# A verb of demand that names who demands, or the demand, belongs to that noun: 求めた業界, but not 求めた行為.
_DEMANDER_FOLLOWS = re.compile(
    r"(?:[一-龥ァ-ヶ]{0,8}?の)?[一-龥ァ-ヶー]{0,8}?"
    r"(?:業界|団体|協会|連合|連盟|組合|者|社|側|議員|党|会|声|意見|申立|申し立て|要望|請願|陳情|決議|提案|書簡|要請|訴え|主張)"
)


def aside(passage: Passage, cue: Mention, place: Span | None) -> bool:
    """Whether a cue stands in a clause that says nothing of `place`: a subordinate one, or history before a "but"."""
    if place is None or passage.clause(cue.span).covers(place):
        return False
    if passage.japanese:
        return cue.concept == Cue.HISTORY and _contrasted(passage, cue, place)
    opened_by = [b.term for b in passage.cues_of(Cue.BOUNDARY) if b.span.start == passage.clause(cue.span).start]
    if any(term in _SUBORDINATE for term in opened_by):
        return True
    return cue.concept == Cue.HISTORY and _contrasted(passage, cue, place)


def _contrasted(passage: Passage, cue: Mention, place: Span) -> bool:
    """Whether a word of contrast stands between a cue and what follows it."""
    between = [b for b in passage.cues_of(Cue.BOUNDARY) if cue.span.start < b.span.end <= place.start]
    if passage.japanese:
        return any(_CONTRAST_JA.search(passage.text, 0, b.span.end - passage.span.start) for b in between)
    return any(b.term in _CONTRAST for b in between)


def attributive(passage: Passage, cue: Mention) -> bool:
    """Whether a Japanese verb belongs to the noun that follows it (求めた業界の申立て), and not to its sentence."""
    words = passage.text[cue.span.start - passage.span.start : cue.span.end - passage.span.start]
    if not passage.japanese or not words.endswith(("た", "る")):
        return False
    return _DEMANDER_FOLLOWS.match(passage.text, cue.span.end - passage.span.start) is not None
