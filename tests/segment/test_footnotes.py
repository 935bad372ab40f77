"""Footnotes hang on the sentences and rows that carry their mark."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import holding, lead_ins, told

MARKS = [
    ("[1]", "[1] ", "footnote 1"),
    ("*", "* ", "footnote *"),
    ("†", "† ", "footnote †"),
    ("¹", "¹ ", "footnote 1"),
    ("¹", "[1] ", "footnote 1"),
    ("[^2]", "[^2]: ", "footnote 2"),
]


@pytest.mark.parametrize(("carried", "opening", "label"), MARKS)
def test_a_note_reads_with_the_sentence_that_carries_its_mark(carried: str, opening: str, label: str) -> None:
    text = f"Cars need no test.{carried} Lorries do.\n\n{opening}Save for electric cars.\n"
    note = holding(text, "Save for")
    assert (note.kind, note.label) == (Kind.FOOTNOTE, label)
    assert lead_ins(text, "Save for") == [f"Cars need no test.{carried}"]


def test_a_note_below_a_table_reads_with_the_rows_that_carry_its_mark() -> None:
    text = "| Goods | Rate |\n|---|---|\n| Cars* | 15% |\n| Buses | 25% |\n| Vans* | 15% |\n\n* Until 2027.\n"
    assert lead_ins(text, "Until") == ["Cars* | 15%", "Vans* | 15%"]


def test_a_note_in_brackets_inside_a_paragraph_stands_apart() -> None:
    text = "Emission tests apply.* Other tests do not. [*Emission tests are those of the Act.] Papers are kept."
    assert told(text) == [
        (Kind.PARAGRAPH, "paragraph 1", "Emission tests apply.* Other tests do not."),
        (Kind.FOOTNOTE, "footnote *", "[*Emission tests are those of the Act.]"),
        (Kind.PARAGRAPH, "paragraph 2", "Papers are kept."),
    ]
    assert lead_ins(text, "those of the Act") == ["Emission tests apply.*"]


@pytest.mark.parametrize(
    ("carried", "opening", "label"), [("（注１）", "（注１）", "注１"), ("（注）", "（注）", "注"), ("※", "※　", "※")]
)
def test_japanese_notes(carried: str, opening: str, label: str) -> None:
    text = f"検査は行わない{carried}。手数料も不要とする。\n\n{opening}電気自動車を除く。\n"
    note = holding(text, "電気自動車")
    assert (note.kind, note.label) == (Kind.FOOTNOTE, label)
    assert lead_ins(text, "電気自動車") == [f"検査は行わない{carried}。"]


def test_stars_are_bullets_where_nothing_carries_a_star() -> None:
    text = "Exempt are:\n* cars\n* lorries\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM]


def test_the_same_mark_on_a_later_page_is_another_note() -> None:
    text = "Cars are free. 1/\n\n1/ See note 3.\n\nBuses are free. 1/\n\n1/ See note 4.\n"
    assert lead_ins(text, "See note 3") == ["Cars are free. 1/"]
    assert lead_ins(text, "See note 4") == ["Buses are free. 1/"]


def test_a_note_whose_mark_nothing_carries_hangs_on_the_sentence_above() -> None:
    text = "Cars are free. Buses are not.\n\n[3] Until 2027.\n"
    assert lead_ins(text, "Until") == ["Buses are not."]
