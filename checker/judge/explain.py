"""Explanations for rule authors: every statement a rule saw in a document, and what each criterion made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.judge import by_statement
from checker.judge.compiled import Compiled
from checker.judge.scope import reach
from checker.judge.verdicts import judge
from checker.model.commitment import Commitment, StatementCriterion
from checker.model.document import Document
from checker.model.finding import Finding
from checker.model.provision import Provision
from checker.read.reading import ReadText, read


@dataclass(frozen=True, slots=True)
class Tried:
    """A criterion tried on a statement; `blocked` says what kept it from being met, and is empty where it was met."""

    criterion: str
    blocked: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement: its sentence and place, its attributes with the words that set them, the criteria tried on it."""

    where: str
    sentence: str
    attributes: str
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a commitment got its verdict on a document: its finding, whether the topic was met, and all that was seen."""

    finding: Finding
    topic: tuple[tuple[str, bool], ...]
    seen: tuple[Seen, ...]


def explain(name: str, document: Document, provisions: Sequence[Provision], compiled: Compiled) -> Explanation:
    """Explain one commitment on one document. Raises KeyError for an unknown commitment."""
    commitment = compiled.commitment(name)
    if commitment is None:
        raise KeyError(name)
    finding = next(f for f in judge(document, provisions, compiled) if f.commitment == name)
    text = read(document, provisions, compiled.lexicon)
    topic = tuple((", ".join(group), bool(set(group) & text.named)) for group in commitment.topic)
    return Explanation(finding, topic, tuple(_seen(commitment, text)))


def _seen(commitment: Commitment, text: ReadText) -> list[Seen]:
    seen = []
    criteria = [c for c in commitment.criteria if isinstance(c, StatementCriterion)]
    for statement in by_statement.spoken(commitment, text):
        tried = tuple(
            Tried(criterion.ruling.id, by_statement.unmet(criterion, commitment, text, statement))
            for criterion in criteria
            if statement.mention.concept in criterion.says
        )
        found = reach(text, statement.passage, statement.mention.span, commitment.scope)
        where = text.provisions[statement.passage.provision].label
        attributes = by_statement.attributes(statement, found.reach, text)
        seen.append(Seen(where, statement.passage.text, attributes, tried))
    return seen
