"""Criteria over amounts: a test of arithmetic over the rates that a sentence or a table row gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.judge.arithmetic import MissingError, holds
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import outcome
from checker.judge.scope import reach
from checker.match.lexicon import Lexicon
from checker.model.commitment import AmountsCriterion, Commitment
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.amounts import Amounts, amounts, customs_value
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.standing import Voices, standing


def candidates(commitment: Commitment, text: ReadText, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the amount criteria of a commitment make of a document."""
    criteria = [c for c in commitment.criteria if isinstance(c, AmountsCriterion)]
    if not criteria:
        return
    for index, sentence in enumerate(text.passages):
        provision = text.provisions[sentence.provision]
        value = customs_value(
            [p for p in text.of_provision(sentence.provision) if p.span <= sentence.span], commitment.roles
        )
        headed = _headed(provision, commitment.roles, lexicon)
        found = amounts(sentence, provision, headed, commitment.roles, value)
        if found is None:
            continue
        for criterion in criteria:
            if _met(criterion, found) and not blocked(text, sentence, criterion.guard):
                yield _candidate(criterion, commitment, text, index, found)


def _met(criterion: AmountsCriterion, found: Amounts) -> bool:
    try:
        return holds(criterion.test, found.values)
    except MissingError:
        return False


def _headed(provision: Provision, roles: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> dict[Span, str]:
    """The role of each cell whose header names one."""
    found = {}
    for cell in provision.cells:
        named = {mention.concept for mention in lexicon.find(cell.header, 0)}
        role = next((role for role, concepts in roles.items() if named & set(concepts)), None)
        if role is not None:
            found[cell.span] = role
    return found


def _candidate(
    criterion: AmountsCriterion, commitment: Commitment, text: ReadText, index: int, found: Amounts
) -> Candidate:
    sentence: Passage = text.passages[index]
    voices = Voices(frozenset(commitment.obligor_parties), frozenset(commitment.third_parties))
    ruling = criterion.ruling
    within = reach(text, sentence, found.places[0], commitment.scope)
    force = standing(text.setting(index), voices).standing
    result = outcome(ruling.verdict, ruling.code, within, force)
    stated = ", ".join(f"{role} {value.normalize():f}%" for role, value in sorted(found.values.items()))
    seen = f"{stated}; test: {criterion.test}; standing: {force}; scope: {within.reach}"
    words = found.places[0].join(found.places[-1])
    return Candidate(
        ruling,
        result.verdict,
        result.code,
        result.why or ruling.why,
        sentence.provision,
        sentence.span,
        (sentence.clause(words),),
        seen,
    )
