"""Headings: what stands under them says so, and sentences are never taken for one."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import headings, holding, told

ORDER = """Presidential Documents

Executive Order 14389 of February 20, 2026

Ending Certain Tariff Actions

By the authority vested in me, it is hereby ordered:

Section 1. Background. The duties are described in earlier orders.

They remain in force until ended.

Sec. 2. Implementation. (a) The duties shall end.

(b) The Secretary shall amend the schedule.

Sec. 3. The costs shall be borne by the Department.
"""


def test_sections_head_their_paragraphs_below_the_title() -> None:
    assert headings(ORDER, "shall amend") == [
        "Presidential Documents",
        "Executive Order 14389 of February 20, 2026",
        "Ending Certain Tariff Actions",
        "Sec. 2. Implementation.",
    ]


@pytest.mark.parametrize(
    ("sought", "label"),
    [
        ("By the authority", "paragraph 1"),
        ("Background", "Section 1, heading"),
        ("earlier orders", "Section 1"),
        ("remain in force", "Section 1, paragraph 2"),
        ("duties shall end", "Sec. 2(a)"),
        ("shall amend", "Sec. 2(b)"),
        ("costs shall", "Sec. 3"),
    ],
)
def test_labels_are_those_a_person_would_cite(sought: str, label: str) -> None:
    assert holding(ORDER, sought).label == label


def test_a_section_whose_text_follows_its_number_has_no_heading_of_its_own() -> None:
    text = "Rule 3. No provider shall ask a seller for an undue charge.\n"
    assert told(text) == [(Kind.PARAGRAPH, "Rule 3", "Rule 3. No provider shall ask a seller for an undue charge.")]


def test_section_signs_head_sections_with_or_without_a_blank() -> None:
    text = "§ 1 Scope\n\nIt covers cars.\n\n§2. Fees. A fee is due.\n"
    assert headings(text, "It covers") == ["§ 1 Scope"]
    assert holding(text, "is due").label == "§ 2"


def test_markdown_headings_nest_by_their_level() -> None:
    text = "# Notice\n\n## Scope\n\nIt covers cars.\n\n### Cars ###\n\nCars are exempt.\n\n## Fees\n\nThere are none.\n"
    assert headings(text, "Cars are") == ["Notice", "Scope", "Cars"]
    assert headings(text, "There are none") == ["Notice", "Fees"]


def test_underlined_lines_are_headings() -> None:
    text = "Notice\n======\n\nScope\n-----\n\nIt covers cars.\n"
    assert headings(text, "It covers") == ["Notice", "Scope"]


def test_parts_hold_sections_and_annexes_hold_their_own() -> None:
    text = (
        "PART I\n\nArticle 1\nScope\n1. This Part covers cars.\n\nPART II\n\nArticle 2\nFees\n1. No fee is due.\n\n"
        "ANNEX I\n\n1. The list is closed.\n"
    )
    assert headings(text, "No fee") == ["PART II", "Article 2", "Fees"]
    assert headings(text, "list is closed") == ["ANNEX I"]
    assert holding(text, "list is closed").label == "Annex I, paragraph 1"


def test_numbered_titles_head_the_paragraphs_below_them() -> None:
    text = "3. Fees\n\nThe fee is payable in stamps.\n\n4. Entry. A model is recognised on paper.\n"
    assert headings(text, "payable in") == ["3. Fees"]
    assert headings(text, "on paper") == ["4. Entry."]
    assert holding(text, "payable in").label == "section 3"


def test_short_numbered_items_are_not_headings_because_something_follows_the_last() -> None:
    text = "1. Cars\n2. Lorries\n\nThe list is closed.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.PARAGRAPH]


def test_words_in_capitals_before_a_colon_head_what_follows() -> None:
    text = "SUMMARY: The rates are set out here.\n\nDATES: This notice is dated November 18.\n"
    assert headings(text, "are set out") == ["SUMMARY:"]
    assert headings(text, "is dated") == ["DATES:"]


def test_a_document_of_one_line_is_read_as_a_statement() -> None:
    assert [kind for kind, _, _ in told("Japan to test American cars before sale")] == [Kind.PARAGRAPH]


def test_a_sentence_without_a_full_stop_is_no_heading() -> None:
    text = (
        "Providers shall open their interfaces\n\nThey may not ask for a fee.\n\nReports are due each quarter\n\nEnd.\n"
    )
    assert holding(text, "Reports are").kind is Kind.PARAGRAPH


def test_a_section_named_in_a_sentence_opens_nothing() -> None:
    text = (
        "Fees are abolished.\n\nArticle 7 of the Act applies to stores.\n\nSection 232 duties are left as they are.\n"
    )
    assert [label for _, label, _ in told(text)] == ["paragraph 1", "paragraph 2", "paragraph 3"]


def test_an_article_inside_a_paragraph_is_cited_by_its_number() -> None:
    text = "Ordinance of the Ministry of Transport. Article 3. Cars made in the United States are exempt."
    assert holding(text, "are exempt").label == "Article 3"


def test_running_heads_do_not_close_the_lists_they_interrupt() -> None:
    page = (
        "Tariff Schedule (2026)\n99 - III - {}\nNotes (con.)\n\n({}) goods number {} provided for in the heading;\n\f"
    )
    text = "1. The duty shall not apply to:\n\n" + "".join(page.format(n, n, n) for n in range(1, 7))
    assert holding(text, "99 - III - 3").label == "running head"
    assert holding(text, "goods number 5").label == "point 1(5)"
    assert [*map(len, holding(text, "goods number 5").lead_ins)] == [len("1. The duty shall not apply to:")]
