from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.match.fold import flat
from checker.match.lexicon import Lexicon
from checker.match.terms import english, japanese
from checker.match.view import has_letters, has_words, letters, words
from checker.match.wording import wordings
from checker.model.commitment import Concept
from checker.model.text import Span

TEST = Concept(
    "test",
    {
        "en": ("crash test", "run|drive ... barrier", "=trials", "dynamo*", "duty", "15 %"),
        "ja": ("衝突試験", "実車...試験", "(排出|騒音)の測定", "率15%"),
    },
    {"en": ("untested",), "ja": ("無試験",)},
    {"en": ("crash test dummy",), "ja": ("試験的",)},
)
LEXICON = Lexicon(
    {
        "us": Concept("us", {"en": ("U.S.", "not ... run")}),
        "test": TEST,
        "asked": Concept("asked", {"en": ("must ... {test}",), "ja": ("{test}を受け",)}),
    }
)


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(m.concept, m.span.of(text), m.opposite) for m in LEXICON.find(text, 0)]


def test_words_match_in_any_form_and_across_hyphens_and_determiners() -> None:
    assert found("It was crash-tested.") == [("test", "crash-tested", False)]
    assert found("They drove the sedan into a barrier") == [("test", "drove the sedan into a barrier", False)]


def test_exact_forms_and_beginnings() -> None:
    assert found("a trial") == []
    assert found("two Trials") == [("test", "Trials", False)]
    assert found("the dynamometers") == [("test", "dynamometers", False)]


def test_opposites_are_marked_and_masked_wordings_are_not_meant() -> None:
    assert found("It went untested.") == [("test", "untested", True)]
    assert found("a crash test dummy") == []


def test_a_gap_is_bounded_and_stops_at_a_semicolon() -> None:
    assert found("run one two three four five six barrier") != []
    assert found("run one two three four five six seven barrier") == []
    assert found("run it; the barrier") == []


def test_a_term_may_refer_to_another_concept() -> None:
    assert ("asked", "must pass a crash test", False) in found("It must pass a crash test.")
    assert ("asked", "衝突試験を受け", False) in found("衝突試験を受けること。")


def test_japanese_wordings_match_over_line_ends_and_widths() -> None:
    assert found("実車による\n試　験、騒音の測定") == [
        ("test", "実車による\n試　験", False),
        ("test", "騒音の測定", False),
    ]


@given(st.text("試験車実測衝突騒音のab 、。\n", max_size=40))
def test_a_mention_quotes_its_own_words(text: str) -> None:
    for mention in LEXICON.find(text, 7):
        assert mention.span.start >= 7
        assert mention.span.of(" " * 7 + text).strip()


WORDS = st.sampled_from(
    [
        *(
            "ran",
            "run",
            "trials",
            "a dynamo",
            "dynamometer",
            "Drove",
            "the",
            "barrier",
            "crash-test",
            "crash testing",
            "untested,",
            "試 験",
            "衝突\n試験",
        ),
        *("trials", "duty,", "duties", "15%", "率１５％"),
    ]
)


TERMS = {
    "en": ("crash test", "run|drive ... barrier", "=trials", "dynamo*", "untested", "duty", "15 %", "the barrier?"),
    "ja": ("衝突試験", "実車...試験", "(排出|騒音)の測定", "率15%", "試験"),
}
ALONE = {f"{lang}: {term}": Concept(f"{lang}: {term}", {lang: (term,)}) for lang in TERMS for term in TERMS[lang]}
LOOKS = {"en": (has_words, words), "ja": (has_letters, letters)}


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_what_is_found_is_what_every_wording_finds_when_tried_one_by_one(text: str) -> None:
    tried = {
        wording.concept
        for lang, (may_have, view) in LOOKS.items()
        for wording in wordings(ALONE, lang)
        if may_have(flat(text)) and wording.compiled.search(view(text, 0).text)
    }
    assert {mention.concept for mention in Lexicon(ALONE).find(text, 0)} == tried


@given(st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=5))
def test_an_index_of_many_sentences_finds_in_each_what_is_found_in_it_alone(sentences: list[str]) -> None:
    starts = [0, *accumulate(len(sentence) + 1 for sentence in sentences)]
    units = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=False)]
    index = LEXICON.index(" ".join(sentences), units, 7)
    for number, (unit, sentence) in enumerate(zip(units, sentences, strict=True)):
        found = index.mentions(("test", "asked"), number)
        assert found == LEXICON.find(sentence, 7 + unit.start)
        assert index.names(("test", "asked"), number) is bool(found)
        assert all(number in index.could_name(mention.concept) for mention in found)


def test_terms_that_ask_for_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="asks for nothing"):
        english("...", lambda _: ())
    with pytest.raises(ValueError, match="asks for nothing"):
        japanese("...", lambda _: ())
    with pytest.raises(ValueError, match="no wording in this language"):
        english("{nothing}", lambda _: ())
