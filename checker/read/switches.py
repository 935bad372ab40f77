"""Switches: sentences that take back what others say ("Paragraph 2 does not apply", 前項の規定は適用しない)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.read.passage import Passage
from checker.read.references import References

_PLACE = (
    r"(?:(?:the\s+)?(?:preceding|foregoing|previous|last)\s+"
    r"(?:paragraphs?|sentences?|articles?|sections?|clauses?|provisions?|rules?)"
    r"|(?:this|that)\s+(?:article|section|paragraph|rule)"
    r"|(?:paragraphs?|articles?|sections?|clauses?|rules?|items?)\s+\(?[0-9]+\)?)"
)
_NOT_APPLIED = (
    r"(?:ha(?:s|ve)\s+no\s+application"
    r"|(?:do|does|shall|is|are|did|will)\s+not\s+(?:apply|extend|hold|bind|cover|reach)"
    r"|(?:stands?|is|are|be|being)\s+(?:suspended|disapplied|withdrawn|repealed|set\s+aside)"
    r"|ceases?\s+to\s+(?:apply|have))"
)
_ENGLISH = re.compile(
    rf"(?:notwithstanding|despite)\s+{_PLACE}|nothing\s+in\s+{_PLACE}|{_PLACE}[^.;]{{0,60}}?\s{_NOT_APPLIED}"
)
_PLACE_JA = (
    r"(?:前[項条号段文]|前[二三2-3][項号]|本[項条文]|同[項条]|第[〇一二三四五六七八九十百0-9]+[条項号])"
    r"(?:本文|前段|の規定)?"
)
_NOT_APPLIED_JA = r"(?:適用し(?:ない|ません)|適用され(?:ない|ません)|及ばない|停止する|効力を失う)"
_JAPANESE = re.compile(rf"{_PLACE_JA}にかかわらず|{_PLACE_JA}(?:は|を)[^。]{{0,80}}?{_NOT_APPLIED_JA}")
_SENTENCE = re.compile(
    r"(?:preceding|foregoing|previous|last)\s+sentence|前[段文]|this\s+(?:article|section|paragraph|rule)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """A sentence that takes back, in whole or in part, what stands in some provisions, by index."""

    passage: Passage
    provisions: frozenset[int]


def switches(references: References, passages: Sequence[Passage]) -> tuple[Switch, ...]:
    """The sentences of a document that take something back, in order."""
    return tuple(_found(references, passages))


def _found(references: References, passages: Sequence[Passage]) -> Iterator[Switch]:
    for passage in passages:
        match = (_JAPANESE if passage.japanese else _ENGLISH).search(passage.flat)
        if match is None:
            continue
        meant = set(references.pointed_at(passage.provision, match.group()))
        if _SENTENCE.search(match.group()):
            meant |= {passage.provision, max(0, passage.provision - 1)}
        if meant:
            yield Switch(passage, frozenset(meant))
