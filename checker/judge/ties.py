"""Ties: what a document of more than a page must name before any of its words can be about a commitment."""

from __future__ import annotations

from checker.judge.window import is_note
from checker.model.commitment import Commitment, MeasureCriterion
from checker.read.reading import ReadText

INSTRUMENT = "instrument:"
"""Prefix of the concept under which an instrument's names stand in the lexicon."""


def ties(commitment: Commitment) -> tuple[str, ...]:
    """What is inside the scope, and the instruments whose end or change counts; empty where anything can be meant."""
    if not commitment.scope.inside:
        return ()
    measures = [criterion for criterion in commitment.criteria if isinstance(criterion, MeasureCriterion)]
    instruments = {INSTRUMENT + name for measure in measures for name in measure.instruments}
    return (*commitment.scope.inside, *sorted(instruments))


def may_tie(text: ReadText, commitment: Commitment) -> bool:
    """Whether a document has words that can be about a commitment."""
    tied = ties(commitment)
    return not tied or is_note(text.document) or text.names(tied)
