"""Markdown reads as a reader sees it, line for line with the file, and keeps the structure of its document."""

from __future__ import annotations

import pytest

from checker.model.document import Document, Fact, Origin, State
from checker.model.text import Span
from tests.ingest.pdfs import reading


def document_of(text: str) -> Document:
    return reading(text.encode(), "notice.md").document


def text_of(text: str) -> str:
    return document_of(text).text.rstrip("\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The rate is **15 percent** of *all* goods.", "The rate is 15 percent of all goods."),
        ("日本国政府は**追加の試験**を要しない。", "日本国政府は追加の試験を要しない。"),
        ('See [the order](https://example.org/a_b?c=d "title").', "See the order."),
        ("![The seal](seal.png) of office", "The seal of office"),
        ("under `9903.01.63` now", "under 9903.01.63 now"),
        ("R&amp;D costs 5 \\* 3", "R&D costs 5 * 3"),
        ("5 * 3 * 2 and snake_case_names", "5 * 3 * 2 and snake_case_names"),
        ("no <b>additional</b> testing<br>at all", "no additional testing at all"),
        ("a rate of 15<sup>1</sup> percent", "a rate of 15 percent"),
        ("a rate of 15[^1] percent", "a rate of 15 percent"),
        ("10 m<sup>nd</sup>", "10 mnd"),
        ("before <!-- hidden --> after", "before  after"),
    ],
)
def test_marks_and_targets_are_removed(written: str, read: str) -> None:
    assert text_of(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\n## 2. Tariffs",
        "- automobiles\n- aircraft",
        "1. automobiles\n2. aircraft",
        "| Rate | Country |\n| --- | --- |\n| 15% | Japan |\n| 20 \\| 25 | others |",
        "> Japan shall accept vehicles.",
        "日本語の段落。\n\n第二の段落。",
        "A paragraph of two\nlines.",
    ],
)
def test_structure_is_kept_as_it_is(text: str) -> None:
    assert text_of(text) == text


def test_every_line_stays_where_it_is_in_the_file() -> None:
    blocks = [
        "# One",
        "<!-- two\nlines -->",
        "Three **bold\nwords**.",
        "```\ncode **kept**\n```",
        "- item\n  goes on",
        "Last",
    ]
    written = "\n\n".join([*blocks[:-1], "[r]: http://x", blocks[-1]])
    lines, read = written.split("\n"), text_of(written).split("\n")
    assert len(read) == len(lines)
    for words in ("# One", "Three bold", "words.", "code **kept**", "- item", "goes on", "Last"):
        (at,) = (at for at, line in enumerate(read) if line == words)
        assert words.split()[-1].strip("*.") in lines[at]


def test_places_are_lines_of_the_file() -> None:
    read = reading(b"# One\n\n<!-- two\nlines -->\n\nThree", "notice.md")
    start = read.document.text.index("Three")
    assert read.place(Span(start, start + 5)) == "line 6"


def test_comments_and_scripts_are_no_words() -> None:
    assert text_of("One\n\n<!-- never -->\n\n<script>\nalert(1)\n</script>\n\nTwo").split() == ["One", "Two"]


@pytest.mark.parametrize(
    "written", ["~~25 percent~~ 15 percent", "<del>25 percent</del> 15 percent", "<s>25 percent</s> 15 percent"]
)
def test_struck_out_words_are_left_out_and_told(written: str) -> None:
    document = document_of("The rate is:\n\n" + written)
    assert document.text.split() == ["The", "rate", "is:", "15", "percent"]
    (problem,) = document.problems
    assert (problem.code, problem.where) == ("W-DELETED-TEXT", "line 3")
    assert problem.message == "words that are struck out were left out of the text"
    assert document.state is State.CHECKED


def test_front_matter_states_facts_and_is_no_text() -> None:
    document = document_of(
        '---\ntitle: "Rates of Duty"\ndate: 2026-02-16\nissuer: Ministry of Finance\n---\nThe rate is 15 percent.'
    )
    assert document.text.strip() == "The rate is 15 percent."
    assert document.title == "Rates of Duty"
    assert document.dated == Fact("2026-02-16", Origin.METADATA)
    assert document.issuer == Fact("Ministry of Finance", Origin.METADATA)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert "The rate is 15 percent." in text_of("---\n\nThe rate is 15 percent.\n\n---\n")


def test_nesting_beyond_reason_is_told() -> None:
    document = document_of("The rate is 15 percent.\n\n" + "> " * 200 + "and not 25 percent")
    assert document.state is State.PARTLY_CHECKED
    (problem,) = document.problems
    assert problem.code == "E-STRUCTURE"
    assert problem.message.startswith("lists or quotations are nested more than 50 deep")
