"""Criteria over table columns: two groups of columns that give the same, or different, values."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge import wording
from checker.judge.candidate import Candidate
from checker.judge.guard import blocked
from checker.judge.policy import outcome
from checker.judge.scope import Reach, ReachRead
from checker.match.fold import fold
from checker.match.lexicon import Lexicon
from checker.model.commitment import ColumnsCriterion, Commitment
from checker.model.provision import Cell, Kind
from checker.read.reading import ReadText
from checker.read.standing import Voices, standing


def candidates(commitment: Commitment, text: ReadText, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the column criteria of a commitment make of a document's tables."""
    voices = Voices(frozenset(commitment.obligor_parties), frozenset(commitment.third_parties))
    for criterion in commitment.criteria:
        if not isinstance(criterion, ColumnsCriterion):
            continue
        for index, sentence in enumerate(text.passages):
            cells = text.provisions[sentence.provision].cells
            if not cells or text.provisions[sentence.provision].kind is not Kind.TABLE_ROW:
                continue
            left, right = (_values(text, cells, group, lexicon) for group in (criterion.left, criterion.right))
            if (
                not left
                or not right
                or (left == right) is not criterion.same
                or blocked(text, sentence, criterion.guard)
            ):
                continue
            ruling = criterion.ruling
            force = standing(text.setting(index), voices)
            result = outcome(ruling.verdict, ruling.code, ReachRead(Reach.GENERAL), force.standing)
            seen = wording.columns(left, right, force, text.document.text)
            why = result.why or ruling.why
            row = text.provisions[sentence.provision].span
            yield Candidate(ruling, result.verdict, result.code, why, sentence.provision, row, (row,), seen)


def _values(text: ReadText, cells: tuple[Cell, ...], concepts: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The values of a row in the columns whose header names one of `concepts`."""
    return frozenset(
        " ".join(fold(cell.span.of(text.document.text)).lower().split())
        for cell in cells
        if any(mention.concept in concepts for mention in lexicon.find(cell.header, 0))
    )
