"""List items stand alone and read with what introduces them."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import holding, lead_ins, told, words

EXEMPT = """The following shall not be designated, whatever the number of their users:
(a) a provider that has given notice of closing its service;
(b) a provider in liquidation.
(Rules in force from 1 July 2026.)
"""


def test_an_item_reads_with_the_sentence_above_the_list() -> None:
    assert lead_ins(EXEMPT, "in liquidation") == [
        "The following shall not be designated, whatever the number of their users:"
    ]


def test_a_paragraph_behind_a_list_does_not_read_with_its_lead_in() -> None:
    note = holding(EXEMPT, "Rules in force")
    assert (note.kind, note.lead_ins) == (Kind.PARAGRAPH, ())


def test_items_inside_items_read_with_every_level() -> None:
    text = """Article 5
1. Each Party shall accord national treatment. The following are exempt:
(a) fish;
(b) rice:
(i) brown rice; and
(ii) white rice.
2. Paragraph 1 does not apply to wine.
"""
    assert lead_ins(text, "white rice") == ["The following are exempt:", "(b) rice:"]
    assert holding(text, "white rice").label == "Article 5, paragraph 1(b)(ii)"
    assert holding(text, "wine").label == "Article 5, paragraph 2"
    assert lead_ins(text, "wine") == []


def test_a_list_inside_a_paragraph_is_cut_into_items() -> None:
    text = (
        "Sec. 2. Definitions. For the purposes of this order: (a) 'article' has the usual meaning; "
        "(b) 'duty' means the rate in column 1; (c) 'baseline' means 15 percent."
    )
    assert told(text) == [
        (Kind.HEADING, "Sec. 2, heading", "Sec. 2. Definitions."),
        (Kind.PARAGRAPH, "Sec. 2", "For the purposes of this order:"),
        (Kind.LIST_ITEM, "Sec. 2(a)", "(a) 'article' has the usual meaning;"),
        (Kind.LIST_ITEM, "Sec. 2(b)", "(b) 'duty' means the rate in column 1;"),
        (Kind.LIST_ITEM, "Sec. 2(c)", "(c) 'baseline' means 15 percent."),
    ]


def test_a_sentence_that_breaks_off_leads_into_the_items_that_carry_it_on() -> None:
    text = "The Minister shall not require (a) a crash test; or (b) an emission test. The Minister may inspect papers."
    assert lead_ins(text, "crash test") == ["The Minister shall not require"]
    assert lead_ins(text, "inspect papers") == []
    assert holding(text, "inspect papers").kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "text",
    [
        "Paragraphs (a) and (b) above apply, and so does section 2(a), (b) and (c).",
        "Under paragraph (a) the Minister may act, and under paragraph (b) the Institute may.",
        "See section 1(a) to (l) of this order.",
    ],
)
def test_references_to_paragraphs_are_no_lists(text: str) -> None:
    assert [kind for kind, _, _ in told(text)] == [Kind.PARAGRAPH]


def test_the_letter_i_goes_on_after_h_and_starts_roman_numbers_after_a_colon() -> None:
    on = "".join(f"({letter}) item {letter};\n" for letter in "abcdefghi")
    below = "(h) the following:\n(i) one;\n(ii) two.\n(i) last.\n"
    assert holding("Sec. 1. Lists.\n" + on, "item i").label == "Sec. 1(i)"
    text = "Sec. 1. Lists.\n" + "".join(f"({letter}) item {letter};\n" for letter in "abcdefg") + below
    assert holding(text, "(i) one").label == "Sec. 1(h)(i)"
    assert holding(text, "(ii) two").label == "Sec. 1(h)(ii)"


def test_bullets_nest_by_their_indentation() -> None:
    text = "Duty-free are:\n- cars;\n  - with petrol engines\n  - with diesel engines\n- lorries.\n"
    assert [label for _, label, _ in told(text)] == [
        "paragraph 1",
        "bullet 1",
        "bullet 1, bullet 1",
        "bullet 1, bullet 2",
        "bullet 2",
    ]


def test_a_bullet_that_ends_in_a_colon_introduces_the_bullets_below_it() -> None:
    text = "- Energy:\n- Up to $25 billion for turbines.\n- Minerals:\n- Up to $3 billion for ammonia.\n"
    assert lead_ins(text, "turbines") == ["- Energy:"]
    assert lead_ins(text, "ammonia") == ["- Minerals:"]
    assert lead_ins(text, "Minerals") == []


def test_lines_below_a_colon_are_a_list_even_without_marks() -> None:
    text = "The following products are free of duty:\n\nCars\nLorries\nBuses and coaches\n\nThey enter under 8703.\n"
    assert lead_ins(text, "Lorries") == ["The following products are free of duty:"]
    assert lead_ins(text, "They enter") == []


def test_a_list_that_goes_on_behind_a_paragraph_keeps_its_lead_in() -> None:
    text = "The following are exempt:\n(a) fish;\nFish includes shellfish.\n(b) rice.\n"
    assert lead_ins(text, "rice") == ["The following are exempt:"]


def test_a_new_list_does_not_read_with_the_lead_in_of_an_old_one() -> None:
    text = "Exempt are:\n- cars;\n- lorries.\n\nThe Agency tests the following:\n- buses;\n- coaches.\n"
    assert lead_ins(text, "coaches") == ["The Agency tests the following:"]


def test_steps_are_cited_as_they_are_called() -> None:
    text = "To register:\nStep 1 File the form.\nStep 2 Pay the fee.\n"
    assert holding(text, "Pay the fee").label == "Step 2"
    assert lead_ins(text, "Pay the fee") == ["To register:"]


def test_an_initial_is_no_list_mark() -> None:
    text = "The letter was signed.\n\nJ. Smith wrote to the Minister about the test.\n"
    assert holding(text, "wrote to").kind is Kind.PARAGRAPH


def test_dotted_numbers_are_cited_alone() -> None:
    text = (
        "Part V. Relation to other timetables\n\n5.1 Holidays count.\n5.2 Paragraph 5.1 does not apply to providers.\n"
    )
    assert holding(text, "does not apply").label == "paragraph 5.2"
    assert words(text, holding(text, "does not apply").headings) == ["Part V. Relation to other timetables"]


def test_a_quantity_at_the_start_of_a_paragraph_is_no_mark() -> None:
    assert told("15.00 percent is the margin for the one company examined.") == [
        (Kind.PARAGRAPH, "paragraph 1", "15.00 percent is the margin for the one company examined.")
    ]


def test_tariff_headings_label_their_rows() -> None:
    text = (
        "9903.94.41 1/ Passenger vehicles that are products of Japan      15%      15%      No change.\n"
        "              provided for in subdivision (k) of U.S. note 33..... 1/\n"
        "9903.94.42 1/ Parts of passenger vehicles      15%      15%      No change.\n"
    )
    row = holding(text, "subdivision (k)")
    assert (row.kind, row.label) == (Kind.TABLE_ROW, "9903.94.41")
    assert holding(text, "Parts of").label == "9903.94.42"
