"""Modality: what a sentence makes of an act, an obligation, a permission, a choice."""

from __future__ import annotations

from checker.match.lexicon import Mention
from checker.model.commitment import Modality
from checker.read.cues import Cue
from checker.read.passage import Passage

_BY_CUE = {
    Cue.OPTION: (Modality.PERMITTED, Modality.NOT_REQUIRED),
    Cue.DISCRETION: (Modality.DISCRETION, Modality.DISCRETION),
    Cue.DUTY: (Modality.REQUIRED, Modality.NOT_REQUIRED),
    Cue.PERMISSION: (Modality.PERMITTED, Modality.FORBIDDEN),
}


def modality(passage: Passage, mention: Mention, holds: bool) -> Modality:
    """The modality of `mention`: that of its modal word, turned where the sense is denied."""
    word = modal_word(passage, mention)
    if word is None:
        return Modality.PLAIN
    positive, negative = _BY_CUE[Cue(word.concept)]
    return positive if holds else negative


def modal_word(passage: Passage, mention: Mention) -> Mention | None:
    """The word that sets the modality of `mention`: of an option, of discretion, or the nearest modal of its clause."""
    clause = passage.clause(mention.span)
    if options := passage.between(clause.start, clause.end, Cue.OPTION):
        return options[0]
    if discretion := passage.cues_of(Cue.DISCRETION):
        return discretion[0]
    return min(
        passage.between(clause.start, clause.end, Cue.DUTY, Cue.PERMISSION),
        key=lambda cue: (min(abs(cue.span.end - mention.span.start), abs(cue.span.start - mention.span.end)), cue.span),
        default=None,
    )
