"""Criteria over measures: an official act that ends or changes an instrument on which a commitment rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.judge import wording
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import outcome
from checker.judge.scope import Reach, ReachRead
from checker.match.lexicon import Mention
from checker.model.commitment import Commitment, MeasureCriterion, Modality, Ruling
from checker.read.modality import modality
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import sense
from checker.read.standing import StandingRead, Voices, standing

INSTRUMENT = "instrument:"
"""Prefix of the concept under which an instrument's names stand in the lexicon."""


def candidates(commitment: Commitment, text: ReadText) -> Iterator[Candidate]:
    """What the measure criteria of a commitment make of a document.

    An act older than the commitment cannot change it; a document without a date may.
    """
    voices = Voices(frozenset(commitment.obligor_parties), frozenset(commitment.third_parties))
    dated = text.document.dated
    if dated is not None and dated.value and dated.value < commitment.in_force_from:
        return
    for criterion in commitment.criteria:
        if isinstance(criterion, MeasureCriterion):
            for index, sentence in enumerate(text.passages):
                done = _done(criterion, text, sentence)
                if done is not None and not blocked(text, sentence, criterion.guard):
                    yield _candidate(criterion.ruling, text, index, done, standing(text.setting(index), voices))


@dataclass(frozen=True, slots=True)
class _Done:
    """An act, and the instrument it is done to."""

    act: Mention
    instrument: Mention


def _done(criterion: MeasureCriterion, text: ReadText, sentence: Passage) -> _Done | None:
    """The first act a sentence says is done to an instrument; a power to act, or an act denied, does nothing."""
    instruments = {INSTRUMENT + name for name in criterion.instruments}
    named = [m for m in (*sentence.mentions, *text.inherited(sentence)) if m.concept in instruments]
    for act in sentence.mentions:
        if named and act.concept in criterion.does:
            holds = sense(sentence, act).holds
            if holds and modality(sentence, act, holds) not in (Modality.PERMITTED, Modality.DISCRETION):
                return _Done(act, named[0])
    return None


def _candidate(ruling: Ruling, text: ReadText, index: int, done: _Done, force: StandingRead) -> Candidate:
    """Whom an act reaches is for the criterion's guard to say: orders name their countries in their titles."""
    sentence = text.passages[index]
    reach = ReachRead(Reach.GENERAL)
    result = outcome(ruling.verdict, ruling.code, reach, force.standing)
    instrument = done.instrument.concept.removeprefix(INSTRUMENT)
    seen = wording.measure(done.act, done.instrument, instrument, force, reach, text.document.text)
    words = sentence.clause(done.act.span)
    why = result.why or ruling.why
    return Candidate(ruling, result.verdict, result.code, why, sentence.provision, sentence.span, (words,), seen)
