"""Sense: whether a sentence says that something holds or that it does not, every negation counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.match.lexicon import Mention
from checker.model.text import Span
from checker.read.clauses import attributive
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
    operators = _uncoordinated(passage, tuple(cue for cue in left if not _set_apart(passage, cue, mention)))
    operators += _turned_by_until(passage, clause, mention, operators)
    operators += _excepted(passage, clause, mention)
    operators += _fronted(passage, clause, mention)
    operators += _predicate(passage, clause, mention)
    operators += _within(passage, mention)
    operators += [cue.span for cue in passage.between(passage.span.start, mention.span.start, Cue.DISBELIEF)]
    return _distinct(operators)


def _within(passage: Passage, mention: Mention) -> list[Span]:
    """Negations in the gaps of a wording that has none of its own ("put none of them on a bench")."""
    if "..." not in mention.term or _NEGATIVE.search(mention.term):
        return []
    cues = passage.between(mention.span.start + 1, mention.span.end - 1, Cue.NEGATION)
    own = (cue for cue in cues if cue.term != "=nor" and not passage.before(cue.span.start).endswith((",", " and")))
    return [cue.span for cue in own][:1]


_NEGATIVE = re.compile(
    r"(?<![a-z])(?:no|not|none|nothing|never|neither|nor|without|nobody|lack|free|instead|rather)(?![a-z])"
)


def _set_apart(passage: Passage, cue: Mention, mention: Mention) -> bool:
    """Whether a word stands in a relative clause closed by a comma before the predicate ("who cannot pay, is ...")."""
    if not passage.between(passage.span.start, cue.span.start, Cue.RELATIVE):
        return False
    return _resumed(passage, cue.span.end, mention.span.end) is not None


def _resumed(passage: Passage, start: int, end: int) -> Mention | None:
    """The first word of a predicate that goes on after a comma between two places."""
    words = passage.between(start, end, Cue.AUXILIARY, Cue.RELEASED)
    return next((cue for cue in words if passage.before(cue.span.start).endswith(",")), None)


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
    cues = tuple(cue for cue in cues if not _closed(passage, clause, cue, mention))
    return [cue.span for cue in cues if cue.term != "unless" or cue.span.start > passage.opening + 1]


def _closed(passage: Passage, clause: Span, cue: Mention, mention: Mention) -> bool:
    """Whether an exception between commas ends before the main predicate ("In addition, except as agreed, no ...")."""
    opens = passage.before(cue.span.start).endswith(",") or cue.span.start <= clause.start + 1
    if not opens or re.match(r"\s*(?:that|where|if|when)\b", passage.text[cue.span.end - passage.span.start :]):
        return False
    comma = passage.text.find(", ", cue.span.end - passage.span.start, mention.span.start - passage.span.start)
    return comma >= 0 and bool(passage.between(passage.span.start + comma, mention.span.start, Cue.AUXILIARY))


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
    """Operators in the predicate of which the mention is the subject ("a test is not required", "tests are waived").

    In "a firm whose seat is abroad is not listed" the seat's predicate ends where the firm's begins.
    """
    if passage.between(clause.start, mention.span.start, Cue.AUXILIARY):
        return []
    auxiliaries = passage.between(mention.span.end, clause.end, Cue.AUXILIARY, Cue.RELEASED)
    predicate = auxiliaries[0] if auxiliaries else _after_relative(passage, clause)
    if predicate is None:
        return []
    end = max(clause.end, passage.clause(predicate.span).end)
    if len(auxiliaries) > 1 and passage.between(clause.start, mention.span.start, Cue.RELATIVE):
        end = auxiliaries[1].span.start
    cues = passage.between(predicate.span.start, end, Cue.NEGATION, Cue.RELEASED)
    cues = tuple(cue for cue in cues if cue.term != "=nor")
    return [cue.span for cue in cues if cue.term not in _LACKING or cue.span.start <= predicate.span.end + 1]


def _after_relative(passage: Passage, clause: Span) -> Mention | None:
    """Where a subject's predicate goes on after a relative clause between commas ("the rule, which ..., is void")."""
    for boundary in passage.cues_of(Cue.BOUNDARY):
        if boundary.span.start == clause.end and passage.between(clause.end, boundary.span.end, Cue.RELATIVE):
            return _resumed(passage, boundary.span.end, passage.span.end)
    return None


