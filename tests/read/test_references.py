"""What sentences point to: the provision before, or those they cite; and which take others back."""

from __future__ import annotations

import pytest

from checker.match.fold import flat
from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.read.references import References
from checker.read.switches import switches
from tests.read.test_sense import read

ENGLISH = ("Article 9", "Article 9(2)", "Article 9(3)", "Article 12", "point 12")
JAPANESE = ("第三条第一項", "第三条第二項", "第四条第一項")


def references(labels: tuple[str, ...]) -> References:
    spans = [Span(place, place + 1) for place in range(len(labels))]
    return References(
        [Provision(Kind.LIST_ITEM, span, label, (span,)) for span, label in zip(spans, labels, strict=True)]
    )


@pytest.mark.parametrize(
    ("index", "words", "pointed"),
    [
        (2, "such a car is tested.", (1,)),
        (2, "it is tested.", (1,)),
        (2, "paragraph (2) does not extend to cars.", (1,)),
        (2, "notwithstanding paragraph (1), a test is due.", (0,)),
        (4, "the test of article 9(2) is waived.", (1,)),
        (0, "as article 12 says.", (3,)),
        (2, "rule 7 stands.", ()),
        (2, "a car such as this one is tested.", ()),
        (0, "it is tested.", ()),
    ],
)
def test_an_english_sentence_points_to(index: int, words: str, pointed: tuple[int, ...]) -> None:
    assert references(ENGLISH).pointed_at(index, words) == pointed


@pytest.mark.parametrize(
    ("index", "words", "pointed"),
    [(1, "前項の試験は、行わない。", (0,)), (2, "第二項の試験を行う。", (1,)), (2, "試験を行う。", ())],
)
def test_a_japanese_sentence_points_to(index: int, words: str, pointed: tuple[int, ...]) -> None:
    assert references(JAPANESE).pointed_at(index, flat(words)) == pointed


@pytest.mark.parametrize(
    ("words", "takes_back"),
    [
        ("The preceding paragraph has no application to cars.", True),
        ("Paragraph 2 does not apply to cars.", True),
        ("Notwithstanding paragraph 2, a test is due.", True),
        ("Nothing in paragraph 2 obliges a maker.", True),
        ("Provided that the preceding sentence shall stand suspended.", True),
        ("Paragraph 2 applies to cars.", False),
        ("Cars are not tested.", False),
        ("前項の規定は、米国製の車には適用しない。", True),
        ("前項の規定にかかわらず、試験を行う。", True),
        ("前項の規定は、車に適用する。", False),
    ],
)
def test_some_sentences_take_others_back(words: str, takes_back: bool) -> None:
    labels = ("第一条第一項", "第一条第二項") if not words.isascii() else ("point 2", "point 3")
    sentence = read(words)
    object.__setattr__(sentence, "provision", 1)
    found = switches(references(labels), [sentence])
    assert [0 in switch.provisions for switch in found] == ([True] if takes_back else [])
