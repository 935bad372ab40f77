"""What a list item takes over from its lead-in: "shall not:" turns every item below it, "may:" permits it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage

_MODAL = (Cue.DUTY, Cue.PERMISSION)
_OPEN_END = re.compile(
    r"(?:\s*(?:to|be|(?:to )?do any of the following|,.*|\(.*"
    r"|(?:without|directly|in|at|during|for|except|unless|by|either) .*|(?:event|case|circumstances?) .*"
    r"|.*\b(?:shall|will|may|must|can|should)))?[\s:,—–-]*",
    re.DOTALL,
)
"""What may stand between a negation and the end of a lead-in that it reaches beyond: no verb that it already turned."""


def operators(passage: Passage, mention: Mention, lead_ins: Sequence[Passage]) -> tuple[Span, ...]:
    """The negations of the lead-ins whose sentence `mention` goes on with, nearest last."""
    found: list[Span] = []
    for above in _open(passage, mention, lead_ins):
        clause = above.clause(_last(above))
        cues = above.between(clause.start, above.span.end, Cue.NEGATION)
        found += [cue.span for cue in cues if _OPEN_END.fullmatch(above.flat, cue.span.end - above.span.start)][:1]
    return tuple(found)


def modal_word(passage: Passage, mention: Mention, lead_ins: Sequence[Passage]) -> Mention | None:
    """The modal word that ends the lead-in whose sentence `mention` goes on with, or None."""
    for above in reversed(_open(passage, mention, lead_ins)):
        clause = above.clause(_last(above))
        if words := above.between(clause.start, above.span.end, *_MODAL):
            return words[-1]
    return None


def _open(passage: Passage, mention: Mention, lead_ins: Sequence[Passage]) -> Sequence[Passage]:
    """The lead-ins that a mention goes on with: up to the first that has a verb of its own.

    None where the sentence has one before the mention, or is Japanese: there the predicate of a list is its own.
    """
    if passage.japanese or passage.between(passage.span.start, mention.span.start, Cue.AUXILIARY):
        return ()
    kept: list[Passage] = []
    for above in reversed(lead_ins):
        if above.span.covers(passage.span):
            continue
        kept.insert(0, above)
        if above.has(Cue.AUXILIARY):
            break
    return kept


def _last(passage: Passage) -> Span:
    """The last letter before the colon or dash that ends a lead-in."""
    words = passage.text.rstrip(" \n:-—–")
    return Span(passage.span.start + max(0, len(words) - 1), passage.span.start + len(words))