def _japanese(passage: Passage, mention: Mention) -> list[Span]:
    closes = [cue.span.end for cue in passage.cues_of(Cue.BOUNDARY) if cue.span.end > mention.span.end]
    closes += [end for end in _suspended(passage) if end > mention.span.end]
    demands = passage.between(mention.span.end, passage.span.end, Cue.DEMAND)
    closes += [cue.span.end for cue in demands if attributive(passage, cue)]
    end = min([*closes, passage.span.end, mention.span.end + _FAR])
    kinds = (Cue.NEGATION, Cue.RELEASED, Cue.DISBELIEF, Cue.EXCEPTION_BEFORE)
    aside = _conditions(passage, mention.span.end)
    cues = [cue for cue in passage.cues_of(*kinds) if _follows(passage, mention, cue) and cue.span.start < end]
    cues = [cue for cue in cues if not any(condition.covers(cue.span) for condition in aside)]
    found = [cue for cue in cues if cue.term not in _CONCESSIVE or _adjoins(passage, mention, cue)]
    operators = _distinct([cue.span for cue in found])
    untils = passage.between(mention.span.end, end, Cue.UNTIL)
    turned = [until.span for until in untils if any(_awaits(until, cue) for cue in found)][:1]
    return _distinct(operators + turned)


def _awaits(until: Mention, cue: Mention) -> bool:
    """Whether what a cue denies waits for something: 「試験の前に販売しない」, but not 「試験を発売前に廃止する」."""
    only_when = until.term in _BEFORE and cue.concept == Cue.RELEASED
    return until.span.end <= cue.span.start and not only_when and cue.concept != Cue.DISBELIEF


def _follows(passage: Passage, mention: Mention, cue: Mention) -> bool:
    """Whether a cue stands after a mention; its noun may be the mention's last (違反するもの + ものではない)."""
    if cue.span.start >= mention.span.end:
        return True
    shared = passage.text[cue.span.start - passage.span.start : mention.span.end - passage.span.start]
    return cue.span.end > mention.span.end and shared in _NOUNS


_NOUNS = frozenset({"もの", "わけ", "こと"})

_CONDITION = re.compile(r"[、,][^、。,]{2,80}?(?:限り|場合には?|ときは?|際には?|限度で)(?=[、,])")


def _conditions(passage: Passage, place: int) -> list[Span]:
    """The conditions set between commas after a place: in 「甲は、乙でない限り、丙する」 they say nothing of 甲."""
    start = passage.span.start
    found = _CONDITION.finditer(passage.text, place - start)
    return [Span(start + match.start(), start + match.end()) for match in found]


def _suspended(passage: Passage) -> list[int]:
    """Where a negated predicate breaks off and the next begins: in 「甲をせず、乙をしない」 甲 is denied once."""
    text, start = passage.text, passage.span.start
    ends = [cue.span.end for cue in passage.cues_of(Cue.NEGATION)]
    return [end for end in ends if "ず、" in text[end - start - 2 : end - start + 1]]


_BEFORE = frozenset({"前に", "前は", "以前に"})

_CONCESSIVE = frozenset({"にかかわらず", "を問わず", "のいかんを問わず", "いかんによらず"})


def _adjoins(passage: Passage, mention: Mention, cue: Mention) -> bool:
    """Whether nothing but the rest of its own phrase stands between a mention and "whatever ..." (率の高低を問わず)."""
    between = passage.text[mention.span.end - passage.span.start : cue.span.start - passage.span.start]
    return not any(particle in between for particle in "、をはが")


def _distinct(spans: list[Span]) -> list[Span]:
    """One operator for each group of overlapping spans."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or not kept[-1].meets(span):
            kept.append(span)
    return kept
