"""Criteria over measures: an official act that ends or changes an instrument on which a commitment rests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.judge import wording
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import outcome
from checker.judge.scope import Reach, ReachRead
from checker.judge.ties import INSTRUMENT
from checker.match.lexicon import Mention
from checker.model.commitment import Commitment, MeasureCriterion
from checker.read.cues import Cue
from checker.read.modality import modal_word
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import sense
from checker.read.standing import Standing, StandingRead, Voices, standing


def candidates(commitment: Commitment, text: ReadText) -> Iterator[Candidate]:
    """What the measure criteria of a commitment make of a document.

    An act older than the commitment cannot change it; a document without a date may.
    """
    voices = Voices.of(commitment)
    dated = text.document.dated
    if dated is not None and dated.value and dated.value < commitment.in_force_from:
        return
    for criterion in commitment.criteria:
        if isinstance(criterion, MeasureCriterion):
            for index in text.could_name(criterion.does):
                sentence = text.passages[index]
                done = _done(criterion, text, sentence)
                if done is not None and not blocked(text, sentence, criterion.guard):
                    force = _of_the_act(standing(text.setting(index), voices), done.act)
                    yield _candidate(criterion, text, index, done, force)


def _of_the_act(force: StandingRead, act: Mention) -> StandingRead:
    """The force of an act: that a measure was undone (取り消された) is the act itself, and no correction of it."""
    itself = force.standing is Standing.CORRECTED and force.because is not None and force.because.meets(act.span)
    return StandingRead(Standing.ACT) if itself else force


@dataclass(frozen=True, slots=True)
class _Done:
    """An act, and the instrument it is done to."""

    act: Mention
    instrument: Mention


def _done(criterion: MeasureCriterion, text: ReadText, sentence: Passage) -> _Done | None:
    """The first act a sentence says is done to an instrument; a power to act, or an act denied, does nothing."""
    instruments = tuple(INSTRUMENT + name for name in criterion.instruments)
    named = (*sentence.of(instruments), *text.inherited(sentence, instruments))
    acts = [m for m in sentence.of(criterion.does) if sense(sentence, m).holds]
    done = (_Done(a, n) for a in acts for n in named if not _only_may(sentence, a) and not _refers(sentence, a, n))
    return next(done, None)


def _refers(sentence: Passage, act: Mention, instrument: Mention) -> bool:
    """Whether an instrument after an act is only referred to ("... are suspended. See headings ...")."""
    between = sentence.text[act.span.start - sentence.span.start : max(0, instrument.span.start - sentence.span.start)]
    return sentence.span.covers(instrument.span) and re.search(r"\bsee\b", between.lower()) is not None


def _only_may(sentence: Passage, act: Mention) -> bool:
    """Whether an act is merely permitted; words such as "does not authorize" are the act, and permit nothing."""
    word = modal_word(sentence, act)
    return word is not None and word.concept != Cue.DUTY and not act.span.covers(word.span)


def _candidate(criterion: MeasureCriterion, text: ReadText, index: int, done: _Done, force: StandingRead) -> Candidate:
    """Whom an act reaches is for the criterion's guard to say: orders name their countries in their titles."""
    ruling, sentence = criterion.ruling, text.passages[index]
    reach = ReachRead(Reach.GENERAL)
    result = outcome(ruling, reach, force.standing)
    instrument = done.instrument.concept.removeprefix(INSTRUMENT)
    seen = wording.measure(done.act, done.instrument, instrument, force, reach, text.document.text)
    words = sentence.clause(done.act.span)
    why, basis = result.why or ruling.why, criterion.basis.get(instrument)
    return Candidate(
        ruling,
        result.verdict,
        result.code,
        why.then(basis) if basis else why,
        sentence.provision,
        sentence.span,
        (words,),
        seen,
    )
