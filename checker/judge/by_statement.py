"""Criteria over statements: a concept said to hold or not, with a modality, under a guard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import DISCRETION, Outcome, outcome
from checker.judge.scope import Reach, reach
from checker.model.commitment import Commitment, Exceptions, Modality, Sense, StatementCriterion
from checker.model.finding import Verdict
from checker.model.text import Span
from checker.read.reading import ReadText
from checker.read.standing import Voices
from checker.read.statement import Statement, statements


def spoken(commitment: Commitment, text: ReadText) -> tuple[Statement, ...]:
    """Every statement that some criterion of a commitment could ask about."""
    asked = frozenset(concept for c in commitment.criteria if isinstance(c, StatementCriterion) for concept in c.says)
    voices = Voices(frozenset(commitment.obligor_parties), frozenset(commitment.third_parties))
    return tuple(statements(text, asked, voices))


def candidates(commitment: Commitment, text: ReadText, said: Sequence[Statement]) -> Iterator[Candidate]:
    """What the statement criteria of a commitment make of a document."""
    for criterion in commitment.criteria:
        if isinstance(criterion, StatementCriterion):
            for statement in said:
                if not unmet(criterion, commitment, text, statement):
                    yield _candidate(criterion, commitment, text, statement)


def unmet(criterion: StatementCriterion, commitment: Commitment, text: ReadText, statement: Statement) -> str:
    """What keeps a statement from meeting a criterion, in words for `explain`; empty where it is met."""
    if statement.mention.concept not in criterion.says:
        return f"it speaks of {statement.mention.concept}"
    if criterion.sense is not Sense.ANY and statement.holds is not (criterion.sense is Sense.HOLDS):
        return f"it says that {statement.mention.concept} {'holds' if statement.holds else 'does not hold'}"
    if criterion.modality and statement.modality not in criterion.modality:
        return f"its modality is {statement.modality}"
    if criterion.exception and exception(commitment, statement) is not criterion.exception:
        return f"its exception is {exception(commitment, statement)}"
    return blocked(text, statement.passage, criterion.guard)


def exception(commitment: Commitment, statement: Statement) -> Exceptions:
    """Whether something is taken back from what a statement says, inside the commitment's scope or outside it."""
    regions = [
        (statement.passage, region) for region in statement.excepted if not region.covers(statement.mention.span)
    ]
    if statement.proviso is not None:
        regions.append((statement.proviso, statement.proviso.span))
    if not regions:
        return Exceptions.NONE
    outside = {*commitment.scope.outside, *commitment.scope.excluded}
    named = [{m.concept for m in sentence.mentions if region.meets(m.span)} for sentence, region in regions]
    return Exceptions.OUTSIDE if all(names & outside for names in named) else Exceptions.INSIDE


def _candidate(
    criterion: StatementCriterion, commitment: Commitment, text: ReadText, statement: Statement
) -> Candidate:
    place = statement.via if statement.via is not None else statement.mention.span
    found = reach(
        text,
        statement.passage,
        statement.mention.span if statement.via is None else statement.passage.span,
        commitment.scope,
    )
    ruling = criterion.ruling
    result = outcome(ruling.verdict, ruling.code, found, statement.standing.standing)
    used_discretion = statement.modality is Modality.DISCRETION and Modality.DISCRETION not in criterion.modality
    if result.verdict is Verdict.VIOLATION and used_discretion:
        result = Outcome(Verdict.NEEDS_REVIEW, "discretion", DISCRETION)
    words = [place if statement.via is not None else statement.passage.clause(statement.mention.span)]
    if criterion.exception is Exceptions.INSIDE:
        words += statement.excepted or ([statement.proviso.span] if statement.proviso else [])
    return Candidate(
        ruling,
        result.verdict,
        result.code,
        result.why or ruling.why,
        statement.passage.provision,
        statement.via or statement.passage.span,
        tuple(words),
        attributes(statement, found.reach, text),
    )


def attributes(statement: Statement, found: Reach, text: ReadText) -> str:
    """The attributes of a statement, with the words that set them."""
    words = statement.mention.span.of(text.document.text)
    turned = ", ".join(f'"{span.of(text.document.text)}"' for span in statement.sense.because)
    sense = ("holds" if statement.holds else "denied") + (f" (turned by {turned})" if turned else "")
    because = statement.standing.because
    force = statement.standing.standing + (f' ("{_words(because, text)}")' if because else "")
    via = " through a definition" if statement.via else ""
    return (
        f'{statement.mention.concept} "{words}"{via}; sense: {sense}; modality: {statement.modality}; '
        f"standing: {force}; scope: {found}"
    )


def _words(span: Span, text: ReadText) -> str:
    return span.of(text.document.text)
