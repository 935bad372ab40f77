"""The measures of ContractNLI, on examples small enough to work out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.bench.contractnli import Label
from checker.bench.judged import Cell
from checker.bench.scores import average_precision, f1, intervals, precision_at_recall, scores

E, C, N = Label.ENTAILMENT, Label.CONTRADICTION, Label.NOT_MENTIONED
Passages = tuple[tuple[float, bool], ...]


def cell(statement: str, gold: Label, given: Label, agreement: str = "a", passages: Passages = ()) -> Cell:
    return Cell(statement, agreement, gold, given, review=False, passages=passages)


CELLS = (
    cell("one", E, E, "a"),
    cell("two", C, C, "a"),
    cell("one", E, N, "b"),
    cell("two", C, E, "b"),
    cell("one", N, E, "c"),
    cell("two", E, C, "c"),
    cell("one", N, N, "d"),
    cell("two", N, N, "d"),
)
"""Statement one: E found once of two, once wrongly. Two: C found once of two, once wrongly; E missed, wrong once."""


def test_labels_are_averaged_over_statements_and_pooled() -> None:
    found = scores(CELLS)
    assert found.accuracy == (2 / 4 + 2 / 4) / 2
    assert found.f1_c == 1 / 2
    assert found.f1_e == (1 / 2 + 0) / 2
    assert found.micro_f1_c == 2 * 1 / (2 + 2)
    assert found.micro_f1_e == 2 * 1 / (3 + 3)
    assert (found.map, found.p_at_r80, found.review) == (None, None, 0.0)


def test_a_statement_that_nobody_contradicts_is_left_out_and_one_never_found_counts_nought() -> None:
    assert f1([cell("one", E, E)], C) is None
    assert f1([cell("one", C, N)], C) == 0.0
    assert scores([cell("one", E, C), cell("two", C, N)]).f1_c == 0.0


def test_average_precision_by_hand() -> None:
    """Ranks 1 and 3 of four are evidence: half of the recall at precision 1, half at 2/3."""
    assert average_precision([(0.9, True), (0.8, False), (0.7, True), (0.1, False)]) == pytest.approx((1 + 2 / 3) / 2)


def test_passages_of_one_score_enter_together() -> None:
    tied = [(0.5, True), (0.5, False), (0.5, False), (0.5, False)]
    assert average_precision(tied) == 1 / 4
    assert precision_at_recall(tied, 0.8) == 1 / 4


def test_precision_where_four_fifths_are_found() -> None:
    pool = [(9.0, True), (8.0, True), (7.0, False), (6.0, True), (5.0, True), (4.0, False), (3.0, True)]
    assert precision_at_recall(pool, 0.8) == 4 / 5


def test_evidence_is_measured_where_people_found_the_statement_mentioned() -> None:
    mentioned = cell("one", E, N, "a", ((2.0, True), (1.0, False)))
    silent = cell("one", N, E, "b", ((9.0, False),))
    assert scores([mentioned, silent]).map == 1.0
    assert scores([silent]).map is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1).filter(lambda pool: any(c for _, c in pool)))
def test_evidence_measures_are_shares_whatever_the_order(pool: list[tuple[float, bool]]) -> None:
    found = average_precision(pool)
    assert 0 < found <= 1
    assert found == pytest.approx(average_precision(pool[::-1]))
    assert 0 < precision_at_recall(pool, 0.8) <= 1


def test_intervals_hold_the_measures_and_are_the_same_every_time() -> None:
    first = intervals(CELLS)
    assert first == intervals(CELLS)
    assert first["accuracy"][0] <= 0.5 <= first["accuracy"][1]
    assert intervals(()) == {}
