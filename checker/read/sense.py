"""Sense: whether a sentence says that something holds or that it does not, every negation counted."""

from __future__ import annotations

from dataclasses import dataclass

from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage

_FAR = 70
"""How many letters to the right a Japanese predicate may stand from what it negates."""


@dataclass(frozen=True, slots=True)
class SenseRead:
    """`holds` after every operator in `because` has turned it once."""

    holds: bool
    because: tuple[Span, ...]


def sense(passage: Passage, mention: Mention) -> SenseRead:
    """The sense in which `passage` speaks of `mention`."""
    operators = _japanese(passage, mention) if passage.japanese else _english(passage, mention)
    turns = len(operators) + mention.opposite
    return SenseRead(turns % 2 == 0, tuple(sorted(operators)))


def _english(passage: Passage, mention: Mention) -> list[Span]:
    clause = passage.clause(mention.span)
    start = max(clause.start, passage.cell(mention.span.start))
    left = passage.between(start, mention.span.start, Cue.NEGATION, Cue.RELEASE)
    operators = _uncoordinated(passage, left)
    operators += _turned_by_until(passage, clause, mention, operators)
    operators += _excepted(passage, clause, mention)
    operators += _fronted(passage, clause, mention)
    operators += _predicate(passage, clause, mention)
    operators += [cue.span for cue in passage.between(passage.span.start, mention.span.start, Cue.DISBELIEF)]
    return _distinct(operators)


def _uncoordinated(passage: Passage, cues: tuple[Mention, ...]) -> list[Span]:
    """Operators that reach the mention; in "no test, no label" or "neither ... nor" only the last one does."""
    reached: list[Span] = []
    for cue in reversed(cues):
        reached.append(cue.span)
        listed = passage.before(cue.span.start).lower().endswith((",", " and", " or"))
        if (listed and cue.concept == Cue.NEGATION) or cue.term == "=nor":
            break
    return reached


def _turned_by_until(passage: Passage, clause: Span, mention: Mention, operators: list[Span]) -> list[Span]:
    """ "Not ... until X" asks for X: the word until takes the negation back."""
    untils = passage.between(clause.start, mention.span.start, Cue.UNTIL)
    return [cue.span for cue in untils if any(operator.end <= cue.span.start for operator in operators)][-1:]


def _excepted(passage: Passage, clause: Span, mention: Mention) -> list[Span]:
    """The exception the mention stands in; "Unless it passes X, ..." asks for X and takes nothing back."""
    cues = passage.between(clause.start, mention.span.start, Cue.EXCEPTION)[-1:]
    return [cue.span for cue in cues if cue.term != "unless" or cue.span.start > passage.span.start + 1]


def _fronted(passage: Passage, clause: Span, mention: Mention) -> list[Span]:
    """ "Without X, no car is sold" asks for X: the negation of the main clause turns the one before it."""
    comma = passage.fronted
    if comma is None or mention.span.end > comma.start or passage.before(passage.span.start):
        return []
    opens = passage.between(clause.start, mention.span.start, Cue.NEGATION)
    if not opens or opens[0].term not in _LACKING:
        return []
    return [cue.span for cue in passage.between(comma.end, passage.span.end, Cue.NEGATION)][:1]


_LACKING = frozenset({"=without", "absence of", "lack of", "short of"})


def _predicate(passage: Passage, clause: Span, mention: Mention) -> list[Span]:
    """Operators in the predicate of which the mention is the subject ("a test is not required", "tests are waived")."""
    if passage.between(clause.start, mention.span.start, Cue.AUXILIARY):
        return []
    auxiliaries = passage.between(mention.span.end, clause.end, Cue.AUXILIARY, Cue.RELEASED)
    if not auxiliaries:
        return []
    start = auxiliaries[0].span.start
    return [cue.span for cue in passage.between(start, clause.end, Cue.NEGATION, Cue.RELEASED)]


def _japanese(passage: Passage, mention: Mention) -> list[Span]:
    end = min(passage.clause(mention.span).end, mention.span.end + _FAR)
    kinds = (Cue.NEGATION, Cue.RELEASED, Cue.DISBELIEF, Cue.EXCEPTION_BEFORE)
    operators = [cue.span for cue in passage.cues_of(*kinds) if mention.span.end <= cue.span.start < end]
    operators = _distinct(operators)
    untils = passage.between(mention.span.end, end, Cue.UNTIL)
    turned = [cue.span for cue in untils if any(cue.span.end <= operator.start for operator in operators)][:1]
    return _distinct(operators + turned)


def _distinct(spans: list[Span]) -> list[Span]:
    """One operator for each group of overlapping spans."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or not kept[-1].meets(span):
            kept.append(span)
    return kept
