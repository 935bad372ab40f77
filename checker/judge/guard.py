"""Guards: what a criterion asks of a statement's surroundings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from checker.match.lexicon import Concepts
from checker.model.commitment import Groups, Guard
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.reading import ReadText


def blocked(text: ReadText, sentence: Passage, guard: Guard, place: Span | None = None) -> bool:
    """Whether something keeps a guard from being met in a sentence, at a place of it."""
    return any(obstacles(text, sentence, guard, place))


def may_open(text: ReadText, guard: Guard) -> bool:
    """Whether a guard can be met anywhere in a document: all that it asks for is named there."""
    asked = (*guard.clause, *guard.with_, *guard.context, *guard.document)
    return all(map(text.names, asked)) and not text.names(guard.unless_document)


def obstacles(text: ReadText, sentence: Passage, guard: Guard, place: Span | None = None) -> Iterator[str]:
    """Everything that keeps a guard from being met in a sentence, at a place of it, in words for `explain`."""
    if guard == _OPEN:
        return
    clause = sentence.span if place is None else sentence.clause(place)
    asked: tuple[tuple[str, Groups, Sequence[str], Callable[[Concepts], bool]], ...] = (
        ("the clause", guard.clause, guard.unless_clause, partial(_says_in, sentence, clause)),
        ("the sentence", guard.with_, guard.unless, partial(text.says, sentence)),
        ("the provision", guard.context, guard.unless_context, partial(text.names_around, sentence)),
        ("the document", guard.document, guard.unless_document, text.names),
    )
    for where, groups, forbidden, names in asked:
        for group in groups:
            if not names(group):
                yield f"{where} names {'none of ' if len(group) > 1 else 'no '}{', '.join(group)}"
        for concept in forbidden:
            if names((concept,)):
                yield f"{where} names {concept}, which withdraws the criterion"


def _says_in(sentence: Passage, clause: Span, concepts: Concepts) -> bool:
    """Whether a clause of a sentence names one of some concepts, and not its contrary."""
    return any(clause.meets(mention.span) and not mention.opposite for mention in sentence.of(concepts))


_OPEN = Guard()
