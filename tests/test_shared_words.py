"""Quoted words count as the labelled ones when they hold half of them and are not a whole page."""

from __future__ import annotations

import pytest

from checker.shared_words import shares


@pytest.mark.parametrize(
    ("quotes", "labelled", "shared"),
    [
        (["The guard shall close the north gate at noon."], "close the north gate", True),
        (["The guard shall CLOSE the gate."], "close the north gate", True),
        (["The gate closes."], "close the north gate", True),
        (["The gates closed."], "close the north gate", False),
        (["A gate."], "close the north gate", False),
        (["Nothing.", "close the north gate"], "close the north gate", True),
        ([], "close the north gate", False),
        (["close the north gate"], "", False),
        (["duty of 15% in all"], "15%", True),
        (["検査を受けることなく入港できる"], "検査を受け", True),
        (["入港できる"], "検査を受け", False),
    ],
)
def test_half_of_the_labelled_words_are_quoted(quotes: list[str], labelled: str, shared: bool) -> None:
    assert shares(quotes, labelled) is shared


def test_a_page_that_happens_to_hold_the_words_is_no_quotation() -> None:
    assert shares(["gate " + "word " * 23], "gate")
    assert not shares(["gate " + "word " * 24], "gate")
