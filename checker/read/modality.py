"""Modality: what a sentence makes of an act, an obligation, a permission, a choice."""

from __future__ import annotations

from checker.match.lexicon import Mention
from checker.model.commitment import Modality
from checker.read.cues import Cue
from checker.read.passage import Passage

_BY_CUE = {
    Cue.DUTY: (Modality.REQUIRED, Modality.NOT_REQUIRED),
    Cue.PERMISSION: (Modality.PERMITTED, Modality.FORBIDDEN),
}


def modality(passage: Passage, mention: Mention, holds: bool) -> Modality:
    """The modality of `mention`: the nearest modal word of its clause, turned where the sense is denied."""
    clause = passage.clause(mention.span)
    if passage.between(clause.start, clause.end, Cue.OPTION):
        return Modality.PERMITTED if holds else Modality.NOT_REQUIRED
    if passage.has(Cue.DISCRETION):
        return Modality.DISCRETION
    near = sorted(
        passage.between(clause.start, clause.end, Cue.DUTY, Cue.PERMISSION),
        key=lambda cue: (min(abs(cue.span.end - mention.span.start), abs(cue.span.start - mention.span.end)), cue.span),
    )
    if not near:
        return Modality.PLAIN
    positive, negative = _BY_CUE[Cue(near[0].concept)]
    return positive if holds else negative
