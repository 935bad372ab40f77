from hypothesis import given
from hypothesis import strategies as st

from checker.match.fold import flat, fold
from checker.match.view import forms, letters, stem, words, words_text
from checker.model.text import Span

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


@given(TEXTS)
def test_folding_never_moves_a_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_a_flat_text_is_lower_case_letter_by_letter(text: str) -> None:
    assert flat(text) == "".join(c.lower() if len(c.lower()) == 1 else c for c in fold(text))


@given(TEXTS, st.integers(0, 1000))
def test_every_piece_of_a_view_stands_where_it_says(text: str, offset: int) -> None:
    for view in (words(text, offset), letters(text, offset)):
        assert len(view.starts) == len(view.places) + 1
        assert list(view.places) == sorted(view.places)
        assert all(offset <= start < end <= offset + len(text) for start, end in view.places)
        for number, (start, end) in enumerate(view.places):
            assert view.place(view.starts[number], view.starts[number + 1]) == Span(start, end)


@given(st.text("ab,'-. 1\n\x1f試ﾞ", max_size=30))
def test_plain_texts_have_the_words_that_other_texts_have(text: str) -> None:
    assert [*forms(text), "é"] == forms(f"{text} é")


def test_words_carry_stem_and_form() -> None:
    assert words("Vehicles were re-tested", 0).text == " vehicl/vehicles were/were re/re test/tested "


def test_a_comma_after_a_number_is_no_part_of_it() -> None:
    assert words("1,500 of 14257, as amended", 0).text == " 1,500/1,500 of/of 14257/14257 ,/, as/as amend/amended "


def test_irregular_forms_come_home_and_negated_auxiliaries_are_negations() -> None:
    assert stem("driven") == stem("drives") == "drive"
    assert stem("isn't") == stem("cannot") == "not"


def test_letters_drop_blanks_and_line_ends_inside_japanese_words() -> None:
    view = letters("衝突試\n　験を　行う", 5)
    assert view.text == "衝突試験を行う"
    assert view.place(0, 4).of("....." + "衝突試\n　験を　行う") == "衝突試\n　験"


def test_letters_fold_width_and_compatibility_forms() -> None:
    assert letters("ＭＦＮ税率１５％", 0).text == "mfn税率15%"
    assert letters("ｶﾞｲﾄﾞﾗｲﾝ", 0).text == "ガイドライン"
    assert letters("㋿7年", 0).text == "令和7年"


def test_a_circled_digit_never_joins_a_number() -> None:
    assert letters("①15%", 0).text == "|15%"


def test_a_raised_digit_never_joins_a_word_or_a_number() -> None:
    assert words("15¹ percent² of ³20 ①cars", 0).text == " 15/15 ¹/¹ percent/percent ²/² of/of ³/³ 20/20 ①/① car/cars "


@given(TEXTS)
def test_the_text_without_places_is_that_of_the_view(text: str) -> None:
    folded = flat(text)
    assert words_text(folded) == words(folded, 0).text
