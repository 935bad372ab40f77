from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.layout import columns, pad, wrap

TEXTS = st.text(alphabet="ab 、。「」関税第条ー15\u3000é-", max_size=120)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("関税", 4), ("ｱｲ", 2), ("e\u0301", 1), ("", 0)])
def test_a_japanese_character_takes_two_columns(text: str, width: int) -> None:
    assert columns(text) == width


@given(TEXTS, st.integers(min_value=4, max_value=40))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_english_breaks_at_blanks() -> None:
    assert wrap("the quick brown fox", 10) == ("the quick", "brown fox")


def test_japanese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert wrap("追加の試験。以上", 10) == ("追加の試", "験。以上")


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("aaaaaaaaaa b", 4) == ("aaaa", "aaaa", "aa b")


def test_padding_counts_columns() -> None:
    assert pad("違反", 6) == "違反  "
