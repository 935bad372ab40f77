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


def modality(passage: Passage, mention: Mention, holds: bool, turns: int = 0, above: Mention | None = None) -> Modality:
    """The modality of `mention`: that of its modal word, turned where the sense is denied.

    `turns` is how many operators the sense has: what may not be done without something requires it. `above` is the
    modal word of the lead-in, where the sentence has none.
    """
    word = modal_word(passage, mention) or above
    if word is None:
        return Modality.PLAIN
    positive, negative = _BY_CUE[Cue(word.concept)]
    if holds and turns > 1 and word.concept == Cue.PERMISSION:
        return Modality.REQUIRED
    if not holds and word.term in _PROHIBITING and not _names_requirement(passage, mention):
        return Modality.FORBIDDEN
    return positive if holds else negative


_PROHIBITING = frozenset({"=shall", "=must"})
"""Words of duty that, denied, forbid: "shall not test" is no mere "need not test"."""


def _names_requirement(passage: Passage, mention: Mention) -> bool:
    """Whether a clause speaks of what is required ("no test shall be required"), by any word of duty but those."""
    clause = passage.clause(mention.span)
    return any(cue.term not in _PROHIBITING for cue in passage.between(clause.start, clause.end, Cue.DUTY))


def modal_word(passage: Passage, mention: Mention) -> Mention | None:
    """The word that sets the modality of `mention`: of an option, of discretion, or the nearest modal of its clause."""
    clause = passage.clause(mention.span)
    if options := passage.between(clause.start, clause.end, Cue.OPTION):
        return options[0]
    if discretion := [cue for cue in passage.cues_of(Cue.DISCRETION) if not _refused(passage, cue)]:
        return discretion[0]
    return min(
        passage.between(clause.start, clause.end, Cue.DUTY, Cue.PERMISSION),
        key=lambda cue: (min(abs(cue.span.end - mention.span.start), abs(cue.span.start - mention.span.end)), cue.span),
        default=None,
    )


def _refused(passage: Passage, power: Mention) -> bool:
    """Whether a power is named only to be denied (支払を求めることができない)."""
    return any(cue.span.start <= power.span.end < cue.span.end for cue in passage.cues_of(Cue.NEGATION))
