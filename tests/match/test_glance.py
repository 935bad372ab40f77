"""A first glance at a text loses nothing that its sentences name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.match.lexicon import Lexicon
from tests.match.test_lexicon import LEXICON

SOME = """
a the crash-test dummy must not run drives three long lorries into barrier trials, dynamometer duty U.S.
衝突試験 実車を用いた試験 騒音 の測定 を受け 無試験 率 15% １５％ ; . — '
"""
WORDS = st.sampled_from(SOME.split())
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


def shown(lexicon: Lexicon, text: str) -> set[str]:
    glance = lexicon.glance(text)
    return {
        concept
        for concept in ("us", "test", "asked")
        for side, wording in lexicon.wordings(concept)
        if all(glance.literals & group for group in wording.needs) and glance.shows(side, wording)
    }


@given(TEXTS)
def test_every_concept_of_a_sentence_is_seen_at_first_glance(text: str) -> None:
    assert {mention.concept for mention in LEXICON.find(text, 0)} <= shown(LEXICON, text)


def test_words_of_two_wordings_far_apart_name_nothing() -> None:
    text = "They run it. " + "The tea was good. " * 40 + "The barrier is new."
    assert shown(LEXICON, text) == set()
    assert shown(LEXICON, "They run the car into the long red barrier.") == {"test"}
