"""The measures of ContractNLI: labels and evidence, per statement and over statements.

Labels are counted over agreements and then averaged over statements (macro), or counted over all cells (micro).
Evidence is measured where people found the statement mentioned: how high the passages they chose are scored.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from checker.bench.contractnli import Label
from checker.bench.judged import Cell

RECALL = 0.8
DRAWS = 400
"""How many samples an interval rests on; each is drawn with its own number as seed."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares between 0 and 1; None where there is nothing to average.

    `accuracy`: cells with their label. `f1_c`, `f1_e`: F1 of Contradiction and Entailment. `map`: average precision of
    the passages' scores. `p_at_r80`: precision where four fifths of the evidence are found. All are means over the
    statements, but for the `micro` ones, which pool all cells. `review`: cells that a person must look at.
    """

    accuracy: float | None
    f1_c: float | None
    f1_e: float | None
    micro_f1_c: float | None
    micro_f1_e: float | None
    map: float | None
    p_at_r80: float | None
    review: float | None


def scores(cells: Sequence[Cell]) -> Scores:
    """The measures of some cells."""
    groups = by_statement(cells).values()
    pools = [pool for pool in map(_pool, groups) if any(chosen for _, chosen in pool)]
    return Scores(
        **_labels(cells, groups),
        map=_mean(average_precision(pool) for pool in pools),
        p_at_r80=_mean(precision_at_recall(pool, RECALL) for pool in pools),
        review=_mean(float(cell.review) for cell in cells),
    )


def intervals(cells: Sequence[Cell]) -> dict[str, Interval]:
    """The middle 95 percent of the label measures over samples of the agreements, drawn with replacement."""
    agreements = [list(group) for _, group in groupby(cells, lambda cell: cell.agreement)]
    draws = [_drawn(agreements, seed) for seed in range(DRAWS)] if agreements else []
    values = {name: sorted(v for draw in draws if (v := draw[name]) is not None) for name in _labels((), ())}
    return {name: (found[len(found) // 40], found[-1 - len(found) // 40]) for name, found in values.items() if found}


def _drawn(agreements: Sequence[Sequence[Cell]], seed: int) -> dict[str, float | None]:
    drawn = random.Random(seed).choices(agreements, k=len(agreements))
    cells = [cell for agreement in drawn for cell in agreement]
    return _labels(cells, by_statement(cells).values())


def by_statement(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """The cells of each statement."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.statement, []).append(cell)
    return found


def _labels(cells: Sequence[Cell], groups: Iterable[Sequence[Cell]]) -> dict[str, float | None]:
    groups = list(groups)
    return {
        "accuracy": _mean(accuracy(group) for group in groups),
        "f1_c": _mean_known(f1(group, Label.CONTRADICTION) for group in groups),
        "f1_e": _mean_known(f1(group, Label.ENTAILMENT) for group in groups),
        "micro_f1_c": f1(cells, Label.CONTRADICTION),
        "micro_f1_e": f1(cells, Label.ENTAILMENT),
    }


def accuracy(cells: Sequence[Cell]) -> float:
    """The share of cells with their label."""
    return sum(cell.gold is cell.given for cell in cells) / len(cells)


def f1(cells: Sequence[Cell], label: Label) -> float | None:
    """F1 of one label; 0 where none is found, None where people gave it to no cell."""
    gold = sum(cell.gold is label for cell in cells)
    found = sum(cell.given is label for cell in cells)
    right = sum(cell.gold is label and cell.given is label for cell in cells)
    return 2 * right / (gold + found) if gold else None


Pool = Sequence[tuple[float, bool]]
"""Passages of several agreements: the score of each, and whether people chose it."""


def _pool(cells: Iterable[Cell]) -> Pool:
    return [passage for cell in cells if cell.gold is not Label.NOT_MENTIONED for passage in cell.passages]


def average_precision(pool: Pool) -> float:
    """The precision at each score, weighted by the recall gained there; passages of one score enter together."""
    chosen = sum(is_evidence for _, is_evidence in pool)
    total, before = 0.0, 0
    for found, read in _steps(pool):
        total += (found - before) / chosen * found / read
        before = found
    return total


def precision_at_recall(pool: Pool, recall: float) -> float:
    """The precision at the highest threshold that finds at least this share of what people chose."""
    chosen = sum(is_evidence for _, is_evidence in pool)
    return next(found / read for found, read in _steps(pool) if found >= recall * chosen - 1e-9)


def _steps(pool: Pool) -> Iterable[tuple[int, int]]:
    """For each score from the highest down: how many chosen passages, and how many in all, have it or a higher one."""
    found = read = 0
    for _, group in groupby(sorted(pool, reverse=True), lambda passage: passage[0]):
        tied = list(group)
        found += sum(is_evidence for _, is_evidence in tied)
        read += len(tied)
        yield found, read


def _mean(values: Iterable[float]) -> float | None:
    values = list(values)
    return sum(values) / len(values) if values else None


def _mean_known(values: Iterable[float | None]) -> float | None:
    return _mean(value for value in values if value is not None)


def as_dict(found: Scores) -> Mapping[str, float | None]:
    """The measures by name."""
    return asdict(found)


def rounded(found: Scores) -> dict[str, float | None]:
    """The measures by name, to four places."""
    return {name: None if value is None else round(value, 4) for name, value in as_dict(found).items()}
