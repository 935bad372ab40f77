"""Sentences: legal abbreviations, numbers, brackets and quotations do not end them."""

from __future__ import annotations

import pytest

from tests.segment.told import sentences

WHOLE = [
    "The rate is 12.5 percent ad valorem under 19 U.S.C. 2483 and 50 U.S.C. 1701 et seq. (IEEPA), as amended.",
    "See Vol. 90, No. 168, and Act No. 58 of 2024, art. 7, as applied by the U.S. Customs and Border Protection.",
    "Suzuki Motor Co., Ltd. and Dr. K. Tanaka of Acme Corp. in Ohio agreed at 5 p.m. eastern time.",
    "It does not apply (see Annex I. Note 2 says so.) to lorries.",
    "The letter said \"We test. We publish.\" and no more.",
    "He wrote 'We test. We publish.' and left.",
    "The owners' cars and the dealers' lorries are exempt.",
    "本件（第三条第二項。以下「本件」という。）は適用しない。",
    "排出量は１２．５％を超えてはならない。",
    "大臣は「検査は行わない。必要もない。」と述べた。",
    "同社（Apple Inc. 及び Google LLC をいう。）を指定する。",
]  # fmt: skip

ENGLISH = [
    ["Is that all?", "No.", "The provider must hand over its source code."],
    ["Cars are exempt.", "(Buses are not.)", "Fees are due."],
    ["The treatment is alike.", "Separately, version 4 was delayed."],
    ["It applies to the European Union.", "15 percent is the rate in 2026.", "It ends in 2027."],
    ["He said so.", "'Send every truck,' it said, 'and do it first.'", "The chair thanked him."],
    ["‘‘Article’’ has its usual meaning.", "The President’s order stands."],
]  # fmt: skip

JAPANESE = [
    ["検査は行わない。", "ただし、事故のときは、この限りでない。"],
    ["対象か？", "対象ではない！", "以上。"],
    ["「行わない。」", "大臣はこう述べた。"],
    ["同意は不要である｡", "手数料も不要である｡"],
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_sentence_stays_whole(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize("parts", ENGLISH)
def test_english_sentences_are_told_apart(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize("parts", JAPANESE)
def test_japanese_sentences_are_told_apart(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts


def test_sentences_of_both_languages_in_one_paragraph() -> None:
    text = "公正取引委員会は指定した。The Commission agreed. It will publish its reasons."
    assert sentences(text) == ["公正取引委員会は指定した。", "The Commission agreed.", "It will publish its reasons."]


@pytest.mark.parametrize("mark", ["Q2.", "Rule 3.", "Article 3.", "Sec. 5.", "4.", "(a)"])
def test_a_mark_is_no_sentence(mark: str) -> None:
    text = f"{mark} The provider shall open its interfaces to every seller. Reports are due.\n"
    assert sentences(text) == [f"{mark} The provider shall open its interfaces to every seller.", "Reports are due."]


def test_an_open_bracket_does_not_swallow_the_rest() -> None:
    text = "The rate (as set by the order is 15 percent. The Secretary may change it. He has not done so."
    assert len(sentences(text)) == 3


def test_a_long_quotation_has_sentences_of_its_own() -> None:
    text = "附則を次のように改める。「" + "指定は毎年行う。" * 80 + "」"
    assert len(sentences(text)) > 50
