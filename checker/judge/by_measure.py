"""Criteria over measures: an official act that ends or changes an instrument on which a commitment rests."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge import wording
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import outcome
from checker.judge.scope import reach
from checker.model.commitment import Commitment, MeasureCriterion
from checker.read.reading import ReadText
from checker.read.standing import Voices, standing

INSTRUMENT = "instrument:"
"""Prefix of the concept under which an instrument's names stand in the lexicon."""


def candidates(commitment: Commitment, text: ReadText) -> Iterator[Candidate]:
    """What the measure criteria of a commitment make of a document.

    An act older than the commitment's oldest own instrument cannot change it; a document without a date may.
    """
    voices = Voices(frozenset(commitment.obligor_parties), frozenset(commitment.third_parties))
    dated = text.document.dated
    for criterion in commitment.criteria:
        if not isinstance(criterion, MeasureCriterion):
            continue
        if dated is not None and dated.value and dated.value < commitment.in_force_from:
            continue
        instruments = {INSTRUMENT + name for name in criterion.instruments}
        for index, sentence in enumerate(text.passages):
            acts = [m for m in sentence.mentions if m.concept in criterion.does]
            named = [m for m in (*sentence.mentions, *text.inherited(sentence)) if m.concept in instruments]
            if not acts or not named or blocked(text, sentence, criterion.guard):
                continue
            ruling = criterion.ruling
            found = reach(text, sentence, acts[0].span, commitment.scope)
            force = standing(text.setting(index), voices)
            result = outcome(ruling.verdict, ruling.code, found, force.standing)
            instrument = named[0].concept.removeprefix(INSTRUMENT)
            seen = wording.measure(acts[0], named[0], instrument, force, found, text.document.text)
            why = result.why or ruling.why
            yield Candidate(
                ruling, result.verdict, result.code, why, sentence.provision, sentence.span, (sentence.span,), seen
            )
