"""The figures, on examples small enough to work out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.finding import Verdict
from checker.validation.figures import Figures, confusion, figures, intervals
from checker.validation.outcomes import Row

C, V, N, S = Verdict.COMPLIANT, Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.NOT_ADDRESSED


def row(label: Verdict, given: Verdict, quoted: bool | None = None) -> Row:
    return Row("a.yaml", "en", "open-gate", label, given, quoted)


TEN = (
    row(V, V, True),
    row(V, V, False),
    row(V, N),
    row(V, C),
    row(C, C, True),
    row(C, V),
    row(N, N),
    row(N, S),
    row(S, S),
    row(S, V),
)
"""Four violations, two compliant, two for review, two silent."""


def test_ten_rows_worked_out_by_hand() -> None:
    assert figures(TEN) == Figures(
        cases=10,
        accuracy=5 / 10,
        violation_precision=2 / 4,
        compliant_precision=1 / 2,
        decided=3 / 6,
        attention=3 / 4,
        confidently_wrong=2 / 10,
        noise=1 / 2,
        evidence=2 / 3,
    )


def test_the_table_counts_labels_by_verdicts() -> None:
    assert confusion(TEN) == {
        (V, V): 2,
        (V, N): 1,
        (V, C): 1,
        (C, C): 1,
        (C, V): 1,
        (N, N): 1,
        (N, S): 1,
        (S, S): 1,
        (S, V): 1,
    }


def test_what_cannot_be_divided_is_none() -> None:
    assert figures(()) == Figures(0, None, None, None, None, None, None, None, None)
    assert figures([row(N, N)]) == Figures(1, 1.0, None, None, None, None, 0.0, None, None)


def test_words_count_only_where_the_verdict_is_right_and_decided() -> None:
    assert figures([row(V, C, True), row(N, N, True), row(V, V, False)]).evidence == 0.0


def test_a_text_that_was_not_checked_is_wrong_and_calls_no_attention() -> None:
    found = figures([row(V, Verdict.NOT_CHECKED), row(S, Verdict.NOT_CHECKED)])
    assert (found.accuracy, found.attention, found.noise, found.confidently_wrong) == (0.0, 0.0, 1.0, 0.0)


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    found, first = figures(TEN).shares(), intervals(TEN)
    assert first == intervals(TEN)
    for name, value in found.items():
        interval = first[name]
        assert interval is not None
        assert value is not None
        assert 0.0 <= interval[0] <= value <= interval[1] <= 1.0


def test_the_interval_of_a_sure_thing_has_no_width() -> None:
    assert intervals([row(V, V, True)] * 5)["accuracy"] == (1.0, 1.0)
    assert intervals([row(V, V, True)] * 5)["noise"] is None
    assert set(intervals(()).values()) == {None}


@pytest.mark.parametrize("size", [20, 80])
def test_more_cases_give_a_narrower_interval(size: int) -> None:
    few, many = intervals(TEN)["accuracy"], intervals([replace(each) for each in TEN] * (size // 10))["accuracy"]
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < few[1] - few[0]
