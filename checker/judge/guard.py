"""Guards: what a criterion asks of a statement's surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.commitment import Groups, Guard
from checker.read.passage import Passage
from checker.read.reading import ReadText


def blocked(text: ReadText, sentence: Passage, guard: Guard) -> bool:
    """Whether something keeps a guard from being met in a sentence."""
    return any(obstacles(text, sentence, guard))


def obstacles(text: ReadText, sentence: Passage, guard: Guard) -> Iterator[str]:
    """Everything that keeps a guard from being met in a sentence, in words for `explain`."""
    if guard == _OPEN:
        return
    said = frozenset(m.concept for m in (*sentence.mentions, *text.inherited(sentence)) if not m.opposite)
    around = text.around(sentence)
    asked: tuple[tuple[str, Groups, Sequence[str], frozenset[str]], ...] = (
        ("the sentence", guard.with_, guard.unless, said),
        ("the provision", guard.context, guard.unless_context, around),
        ("the document", guard.document, guard.unless_document, text.named),
    )
    for place, groups, forbidden, found in asked:
        for group in groups:
            if not found & set(group):
                yield f"{place} names {'none of ' if len(group) > 1 else 'no '}{', '.join(group)}"
        for concept in forbidden:
            if concept in found:
                yield f"{place} names {concept}, which withdraws the criterion"


_OPEN = Guard()
