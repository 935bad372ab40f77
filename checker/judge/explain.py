"""Explanations for rule authors: every statement a rule saw in a document, and what each criterion made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.judge import by_statement
from checker.judge.candidate import Candidate
from checker.judge.compiled import Compiled
from checker.judge.nearness import Nearness
from checker.judge.verdicts import judge, resolution, weighed
from checker.judge.window import Window
from checker.model.commitment import Commitment, StatementCriterion
from checker.model.document import Document
from checker.model.finding import Finding, Verdict
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.reading import ReadText, read
from checker.read.statement import Statement

FAR = "it stands too far from where the document speaks of the commitment's topic"


@dataclass(frozen=True, slots=True)
class Tried:
    """A criterion tried on a statement; `obstacles` keep it from being met and are none where it is met."""

    criterion: str
    verdict: Verdict
    obstacles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement: its sentence and place, its attributes with the words that set them, the criteria tried on it."""

    where: str
    sentence: str
    attributes: str
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A criterion of any kind that was met at a place, and what it comes to under the policy."""

    criterion: str
    where: str
    words: str
    attributes: str
    verdict: Verdict
    code: str


@dataclass(frozen=True, slots=True)
class Near:
    """A criterion one condition away from giving its own verdict; `flips` where that would become the document's."""

    criterion: str
    where: str
    sentence: str
    obstacle: str
    verdict: Verdict
    flips: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a commitment got its verdict on a document.

    `topic` tells of each group of concepts whether the document names one; `met` stands in the order of resolution,
    so that the first one decides; `near` gives those that would flip the verdict first, and of these the nearest to
    the commitment's own words; `idle` are the criteria met nowhere.
    """

    finding: Finding
    topic: tuple[tuple[tuple[str, ...], bool], ...]
    met: tuple[Met, ...]
    near: tuple[Near, ...]
    seen: tuple[Seen, ...]
    idle: tuple[str, ...]


def explain(name: str, document: Document, provisions: Sequence[Provision], compiled: Compiled) -> Explanation:
    """Explain one commitment on one document. Raises KeyError for an unknown commitment."""
    commitment = _commitment(name, compiled)
    finding = next(f for f in judge(document, lambda _: provisions, compiled) if f.commitment == name)
    text = read(document, provisions, compiled.lexicon).following(commitment.defined_terms)
    topic = tuple((group, text.names(group)) for group in commitment.topic)
    tried = tuple(_tried(commitment, text))
    touched = all(named for _, named in topic)
    found = _weighed(commitment, text, compiled) if touched else []
    near = [_near(away, finding.verdict, touched, text) for away in _nearest(commitment, text, tried, found)]
    fired = {candidate.ruling.id for candidate in found}
    return Explanation(
        finding=finding,
        topic=topic,
        met=tuple(_met(candidate, text) for candidate in found),
        near=tuple(sorted(near, key=lambda each: not each.flips)),
        seen=tuple(_seen(commitment, text, statement, attempts) for statement, attempts in tried),
        idle=tuple(c.ruling.id for c in commitment.criteria if c.ruling.id not in fired),
    )


def met(name: str, document: Document, provisions: Sequence[Provision], compiled: Compiled) -> frozenset[str]:
    """The criteria of a commitment that a document meets somewhere. Raises KeyError for an unknown commitment."""
    commitment = _commitment(name, compiled)
    text = read(document, provisions, compiled.lexicon).following(commitment.defined_terms)
    touched = all(map(text.names, commitment.topic))
    return frozenset(c.ruling.id for c in _weighed(commitment, text, compiled)) if touched else frozenset()


_Attempts = tuple[tuple[StatementCriterion, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Away:
    """A candidate as it would be without one obstacle, and the candidates it would stand beside."""

    candidate: Candidate
    obstacle: str
    others: tuple[Candidate, ...]


def _commitment(name: str, compiled: Compiled) -> Commitment:
    commitment = compiled.commitment(name)
    if commitment is None:
        raise KeyError(name)
    return commitment


def _weighed(commitment: Commitment, text: ReadText, compiled: Compiled) -> list[Candidate]:
    said = by_statement.spoken(commitment, text)
    return weighed(commitment, text, compiled, said, Window(text, commitment.topic))


def _tried(commitment: Commitment, text: ReadText) -> Iterator[tuple[Statement, _Attempts]]:
    """Every statement with the criteria that ask about its concept, and what keeps each from being met."""
    window = Window(text, commitment.topic)
    criteria = [c for c in commitment.criteria if isinstance(c, StatementCriterion)]
    for statement in by_statement.spoken(commitment, text):
        far = () if window.opens_at(statement.passage.provision) else (FAR,)
        asking = [criterion for criterion in criteria if statement.mention.concept in criterion.says]
        yield (
            statement,
            tuple((c, (*far, *by_statement.obstacles(c, commitment, text, statement))) for c in asking),
        )


def _away(
    commitment: Commitment,
    text: ReadText,
    tried: Sequence[tuple[Statement, _Attempts]],
    found: Sequence[Candidate],
) -> Iterator[_Away]:
    """Criteria met whose verdict the policy changed, then those that one condition keeps from being met."""
    for index, met in enumerate(found):
        if met.verdict is not met.ruling.verdict:
            plain = replace(met, verdict=met.ruling.verdict, code=met.ruling.code)
            yield _Away(plain, met.why.en, (*found[:index], *found[index + 1 :]))
    for statement, attempts in tried:
        for criterion, obstacles in attempts:
            if len(obstacles) == 1:
                candidate = by_statement.candidate(criterion, commitment, text, statement)
                yield _Away(candidate, obstacles[0], tuple(found))


def _nearest(
    commitment: Commitment, text: ReadText, tried: Sequence[tuple[Statement, _Attempts]], found: Sequence[Candidate]
) -> list[_Away]:
    """What is one condition away, first where a provision has most of the commitment's own words."""
    scores = Nearness([each.span.of(text.document.text) for each in text.provisions]).of(commitment)
    return sorted(_away(commitment, text, tried, found), key=lambda away: -scores[away.candidate.provision])


def _near(away: _Away, verdict: Verdict, touched: bool, text: ReadText) -> Near:
    candidate = away.candidate
    first = all(resolution(candidate) <= resolution(other) for other in away.others)
    flips = touched and first and candidate.verdict not in (verdict, Verdict.NOT_ADDRESSED)
    where, sentence = _place(candidate.provision, candidate.place, text)
    return Near(candidate.ruling.id, where, sentence, away.obstacle, candidate.verdict, flips)


def _met(candidate: Candidate, text: ReadText) -> Met:
    where, words = _place(candidate.provision, candidate.place, text)
    return Met(candidate.ruling.id, where, words, candidate.seen.en, candidate.verdict, candidate.code)


def _seen(commitment: Commitment, text: ReadText, statement: Statement, attempts: _Attempts) -> Seen:
    where, sentence = _place(statement.passage.provision, statement.passage.span, text)
    tried = tuple(Tried(c.ruling.id, c.ruling.verdict, obstacles) for c, obstacles in attempts)
    return Seen(where, sentence, by_statement.attributes(commitment, statement, text), tried)


def _place(provision: int, words: Span, text: ReadText) -> tuple[str, str]:
    return text.provisions[provision].label, words.of(text.document.text)
