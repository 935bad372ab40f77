"""What another provision takes back is handed to a person: which cases are left may need both read together."""

from __future__ import annotations

from dataclasses import replace

from checker.judge.candidate import Candidate
from checker.model.commitment import Commitment
from checker.model.finding import DECIDED, Verdict
from checker.model.text import Bilingual
from checker.read.reading import ReadText
from checker.read.switches import Switch

SWITCHED_OFF = Bilingual(
    "Another provision takes back, in whole or in part, what these words say.",
    "他の規定がこの記載の全部又は一部の適用を除いている。",
)


def unless_switched_off(candidate: Candidate, commitment: Commitment, text: ReadText) -> Candidate:
    """A candidate that decides; it needs review where another sentence takes back the provision it stands in."""
    if candidate.verdict not in DECIDED:
        return candidate
    reaching = [s for s in text.switches if candidate.provision in s.provisions]
    elsewhere = [s for s in reaching if not s.passage.span.meets(candidate.place)]
    if not any(not _confined(s, commitment) and not _taken_back(s, text) for s in elsewhere):
        return candidate
    return replace(candidate, verdict=Verdict.NEEDS_REVIEW, code="switched_off", why=SWITCHED_OFF)


def _confined(switch: Switch, commitment: Commitment) -> bool:
    """Whether a switch bites only on what is outside the commitment's scope."""
    scope = commitment.scope
    outside = frozenset({*scope.outside, *scope.excluded})
    return switch.passage.names(outside) and not switch.passage.names(scope.inside)


def _taken_back(switch: Switch, text: ReadText) -> bool:
    """Whether a later sentence takes the switch back itself."""
    number = switch.passage.provision
    return any(number in other.provisions and other.passage.span > switch.passage.span for other in text.switches)
