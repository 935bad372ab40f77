"""Guards: what a criterion asks of a statement's surroundings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from checker.match.lexicon import Concepts
from checker.model.commitment import Groups, Guard
from checker.read.passage import Passage
from checker.read.reading import ReadText


def blocked(text: ReadText, sentence: Passage, guard: Guard) -> bool:
    """Whether something keeps a guard from being met in a sentence."""
    return any(obstacles(text, sentence, guard))


def may_open(text: ReadText, guard: Guard) -> bool:
    """Whether a guard can be met anywhere in a document: all that it asks for is named there."""
    asked = (*guard.with_, *guard.context, *guard.document)
    return all(map(text.names, asked)) and not text.names(guard.unless_document)


def obstacles(text: ReadText, sentence: Passage, guard: Guard) -> Iterator[str]:
    """Everything that keeps a guard from being met in a sentence, in words for `explain`."""
    if guard == _OPEN:
        return
    asked: tuple[tuple[str, Groups, Sequence[str], Callable[[Concepts], bool]], ...] = (
        ("the sentence", guard.with_, guard.unless, partial(text.says, sentence)),
        ("the provision", guard.context, guard.unless_context, partial(text.names_around, sentence)),
        ("the document", guard.document, guard.unless_document, text.names),
    )
    for place, groups, forbidden, names in asked:
        for group in groups:
            if not names(group):
                yield f"{place} names {'none of ' if len(group) > 1 else 'no '}{', '.join(group)}"
        for concept in forbidden:
            if names((concept,)):
                yield f"{place} names {concept}, which withdraws the criterion"


_OPEN = Guard()
