from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.text import Span
from checker.passage import REACH, around

ENGLISH = (
    "One is far away. Two is before. Three is just before. Four says the rate is 15 percent of value. Five follows. "
    "Six follows it. Seven is too far."
)
JAPANESE = "一は遠い。二は前にある。三は直前にある。四は税率を十五パーセントとする。五が続く。六も続く。七は遠い。"


def passage_of(text: str, words: str) -> tuple[str, str, str]:
    start = text.index(words)
    found = around(text, Span(start, start + len(words)))
    return found.before, found.words, found.after


def test_two_english_sentences_stand_either_side() -> None:
    assert passage_of(ENGLISH, "the rate is 15 percent") == (
        "Two is before. Three is just before. Four says ",
        "the rate is 15 percent",
        " of value. Five follows. Six follows it.",
    )


def test_two_japanese_sentences_stand_either_side() -> None:
    assert passage_of(JAPANESE, "十五パーセント") == (
        "二は前にある。三は直前にある。四は税率を",
        "十五パーセント",
        "とする。五が続く。六も続く。",
    )


def test_a_quote_that_ends_its_sentence_still_has_two_after_it() -> None:
    before, _, after = passage_of(ENGLISH, "Four says the rate is 15 percent of value.")
    assert (before, after) == ("Two is before. Three is just before. ", " Five follows. Six follows it.")


@pytest.mark.parametrize("words", ["U.S. firms", "Sec. 2 of the Act", "No. 12 of 2026"])
def test_an_abbreviation_ends_no_sentence(words: str) -> None:
    text = f"A first. B second. This binds {words} The End. Z."
    assert passage_of(text, "This binds")[0] == "A first. B second. "


def test_a_passage_cut_in_mid_sentence_says_so() -> None:
    text = "word " * 400
    found = around(text, Span(1000, 1004))
    assert found.before.startswith("… word")
    assert found.after.endswith("word …")
    assert len(found.before) <= REACH + 2
    assert len(found.after) <= REACH + 2


def test_layout_breaks_are_joined_and_items_keep_theirs() -> None:
    before, words, after = passage_of("The list\nis this:\n(a) cars\nand trucks; x\n(b) boats.", "and trucks")
    assert (before, words, after) == ("The list is this:\n(a) cars ", "and trucks", "; x\n(b) boats.")


def test_japanese_layout_breaks_leave_no_blank() -> None:
    assert passage_of("追加の\n試験を要し\nない。", "試験を要し\nない")[1] == "試験を要しない"


@given(st.text(alphabet="aB.。 \n試(1)", max_size=1200), st.data())
def test_a_passage_never_reaches_further_than_it_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, Span(start, end))
    squeezed = "".join(text.split())
    for side in (found.before, found.words, found.after):
        assert "".join(side.replace("…", "").split()) in squeezed
    assert max(len(found.before), len(found.after)) <= REACH + 2
