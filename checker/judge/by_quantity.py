"""Criteria over quantities: a figure of money or a percentage, and the words that say what it is."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge import wording
from checker.judge.arithmetic import holds
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked, may_open
from checker.judge.policy import outcome
from checker.judge.scope import is_tied, reach
from checker.match.lexicon import Mention
from checker.model.commitment import FIGURE, Commitment, QuantityCriterion
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.quantities import Quantity, quantities
from checker.read.reading import ReadText
from checker.read.sense import sense
from checker.read.standing import StandingRead, Voices, standing


def candidates(commitment: Commitment, text: ReadText) -> Iterator[Candidate]:
    """What the quantity criteria of a commitment make of a document."""
    for criterion in commitment.criteria:
        if isinstance(criterion, QuantityCriterion) and may_open(text, criterion.guard):
            for index in text.could_speak(frozenset(criterion.of)):
                sentence = text.passages[index]
                if is_tied(text, sentence, commitment.scope):
                    yield from _met(criterion, commitment, text, index)


def _met(criterion: QuantityCriterion, commitment: Commitment, text: ReadText, index: int) -> Iterator[Candidate]:
    """Each figure of one sentence that meets a criterion."""
    sentence = text.passages[index]
    voices = Voices.of(commitment)
    for quantity in quantities(sentence.text, sentence.span.start):
        if _fits(criterion, quantity) and _is_named(criterion, text, sentence, quantity.span):
            force = standing(text.setting(index), voices, quantity.span)
            if blocked(text, sentence, criterion.guard, quantity.span):
                continue
            if not force.turned and _is_stated(sentence, quantity.span):
                yield _candidate(criterion, commitment, text, sentence, quantity.span, force)


def _is_stated(sentence: Passage, place: Span) -> bool:
    """Whether a figure is not denied; in Japanese only what stands before the next comma can deny it."""
    read = sense(sentence, Mention("", place, False, ""))
    if read.holds or not sentence.japanese:
        return read.holds
    comma = sentence.text.find("、", place.end - sentence.span.start)
    return comma >= 0 and not any(turn.start < sentence.span.start + comma for turn in read.because)


def _fits(criterion: QuantityCriterion, quantity: Quantity) -> bool:
    """Whether a figure is of the unit, stated in one of the ways, and passes the test, a range at both ends."""
    if (
        quantity.unit != criterion.unit
        or quantity.per
        or (criterion.bound and quantity.comparator not in criterion.bound)
    ):
        return False
    ends = [quantity.value, *([quantity.upper] if quantity.upper is not None else [])]
    return all(holds(criterion.test, {FIGURE: end}) for end in ends)


def _is_named(criterion: QuantityCriterion, text: ReadText, sentence: Passage, place: Span) -> bool:
    """Whether a word that says what the figure is stands in its clause, or in what the sentence reads with."""
    clause = sentence.clause(place)
    near = any(clause.meets(mention.span) for mention in sentence.of(criterion.of))
    return near or bool(text.inherited(sentence, criterion.of))


def _candidate(
    criterion: QuantityCriterion,
    commitment: Commitment,
    text: ReadText,
    sentence: Passage,
    place: Span,
    said: StandingRead,
) -> Candidate:
    ruling, within = criterion.ruling, reach(text, sentence, place, commitment.scope)
    result = outcome(ruling, within, said.standing)
    seen = wording.quantity(place, criterion.test, said, within, text.document.text)
    words, why = sentence.clause(place), result.why or ruling.why
    return Candidate(ruling, result.verdict, result.code, why, sentence.provision, sentence.span, (words,), seen)
