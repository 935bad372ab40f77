"""Evidence ranked: a finding, and for every provision how much it bears on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.judge.candidate import Candidate
from checker.judge.compiled import Compiled
from checker.judge.nearness import Nearness
from checker.judge.verdicts import concluded, weighing
from checker.model.commitment import Commitment
from checker.model.document import Document
from checker.model.finding import DECIDED, Finding, Verdict
from checker.model.provision import Provision
from checker.read.reading import ReadText, read


@dataclass(frozen=True, slots=True)
class Ranked:
    """A finding with a score for each provision: what decided stands above what bears on it, and that above the rest.

    Within each of these, provisions stand by how near they are to the commitment's own words.
    """

    finding: Finding
    scores: tuple[float, ...]


_DECIDES, _LEADS_IN, _COUNTERS, _BEARS = 4.0, 3.0, 2.0, 1.0


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
    steps = _steps(found.candidates if found else (), finding.verdict, text)
    return Ranked(finding, tuple(score + steps.get(number, 0.0) for number, score in enumerate(scores)))


def _steps(candidates: Sequence[Candidate], verdict: Verdict, text: ReadText) -> dict[int, float]:
    """For each provision in which a criterion was met, or that leads in to such a one, what that counts for."""
    steps: dict[int, float] = {}
    places = {span: number for number, provision in enumerate(text.provisions) for span in provision.sentences}
    for candidate in candidates:
        step = _DECIDES if candidate.verdict is verdict else _COUNTERS if candidate.verdict in DECIDED else _BEARS
        _raise(steps, candidate.provision, step)
        for span in text.provisions[candidate.provision].lead_ins if step == _DECIDES else ():
            if span in places:
                _raise(steps, places[span], _LEADS_IN)
    return steps


def _raise(steps: dict[int, float], number: int, step: float) -> None:
    steps[number] = max(steps.get(number, 0.0), step)
