"""Table rows read with their caption and headers."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind, Provision
from tests.segment.told import headings, holding, lead_ins, provisions, told, words

RATES = """Rates of duty on certain goods (January 2026)

| Article | Column 1 | Charged in all |
|---|--:|:-:|
| Ceramic tiles | 8.5% | 15.0% |
| Wool suits* | 17.5% | 17.5% |
|  | 20.0% | 20.0% |

Days run from receipt.
"""


def cells(text: str, row: Provision) -> list[tuple[str, str]]:
    return [(cell.header, cell.span.of(text)) for cell in row.cells]


def test_every_cell_stands_under_its_header() -> None:
    assert cells(RATES, holding(RATES, "Ceramic tiles")) == [
        ("Article", "Ceramic tiles"),
        ("Column 1", "8.5%"),
        ("Charged in all", "15.0%"),
    ]


def test_a_row_reads_with_its_caption_and_its_header_row() -> None:
    assert headings(RATES, "Ceramic tiles") == [
        "Rates of duty on certain goods (January 2026)",
        "Article | Column 1 | Charged in all",
    ]


def test_a_row_is_cited_by_its_number_and_its_table() -> None:
    assert holding(RATES, "Wool suits").label == 'row 2 of the table "Rates of duty on certain goods (January…"'


def test_a_row_that_leaves_its_first_cell_out_reads_with_the_one_above() -> None:
    assert lead_ins(RATES, "20.0%") == ["Wool suits*"]


def test_a_row_is_one_sentence() -> None:
    row = holding(RATES, "Ceramic tiles")
    assert row.sentences == (row.span,)


def test_a_paragraph_below_a_table_is_no_row() -> None:
    assert holding(RATES, "Days run").kind is Kind.PARAGRAPH


def test_a_row_in_pipes_without_a_header_is_a_row() -> None:
    text = "The entry reads:\n\n| Cars | free |\n"
    row = holding(text, "Cars")
    assert (row.kind, cells(text, row)) == (Kind.TABLE_ROW, [("", "Cars"), ("", "free")])
    assert headings(text, "Cars") == ["The entry reads:"]


@pytest.mark.parametrize("cut", ["\t", " | "])
def test_a_first_row_without_values_heads_a_column_of_values(cut: str) -> None:
    text = cut.join(("Goods", "Then")) + "\n" + cut.join(("Cars", "15%")) + "\n" + cut.join(("Buses", "Free")) + "\n"
    assert cells(text, holding(text, "Buses")) == [("Goods", "Buses"), ("Then", "Free")]
    assert holding(text, "Goods").kind is Kind.TABLE_ROW


def test_a_first_row_of_names_for_columns_heads_words() -> None:
    text = "| Measure | Reading |\n| Age rating | justified |\n| Nine warnings | not justified |\n"
    assert cells(text, holding(text, "Nine")) == [("Measure", "Nine warnings"), ("Reading", "not justified")]


def test_a_first_row_of_facts_is_not_taken_for_a_header() -> None:
    text = "| Japan | free |\n| Korea | 25% |\n| China | 30% |\n"
    assert cells(text, holding(text, "Korea")) == [("", "Korea"), ("", "25%")]


def test_pipes_that_are_escaped_do_not_cut_cells() -> None:
    text = "| Name | Rate |\n|---|---|\n| A \\| B | 5% |\n"
    assert cells(text, holding(text, "5%")) == [("Name", "A \\| B"), ("Rate", "5%")]


def test_a_list_item_with_a_tab_is_no_table() -> None:
    text = "The Agency tests:\n(a)\tcars;\n(b)\tbuses.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM]


def test_japanese_tables_are_cited_in_japanese() -> None:
    text = "表　検査項目（令和八年四月）\n\n｜国｜検査｜\n｜米国｜なし｜\n｜韓国｜あり｜\n"
    row = holding(text, "韓国")
    assert row.label == "表「表 検査項目（令和八年四月）」の3行目"
    assert cells(text, row) == [("国", "韓国"), ("検査", "あり")]


def test_rows_read_with_a_first_row_that_names_their_columns() -> None:
    text = "Rates\n\nArticle | Duty | Sum\nCameras | 6.0 | 15.0\nLenses | 9.0 | 15.0\n"
    first, second, _ = [p for p in provisions(text) if p.cells]
    assert words(text, first.headings) == ["Rates"]
    assert words(text, second.headings) == ["Rates", "Article | Duty | Sum"]
