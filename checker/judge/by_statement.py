"""Criteria over statements: a concept said to hold or not, with a modality, under a guard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.judge import guard, wording
from checker.judge.candidate import Candidate
from checker.judge.policy import DISCRETION, Outcome, outcome
from checker.judge.scope import reach
from checker.model.commitment import Commitment, Exceptions, Modality, Sense, StatementCriterion
from checker.model.finding import DECIDED, Verdict
from checker.model.text import Span
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.standing import Voices
from checker.read.statement import Statement, statements


def spoken(
    commitment: Commitment,
    text: ReadText,
    counts: Callable[[Passage], bool] = lambda _: True,
    *,
    headings: bool = False,
) -> tuple[Statement, ...]:
    """Every statement that some criterion of a commitment could ask about, in the sentences that count."""
    asked = frozenset(concept for c in commitment.criteria if isinstance(c, StatementCriterion) for concept in c.says)
    voices = Voices.of(commitment)
    return tuple(statements(text, asked, voices, counts, headings=headings))


def candidates(commitment: Commitment, text: ReadText, said: Sequence[Statement]) -> Iterator[Candidate]:
    """What the statement criteria of a commitment make of a document."""
    for criterion in commitment.criteria:
        if isinstance(criterion, StatementCriterion):
            asked = [statement for statement in said if statement.mention.concept in criterion.says]
            for statement in asked if asked and guard.may_open(text, criterion.guard) else ():
                if not any(obstacles(criterion, commitment, text, statement)):
                    yield candidate(criterion, commitment, text, statement)


def concerns(commitment: Commitment, text: ReadText, statement: Statement) -> bool:
    """Whether a statement is near some criterion: one that decides, or one whose other words stand around it."""
    asking = [c for c in commitment.criteria if isinstance(c, StatementCriterion)]
    asking = [criterion for criterion in asking if statement.mention.concept in criterion.says]
    return any(c.ruling.verdict in DECIDED or _around(text, statement, c) for c in asking)


def _around(text: ReadText, statement: Statement, criterion: StatementCriterion) -> bool:
    return all(text.names_around(statement.passage, group) for group in criterion.guard.with_)


def obstacles(
    criterion: StatementCriterion, commitment: Commitment, text: ReadText, statement: Statement
) -> Iterator[str]:
    """Everything that keeps a statement from meeting a criterion that asks about it; nothing where it is met."""
    if criterion.sense is not Sense.ANY and statement.holds is not (criterion.sense is Sense.HOLDS):
        yield wording.sense(statement, text.document.text).en
    if criterion.modality and statement.modality not in criterion.modality:
        asked = " or ".join(criterion.modality)
        yield f"{wording.MODALITY[statement.modality].en}, while the criterion asks for {asked}"
    if criterion.exception and (found := exception(commitment, statement)) is not criterion.exception:
        yield wording.EXCEPTION[found].en
    yield from guard.obstacles(text, statement.passage, criterion.guard, statement.anchor.span)


def exception(commitment: Commitment, statement: Statement) -> Exceptions:
    """Whether something is taken back from what a statement says, inside the commitment's scope or outside it."""
    regions = [
        (statement.passage, region) for region in statement.excepted if not region.covers(statement.mention.span)
    ]
    if statement.proviso is not None:
        regions.append((statement.proviso, statement.proviso.span))
    if not regions:
        return Exceptions.NONE
    outside = frozenset({*commitment.scope.outside, *commitment.scope.excluded})
    named = [any(region.meets(m.span) for m in sentence.of(outside)) for sentence, region in regions]
    return Exceptions.OUTSIDE if all(named) else Exceptions.INSIDE


def candidate(criterion: StatementCriterion, commitment: Commitment, text: ReadText, statement: Statement) -> Candidate:
    """What a criterion comes to on a statement, taken to meet it."""
    place = statement.via if statement.via is not None else statement.mention.span
    found = reach(text, statement.passage, _scope_place(statement), commitment.scope)
    ruling = criterion.ruling
    result = outcome(ruling, found, statement.standing.standing)
    used_discretion = statement.modality is Modality.DISCRETION and Modality.DISCRETION not in criterion.modality
    if result.verdict is Verdict.VIOLATION and used_discretion:
        result = Outcome(Verdict.NEEDS_REVIEW, "discretion", DISCRETION)
    words = [place if statement.via is not None else statement.passage.clause(statement.mention.span)]
    if criterion.exception is Exceptions.INSIDE:
        words += statement.excepted or ([statement.proviso.span] if statement.proviso else [])
    answer = _answer(text, statement)
    return Candidate(
        ruling,
        result.verdict,
        result.code,
        result.why or ruling.why,
        statement.passage.provision,
        answer or statement.via or statement.passage.span,
        (answer,) if answer else tuple(words),
        wording.statement(statement, found, exception(commitment, statement), text.document.text),
    )


def _answer(text: ReadText, statement: Statement) -> Span | None:
    """The words that grant or refuse a demand, from their clause on: they decide, not the demand."""
    told = statement.standing.answer
    if told is None:
        return None
    sentence = next(passage for passage in text.passages if passage.span.covers(told))
    return Span(min(sentence.clause(told).start, told.start), sentence.span.end)


def attributes(commitment: Commitment, statement: Statement, text: ReadText) -> str:
    """The attributes of a statement, with the words that set them."""
    found = reach(text, statement.passage, _scope_place(statement), commitment.scope)
    return wording.statement(statement, found, exception(commitment, statement), text.document.text).en


def _scope_place(statement: Statement) -> Span:
    """The place whose scope counts: the cell that answers; of a defined term the sentence that uses it."""
    if statement.cell is not None:
        return statement.cell
    return statement.mention.span if statement.via is None else statement.passage.span
