"""What holds for every text: nothing is lost, nothing is said twice."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.provision import Kind, Provision
from tests.segment.told import provisions

DRAWN = frozenset("#>|｜│┃+:├┤┼-=_*~―─━＝–—－")
"""The marks that structure is drawn with; all other characters belong to a provision."""

MARKS = (
    "(a) |(b) |(i) |(1) |1. |2. |4.9 |Sec. 2. |Article 3|ANNEX II|Rule 1. |Step 1 |# |## |> |- |* |・|①|第三条|"
    "第三条（見出し）|２　|一　|（一）|イ　|附則|Q. |A. |Q1. |問１　|答　|Mr Oka: |The Minister: |○岡部君　|[1] |[1]|*|"
    "†|¹|注１|（注）|※|9903.94.41 1/ Cars  15%"
)
WORDS = (
    "The following are exempt:|cars;|Words of a sentence. |a lower case line, and|HEADING IN CAPITALS|これは文である。|"
    "次の各号に掲げる者|ただし、この限りでない。|必要か。|Is it so? |[*note to the text]|12.5%|１２．５％|U.S.C. |。|"
    "?|:|：|(|)|（|）|「|」|『|\"|'|‘|’|[|]|😀|\ufffe"
)
LAYOUT = ["| a | b |", "|---|---|", "a\tb", "---", "* * *", "===", *"\u3000 \t\n\f\x85\u2028", "    ", "\n\n", "\r\n"]
PIECES = [*MARKS.split("|"), *WORDS.split("|"), *LAYOUT]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=30).map("".join)


def check(text: str, found: tuple[Provision, ...]) -> None:
    """Provisions are in order and disjoint, sentences cover their words, and outside stand blanks and drawn marks."""
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    place = 0
    for provision in found:
        assert set("".join(text[place : provision.span.start].split())) <= DRAWN
        place = provision.span.end
        inside = provision.span.start
        assert provision.sentences
        for sentence in provision.sentences:
            assert not text[inside : sentence.start].strip()
            assert sentence.of(text) == sentence.of(text).strip() != ""
            inside = sentence.end
        assert not text[inside : provision.span.end].strip()
    assert set("".join(text[place:].split())) <= DRAWN


def check_links(found: tuple[Provision, ...]) -> None:
    """What a provision reads with are provisions or sentences that stand elsewhere, and headings stand above."""
    known = {span for p in found for span in (p.span, *p.sentences, *(cell.span for cell in p.cells))}
    for provision in found:
        assert known.issuperset([*provision.headings, *provision.lead_ins])
        assert all(heading.end <= provision.span.start for heading in provision.headings)
        assert not any(provision.span.meets(lead_in) for lead_in in provision.lead_ins)
        assert all(provision.span.covers(cell.span) or not len(cell.span) for cell in provision.cells)


@given(TEXTS)
def test_every_word_is_in_one_provision_and_one_sentence(text: str) -> None:
    check(text, provisions(text))


@given(TEXTS)
def test_lead_ins_and_headings_are_words_of_other_provisions(text: str) -> None:
    check_links(provisions(text))


@given(TEXTS)
def test_the_same_text_gives_the_same_provisions(text: str) -> None:
    assert provisions(text) == provisions(text)


@given(TEXTS)
def test_an_answer_reads_with_a_question(text: str) -> None:
    found = provisions(text)
    questions = {sentence for p in found if p.kind is Kind.QUESTION for sentence in p.sentences}
    assert all(questions & set(p.lead_ins) for p in found if p.kind is Kind.ANSWER)


def test_the_tariff_chapter_is_read_whole(shared: Path) -> None:
    text = (shared / "corpus/hts/chapter99-2026-rev6.txt").read_bytes().decode("cp1252")
    found = provisions(text)
    check(text, found)
    rows = [p for p in found if p.kind is Kind.TABLE_ROW and p.label == "9903.94.41"]
    assert len(rows) == 1
    assert "products of Japan" in rows[0].span.of(text)
    assert "less than 15 percent" in " ".join(rows[0].span.of(text).split())


@pytest.mark.parametrize("size", [2000, 8000])
@pytest.mark.parametrize(
    "piece", ["(a) ", "1. ", "a. ", "'a ", "「あ。」", "①", "| ", "- ", "(", "第一条　", "[* ", "Mr ", "? ", "# a "]
)
def test_monotonous_texts_are_read_whole(piece: str, size: int) -> None:
    text = piece * size
    check(text, provisions(text))
