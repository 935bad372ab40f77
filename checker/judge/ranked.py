"""Evidence ranked: a finding, and for every provision how much it bears on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.judge.candidate import Candidate
from checker.judge.compiled import Compiled
from checker.judge.nearness import Nearness
from checker.judge.verdicts import concluded, weighing
from checker.model.commitment import Commitment, StatementCriterion
from checker.model.document import Document
from checker.model.finding import DECIDED, Finding, Verdict
from checker.model.provision import Provision
from checker.read.reading import ReadText, read


@dataclass(frozen=True, slots=True)
class Ranked:
    """A finding with a score for each provision.

    A provision scores for the criteria met in it, for the list it leads in to, for the concepts of the rule that it
    names, and by its nearness to the commitment's own words: where no criterion decides, the last two still rank.
    """

    finding: Finding
    scores: tuple[float, ...]


_DECIDES, _LEADS_IN, _COUNTERS, _BEARS = 4.0, 3.0, 2.0, 1.0
"""What counts once: a criterion met for the verdict, a lead-in to it, one met for the other verdict, any other."""
_FURTHER, _SPOKEN_OF, _ASKED_FOR = 0.3, 0.8, 0.4
"""What adds up: every further criterion met, each concept that criteria speak of, each other concept they ask for."""


def ranked(document: Document, provisions: Sequence[Provision], compiled: Compiled) -> tuple[Ranked, ...]:
    """The finding of every commitment on a document, and its provisions ranked as evidence for it."""
    text = read(document, provisions, compiled.lexicon)
    near = Nearness([provision.span.of(document.text) for provision in provisions])
    return tuple(_ranked(commitment, text, compiled, near) for commitment in compiled.pack.commitments)


def _ranked(commitment: Commitment, text: ReadText, compiled: Compiled, near: Nearness) -> Ranked:
    text = text.following(commitment.defined_terms)
    found = weighing(commitment, text, compiled)
    finding = concluded(commitment, text, found)
    scores = list(near.of(commitment))
    for number, worth in (*_steps(found.candidates if found else (), finding.verdict, text), *_named(commitment, text)):
        scores[number] += worth
    return Ranked(finding, tuple(scores))


def _steps(candidates: Sequence[Candidate], verdict: Verdict, text: ReadText) -> Iterator[tuple[int, float]]:
    """The provisions in which a criterion was met, or that lead in to such a one, with what that counts for."""
    best: dict[int, float] = {}
    for number, step in _met(candidates, verdict, text):
        best[number] = max(best.get(number, 0.0), step)
    yield from best.items()
    further = Counter(candidate.provision for candidate in candidates)
    yield from ((number, _FURTHER * (count - 1)) for number, count in further.items())


def _met(candidates: Sequence[Candidate], verdict: Verdict, text: ReadText) -> Iterator[tuple[int, float]]:
    for candidate in candidates:
        decides = candidate.verdict is verdict and verdict in DECIDED
        yield candidate.provision, _DECIDES if decides else _COUNTERS if candidate.verdict in DECIDED else _BEARS
        leading = text.provisions[candidate.provision].lead_ins if decides else ()
        yield from ((text.provision_of[span], _LEADS_IN) for span in leading if span in text.provision_of)


def _named(commitment: Commitment, text: ReadText) -> Iterator[tuple[int, float]]:
    """The provisions that name a concept of the rule, once for each, with what that counts for."""
    criteria = [criterion for criterion in commitment.criteria if isinstance(criterion, StatementCriterion)]
    spoken = {concept for criterion in criteria for concept in criterion.says}
    groups = [group for criterion in criteria for group in (*criterion.guard.with_, *criterion.guard.context)]
    asked = {concept for group in groups for concept in group} - spoken
    for concepts, worth in ((spoken, _SPOKEN_OF), (asked, _ASKED_FOR)):
        yield from ((number, worth) for concept in sorted(concepts) for number in sorted(text.known.naming(concept)))
