"""Agreements judged by the rules: one cell for each agreement and statement."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.bench.contractnli import Agreement, Dataset, Label
from checker.errors import CheckerError
from checker.judge import Compiled, Ranked, compile_rules, ranked
from checker.model.commitment import RulePack
from checker.model.document import Document, State
from checker.model.finding import Verdict
from checker.segment import given

_LABELS = {Verdict.COMPLIANT: Label.ENTAILMENT, Verdict.VIOLATION: Label.CONTRADICTION}
"""What a verdict comes to; every other one, needs_review too, counts as not mentioned."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What people and rules said of one statement in one agreement.

    `passages` are the scores of the agreement's passages as evidence, each with whether people chose it.
    """

    statement: str
    agreement: str
    gold: Label
    given: Label
    review: bool
    passages: tuple[tuple[float, bool], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The cells of a data set, agreement by agreement, and the seconds of computing time that they took.

    `commitments` are the ids of the rules, by statement.
    """

    commitments: Mapping[str, str]
    cells: tuple[Cell, ...]
    agreements: int
    seconds: float


def judged(dataset: Dataset, pack: RulePack) -> Judged:
    """Judge every agreement by the commitments that quote the statements. Raises CheckerError where one has no rule."""
    names = _commitments(dataset, pack)
    compiled = compile_rules(pack)
    _warm(compiled)
    start = time.process_time()
    cells = tuple(cell for agreement in dataset.agreements for cell in _cells(agreement, names, compiled))
    seconds = time.process_time() - start
    return Judged(names, cells, len(dataset.agreements), seconds)


def _warm(compiled: Compiled) -> None:
    """Compile the wordings of the rules, which is done once, so that the first agreements do not pay for it."""
    for concept in sorted({name for commitment in compiled.pack.commitments for name in commitment.concepts}):
        _ = [wording.compiled for _, wording in compiled.lexicon.wordings(concept)]


def _commitments(dataset: Dataset, pack: RulePack) -> dict[str, str]:
    """For each statement the commitment that quotes it."""
    by_quote = {" ".join(commitment.quote.split()): commitment.id for commitment in pack.commitments}
    missing = [name for name, words in dataset.statements.items() if words not in by_quote]
    if missing:
        raise CheckerError(
            f"no rule of {', '.join(pack.names)} quotes the statement {missing[0]} of the data set",
            hint="use --rules contractnli, or a pack with a rule for every statement",
        )
    return {name: by_quote[words] for name, words in dataset.statements.items()}


def _cells(agreement: Agreement, names: dict[str, str], compiled: Compiled) -> Iterator[Cell]:
    document = _document(agreement.name, agreement.text)
    found = ranked(document, given(agreement.text, agreement.passages), compiled)
    by_commitment = {each.finding.commitment: each for each in found}
    for statement, commitment in names.items():
        yield _cell(agreement, statement, by_commitment[commitment])


def _cell(agreement: Agreement, statement: str, found: Ranked) -> Cell:
    annotation = agreement.annotations[statement]
    passages = zip(agreement.numbers, found.scores, strict=True)
    return Cell(
        statement,
        agreement.name,
        annotation.label,
        _LABELS.get(found.finding.verdict, Label.NOT_MENTIONED),
        found.finding.verdict is Verdict.NEEDS_REVIEW,
        tuple((score, number in annotation.passages) for number, score in passages),
    )


def _document(name: str, text: str) -> Document:
    data = text.encode()
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "text/plain", text, State.CHECKED)
