"""Criteria over amounts: a test of arithmetic over the rates that a sentence or a table row gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.judge import wording
from checker.judge.arithmetic import MissingError, holds
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import DISCRETION, Outcome, outcome
from checker.judge.scope import is_tied, reach
from checker.match.lexicon import Lexicon, Mention
from checker.model.commitment import AmountsCriterion, Commitment
from checker.model.finding import Verdict
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.amounts import Amounts, amounts, customs_value
from checker.read.cues import Cue
from checker.read.modality import modal_word
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.roles import Role, RoleWords
from checker.read.standing import Standing, StandingRead, Voices, standing


def candidates(commitment: Commitment, text: ReadText, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the amount criteria of a commitment make of a document."""
    criteria = [c for c in commitment.criteria if isinstance(c, AmountsCriterion)]
    if not criteria:
        return
    voices = Voices.of(commitment)
    for index, sentence, example in _examples(text, commitment, lexicon):
        met = [c for c in criteria if _met(c, example) and not blocked(text, sentence, c.guard)]
        if not met:
            continue
        force = standing(text.setting(index), voices, Span(example.part.end - 1, example.part.end))
        if not force.turned:
            yield from (_candidate(c, commitment, text, sentence, example, force) for c in met)


def _examples(text: ReadText, commitment: Commitment, lexicon: Lexicon) -> Iterator[tuple[int, Passage, Amounts]]:
    """The examples that are tied to the scope. The ordinary rate of goods holds to the end of its provision."""
    words = commitment.roles
    ordinary: dict[int, Decimal] = {}
    for index, sentence in enumerate(text.passages):
        if not is_tied(text, sentence, commitment.scope):
            continue
        provision = text.provisions[sentence.provision]
        before = [p for p in text.of_provision(sentence.provision) if p.span <= sentence.span]
        value = customs_value(before, words)
        headed = _headed(provision, words, lexicon)
        caption = _caption(provision, text.document.text)
        for example in amounts(sentence, provision, headed, words, value, ordinary.get(sentence.provision), caption):
            if Role.BASE in example.values:
                ordinary[sentence.provision] = example.values[Role.BASE]
            yield index, sentence, example


def _caption(provision: Provision, text: str) -> str:
    """What stands above a table row and is no row itself: its table's caption or lead-in."""
    above = (span.of(text) for span in (*provision.headings, *provision.lead_ins)) if provision.cells else ()
    return " ".join(words for words in above if not all(cell.header in words for cell in provision.cells))


def _met(criterion: AmountsCriterion, found: Amounts) -> bool:
    try:
        return holds(criterion.test, found.values)
    except MissingError:
        return False


def _headed(provision: Provision, words: RoleWords, lexicon: Lexicon) -> dict[Span, Role]:
    """The role of each cell whose header names one."""
    found = {}
    for cell in provision.cells:
        named = {mention.concept for mention in lexicon.find(cell.header, 0)}
        role = next((Role(role) for role, concepts in words.items() if named & set(concepts)), None)
        if role is not None:
            found[cell.span] = role
    return found


def _candidate(
    criterion: AmountsCriterion,
    commitment: Commitment,
    text: ReadText,
    sentence: Passage,
    found: Amounts,
    force: StandingRead,
) -> Candidate:
    ruling = criterion.ruling
    within = reach(text, sentence, found.part, commitment.scope)
    said = _standing(force, sentence, commitment)
    result = outcome(ruling, within, said.standing)
    if result.verdict is Verdict.VIOLATION and _only_may(sentence, found.part):
        result = Outcome(Verdict.NEEDS_REVIEW, "discretion", DISCRETION)
    seen = wording.amounts(found.values, criterion.test, said, within, text.document.text)
    words = sentence.clause(found.part)
    why = result.why or ruling.why
    return Candidate(ruling, result.verdict, result.code, why, sentence.provision, sentence.span, (words,), seen)


def _only_may(sentence: Passage, part: Span) -> bool:
    """Whether what is said of rates is a power that someone may use."""
    word = modal_word(sentence, Mention("", part, False, ""))
    if word is None or _words(sentence, word.span) == "May":
        return False
    return word.concept == Cue.DISCRETION or word.term in _MAY


def _words(sentence: Passage, span: Span) -> str:
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]


_MAY = frozenset({"=may", "=can", "ことができる", "できる"})


def _standing(force: StandingRead, sentence: Passage, commitment: Commitment) -> StandingRead:
    """The force of a statement of rates; a word for the ordinary rate, "the former 3 percent", tells no history."""
    ordinary = [m.span for m in sentence.of(commitment.roles.get(Role.BASE, ()))]
    because = force.because
    if force.standing is Standing.HISTORY and because and any(word.covers(because) for word in ordinary):
        return StandingRead(Standing.ACT)
    return force
