"""What amounts are to each other: sentences and rows told as "role value", one line for each example."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.match.lexicon import Lexicon
from checker.model.commitment import Concept
from checker.model.provision import Cell, Kind, Provision
from checker.model.text import Span
from checker.read.amounts import Amounts, amounts, customs_value
from checker.read.cues import concepts
from checker.read.passage import Passage, passage
from checker.read.roles import Role

WORDS = {
    "base": (("ordinary rate", "column 1"), ("一般税率",)),
    "additional": (("additional|added|further|surcharge|plus|separately", "on top"), ("追加", "(%|パーセント)を加え")),
    "total": (("in all", "total|together", "=sum of ...8 be"), ("合計", "合わせ")),
    "value": (("valued at",), ("課税価格",)),
    "other": (("margin", "=from 2*"), ("利益率",)),
}
LEXICON = Lexicon(
    {role: Concept(role, {"en": english, "ja": japanese}) for role, (english, japanese) in WORDS.items()}
    | {concept.id: concept for concept in concepts()}
)
ROLES = {role: (role,) for role in WORDS}


def read(text: str) -> Passage:
    return passage(LEXICON, 0, Span(0, len(text)), text)


def told(found: tuple[Amounts, ...]) -> list[str]:
    return [", ".join(f"{role} {value:f}" for role, value in sorted(each.values.items())) for each in found]


def of(text: str, ordinary: str = "") -> list[str]:
    sentence = read(text)
    provision = Provision(Kind.PARAGRAPH, sentence.span, "paragraph 1", (sentence.span,))
    value = customs_value((sentence,), ROLES)
    return told(amounts(sentence, provision, {}, ROLES, value, Decimal(ordinary) if ordinary else None))


def told_values(text: str) -> list[dict[str, Decimal]]:
    sentence = read(text)
    provision = Provision(Kind.PARAGRAPH, sentence.span, "paragraph 1", (sentence.span,))
    found = amounts(sentence, provision, {}, ROLES, customs_value((sentence,), ROLES))
    return [{role: round(value, 4) for role, value in each.values.items()} for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two that add up to a third, whatever their order and words
        ("An ordinary rate of 6.4 percent and an added 8.6 percent make 15 percent.", "6.4 8.6 15"),
        ("15 percent is paid, that is 2.5 percent and 12.5 percent.", "2.5 12.5 15"),
        ("The car pays 27.5 percent: 2.5 percent of ordinary rate and 25 percent more.", "2.5 25 27.5"),
        ("一般税率6.4％に8.6％を加え、15％となる。", "6.4 8.6 15"),
        # what is added to an ordinary rate beside it
        ("The importer pays 4 percent under column 1 plus 15 percent.", "4 15 19"),
        ("Column 1 is 4.7 percent; a further 15 percent is collected.", "4.7 15 19.7"),
        ("一般税率が9％の品目に15％を加えた。", "9 15 24"),
        # a specific duty through the value of the goods
        (
            "Goods valued at $6.00 a litre bear 3 cents a litre of ordinary rate and a further 14.5 percent.",
            "0.5 14.5 15",
        ),
        # an ordinary rate bounded from below is at least that
        ("Where the ordinary rate is 15 percent or more, a further 15 percent is charged.", "15 15 30"),
        # percentage points are added
        ("The ordinary rate of 3 percent is topped with a further 15 percentage points.", "3 15 18"),
    ],
)
def test_amounts_that_add_up_are_bound_by_arithmetic(text: str, expected: str) -> None:
    values = {
        role: Decimal(number) for role, number in zip(("base", "additional", "total"), expected.split(), strict=True)
    }
    last = told_values(text)[-1]
    assert {role: last[role] for role in values} == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sum of both shall be 15 percent.", ["rate 15, total 15"]),
        ("They pay 15 percent in all.", ["rate 15, total 15"]),
        ("They pay 15 percent.", ["rate 15"]),
        ("A surcharge of 10 percent applies.", ["additional 10"]),
        ("An ordinary rate of 4.7 percent was assessed at 19.7 percent.", ["base 4.7, rate 19.7"]),
        ("合計15％を納める。", ["rate 15, total 15"]),
    ],
)
def test_words_name_what_arithmetic_does_not(text: str, expected: list[str]) -> None:
    assert of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The margin is 15 percent.",
        "The rate fell from 27.5 percent.",
        "No more than 15 percent is due.",
        "Lines under 15 percent are listed in the annex.",
        "The 15 percent is not charged.",
        "The rate fell by 12.5 percentage points.",
        "利益率は15％である。",
    ],
)
def test_what_states_no_rate_is_left_out(text: str) -> None:
    assert of(text) == []


def test_an_amount_put_aside_leaves_the_one_that_stands() -> None:
    assert of("They pay 15 percent instead of 25 percent.") == ["rate 15"]
    assert of("The rate went from 27.5 percent to 15 percent.") == ["rate 15"]


def test_the_word_beside_the_ordinary_rate_does_not_name_what_is_laid_on_it() -> None:
    assert of("They pay 15 percent without credit for column 1.") == ["rate 15"]
    assert of("一般税率に15％が乗る。") == ["rate 15"]
    assert of("An additional 11 points are charged, for 15 percent.") == ["additional 11, rate 15, total 15"]
    assert of("It is charged in addition to the 3 percent of column 1.") == ["base 3"]


def test_a_sentence_may_hold_several_examples() -> None:
    text = (
        "Carpets: ordinary rate 6 percent, added 9 percent, total 15 percent; "
        "sweaters: ordinary rate 16 percent, added 0 percent, total 16 percent."
    )
    assert of(text) == ["additional 9, base 6, rate 15, total 15", "additional 0, base 16, rate 16, total 16"]
    assert of("Japan 15 percent; Canada 25 percent.") == ["rate 15", "rate 25"]


def test_a_range_of_money_is_no_duty_on_a_value() -> None:
    assert of("Goods valued at $6.00 a litre bear $1 to $2 a litre.") == []


def test_each_example_tells_the_part_of_the_sentence_that_states_it() -> None:
    text = "Japan pays 15 percent; Canada pays 25 percent."
    sentence = read(text)
    provision = Provision(Kind.PARAGRAPH, sentence.span, "paragraph 1", (sentence.span,))
    assert [each.part.of(text) for each in amounts(sentence, provision, {}, ROLES)] == [
        "Japan pays 15 percent",
        " Canada pays 25 percent",
    ]


def test_the_ordinary_rate_of_an_earlier_sentence_measures_what_is_paid_and_what_is_added() -> None:
    assert of("They pay 20.3 percent in all.", "5.3") == ["base 5.3, rate 20.3, total 20.3"]
    assert of("The surcharge is 15 percent.", "5.3") == ["additional 15, base 5.3, rate 20.3, total 20.3"]


def test_the_header_of_a_cell_tells_the_role_and_a_word_in_a_cell_may_be_zero() -> None:
    text = "Strings | Free | 15.0% | 15.0%"
    span = Span(0, len(text))
    cells = tuple(Cell(Span(start, end), "") for start, end in ((10, 14), (17, 22), (25, 30)))
    row = Provision(Kind.TABLE_ROW, span, "row 1", (span,), cells=cells)
    headed = dict(zip((cell.span for cell in cells), (Role.BASE, Role.ADDITIONAL, Role.TOTAL), strict=True))
    assert told(amounts(read(text), row, headed, ROLES)) == ["additional 15.0, base 0, rate 15.0, total 15.0"]


def test_the_value_of_goods_is_the_money_a_word_of_value_names() -> None:
    asked = read("It bears 6 cents a litre and was valued at $1.20 a litre.")
    value = customs_value((asked,), ROLES)
    assert value is not None
    assert value.value == Decimal("1.20")
    assert customs_value((read("It bears 6 cents a litre."),), ROLES) is None
    assert customs_value((read("従量税は五十セント、課税価格は十ドルである。"),), ROLES) is not None


RATES = st.decimals(min_value=0, max_value=60, places=1)


@given(RATES, RATES)
def test_a_total_is_the_sum_of_what_is_said_to_make_it(base: Decimal, added: Decimal) -> None:
    (found,) = told_values(f"An ordinary rate of {base} percent and a further {added} percent are due.")
    assert found["total"] == base + added


@given(st.text("15 percent.;,and or added ordinary rate in all 一般税率%追加合計", max_size=80))
def test_every_part_lies_in_its_sentence(text: str) -> None:
    sentence = read(text)
    provision = Provision(Kind.PARAGRAPH, sentence.span, "paragraph 1", (sentence.span,))
    for each in amounts(sentence, provision, {}, ROLES):
        assert sentence.span.covers(each.part)
        assert len(each.part)
