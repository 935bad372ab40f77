"""Paragraphs whose lines are broken are joined; paragraphs on lines of their own are not."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import provisions, told, words

WRAPPED = """MEMORANDUM FOR RECORD

The Ministry will accept for sale in Japan those passenger cars which
were built in the United States and certified there, and it will not
ask for any crash test of its own. The decision rests on section
2. of the notice and binds the Institute from the first of January
15. of which the bureau was told. Article
5 is not touched.

1. Each importer shall keep the certificate for five years, and shall
   show it on request to the Institute.
2. Papers may be sent by post.
"""


def test_a_wrapped_paragraph_is_one_provision() -> None:
    assert [(kind, label) for kind, label, _ in told(WRAPPED)] == [
        (Kind.HEADING, 'heading "MEMORANDUM FOR RECORD"'),
        (Kind.PARAGRAPH, "paragraph 1"),
        (Kind.LIST_ITEM, "point 1"),
        (Kind.LIST_ITEM, "point 2"),
    ]


def test_sentences_run_across_line_ends() -> None:
    paragraph = provisions(WRAPPED)[1]
    assert words(WRAPPED, paragraph.sentences)[0].endswith("ask for any crash test of its own.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "The first rule covers cars.\nThe second rule covers lorries.\nThe third rule covers buses.\n"
    assert len(told(text)) == 3


def test_a_sentence_that_a_page_break_cut_goes_on() -> None:
    text = (
        "No article of Japan shall be subject to the additional duty which this order\n\n"
        "imposes, unless the schedule says so.\n\nThe schedule is annexed.\n"
    )
    assert told(text)[0][2].endswith("unless the schedule says so.")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_will_do(line_end: str) -> None:
    text = "Cars are exempt.\n\nThey need no test, and\nno fee is due.\n".replace("\n", line_end)
    assert [line for _, _, line in told(text)] == ["Cars are exempt.", "They need no test, and no fee is due."]


def test_rulings_are_left_out() -> None:
    assert [line for _, _, line in told("Cars are exempt.\n\n* * *\n\n-----\n\nLorries are not.\n")] == [
        "Cars are exempt.",
        "Lorries are not.",
    ]


def test_quoted_lines_are_read_without_their_marks() -> None:
    assert [line for _, _, line in told("> Cars are exempt.\n\n> > Lorries are not.\n")] == [
        "Cars are exempt.",
        "Lorries are not.",
    ]


def test_an_empty_document_has_no_provisions() -> None:
    assert told("") == []
    assert told(" \n\n\t\n") == []
