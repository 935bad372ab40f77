"""Criteria over tables: two groups of columns, or of rows, that give the same or different values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

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


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two groups of values, and the sentence (a table row) that shows the second."""

    left: frozenset[str]
    right: frozenset[str]
    index: int


def candidates(commitment: Commitment, text: ReadText, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the table criteria of a commitment make of a document."""
    voices = Voices.of(commitment)
    rows = _rows(text)
    for criterion in commitment.criteria:
        if isinstance(criterion, ColumnsCriterion) and rows:
            for compared in (*_by_column(criterion, text, rows, lexicon), *_by_row(criterion, text, rows, lexicon)):
                same = compared.left == compared.right
                if same is criterion.same and not blocked(text, text.passages[compared.index], criterion.guard):
                    yield _candidate(criterion, text, compared, voices)


def _rows(text: ReadText) -> tuple[int, ...]:
    """The sentences that are rows of a table with cells to compare."""
    provisions = [text.provisions[sentence.provision] for sentence in text.passages]
    return tuple(i for i, row in enumerate(provisions) if row.kind is Kind.TABLE_ROW and len(row.cells) > 1)


def _by_column(
    criterion: ColumnsCriterion, text: ReadText, rows: Sequence[int], lexicon: Lexicon
) -> Iterator[_Compared]:
    """Within each row, the cells under headers of the one group against those under headers of the other."""
    for index in rows:
        cells = _cells(text, index)
        headed = [(cell, _concepts(cell.header, lexicon)) for cell in cells]
        left, right = (
            frozenset(_value(text, cell) for cell, named in headed if named & set(group))
            for group in (criterion.left, criterion.right)
        )
        if left and right:
            yield _Compared(left, right, index)


def _by_row(criterion: ColumnsCriterion, text: ReadText, rows: Sequence[int], lexicon: Lexicon) -> Iterator[_Compared]:
    """Within each table, the rows whose first cell names the one group against those that name the other."""
    named = {index: _labelled(text, _cells(text, index)[0], lexicon) for index in rows}
    left = [index for index in rows if named[index] & set(criterion.left)]
    right = [index for index in rows if named[index] & set(criterion.right)]
    for one, other in product(left, right):
        if one != other and _headers(text, one) == _headers(text, other):
            yield _Compared(_after_label(text, one), _after_label(text, other), other)


def _labelled(text: ReadText, first: Cell, lexicon: Lexicon) -> frozenset[str]:
    """The concepts that the label of a row names, read under its header ("Seat of the provider": "Japan")."""
    label = f"{first.header} {first.span.of(text.document.text)}"
    mentions = lexicon.find(label, 0)
    return frozenset(mention.concept for mention in mentions if mention.span.end > len(first.header) + 1)


def _cells(text: ReadText, index: int) -> tuple[Cell, ...]:
    return text.provisions[text.passages[index].provision].cells


def _headers(text: ReadText, index: int) -> tuple[str, ...]:
    return tuple(cell.header for cell in _cells(text, index))


def _after_label(text: ReadText, index: int) -> frozenset[str]:
    """The values of a row after its first cell, each with its header."""
    return frozenset(f"{cell.header}: {_value(text, cell)}" for cell in _cells(text, index)[1:])


def _value(text: ReadText, cell: Cell) -> str:
    return " ".join(fold(cell.span.of(text.document.text)).lower().split())


def _concepts(words: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(mention.concept for mention in lexicon.find(words, 0))


def _candidate(criterion: ColumnsCriterion, text: ReadText, compared: _Compared, voices: Voices) -> Candidate:
    ruling = criterion.ruling
    force = standing(text.setting(compared.index), voices)
    result = outcome(ruling, ReachRead(Reach.GENERAL), force.standing)
    seen = wording.columns(compared.left, compared.right, force, text.document.text)
    provision = text.passages[compared.index].provision
    row = text.provisions[provision].span
    return Candidate(ruling, result.verdict, result.code, result.why or ruling.why, provision, row, (row,), seen)
