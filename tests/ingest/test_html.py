"""A web page reads as its reader sees it, and every block knows its element and line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from checker.ingest import Other
from checker.ingest.html.paths import Paths
from checker.model.document import Document, Fact, Origin, State
from checker.model.text import Span
from tests.ingest.pdfs import reading


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def document_of(body: str, head: str = "") -> Document:
    return reading(page(body, head), "notice.html").document


def text_of(body: str, head: str = "") -> str:
    return document_of(body, head).text.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>The rate is <b>15</b>\n  percent.", "The rate is 15 percent."),
        ("<p>one<p>two", "one\n\ntwo"),
        ("bare <i>words</i><p>one</p> tail", "bare words\n\none\n\ntail"),
        ("<p>米国で\n  生産された\n自動車", "米国で生産された自動車"),
        ("<p>第１条　目的", "第１条　目的"),
        ("<p>a&nbsp;b &amp; c", "a\xa0b & c"),
        ("<p>one<br>two", "one\ntwo"),
        ("<pre>a  b\n  c</pre>", "a b\nc"),
        ("<h2>Rates</h2><p>x", "## Rates\n\nx"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<ol start=3><li>one<li>two</ol>", "3. one\n4. two"),
        ("<ol type=a><li><p>one</p><li value=5>two</ol>", "a. one\ne. two"),
        ("<p>15<sup>1</sup> percent", "15¹ percent"),
        ("<p><ruby>瑕疵<rp>(</rp><rt>かし</rt><rp>)</rp></ruby>担保", "瑕疵担保"),
        ("<p>a<script>b</script><style>c{}</style><noscript>d</noscript><!-- e -->f", "af"),
        ("<p>see <a href='x'>the order</a>.", "see the order."),
        ("<p>inserted <ins>15</ins>", "inserted 15"),
    ],
)
def test_what_a_page_says(body: str, text: str) -> None:
    assert text_of(body) == text


def test_tables_become_rows() -> None:
    body = (
        "<table><caption>Rates of duty</caption><tr><th>Country<th>Goods<th>Rate<tr><td rowspan=2>Japan<td>cars<td>15%"
        "<tr><td>trucks | vans<td><p>20%</p><p>from May</p><tr><td>EU<td colspan=2>none</table>"
    )
    assert text_of(body).split("\n") == [
        "Rates of duty",
        "",
        "| Country | Goods | Rate |",
        "| --- | --- | --- |",
        "| Japan | cars | 15% |",
        "| Japan | trucks \\| vans | 20% from May |",
        "| EU | none |  |",
    ]


def test_a_table_that_frames_the_page_is_none() -> None:
    assert text_of("<table><tr><td><h1>Notice</h1><td><ul><li>one</ul></table>") == "# Notice\n\n- one"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p hidden>secret</p>", ""),
        ("<p style='display: none'>secret</p>", ""),
        ("<p aria-hidden=true>secret</p>", ""),
        ("<p style='color:#FFF'>secret</p>", ""),
        ("<p style='font-size:1px'>secret</p>", ""),
        ("<p style='position:absolute;left:-9999px'>secret</p>", ""),
        ("<p class='note gone'>secret</p>", "<style>/* x */ .gone, .away { display:none }</style>"),
        ("<table><tr><td>a<td>b<tr><td>c<td><span hidden>secret</span>d</table>", ""),
    ],
)
def test_words_that_nobody_sees_are_left_out_and_told(body: str, head: str) -> None:
    read = reading(page(f"<p>The rate is 15 percent.</p>{body}", head), "a.html")
    assert "secret" not in read.document.text
    (problem,) = read.document.problems
    assert (problem.code, problem.where) == ("W-HIDDEN-TEXT", "line 1")
    assert problem.message == (
        "the page holds words that no reader sees (hidden, white, tiny or off the page); they were left out"
    )
    (other,) = read.alternatives
    assert other.other == Other.SHOWN
    assert "secret" in other.text


@pytest.mark.parametrize(
    "style", ["color:#fff;background:#003", "font-size:12px", "left:-2px", "opacity:0.9", "font-size:0.9em"]
)
def test_what_can_be_seen_is_read(style: str) -> None:
    read = reading(page(f"<p style='{style}'>The rate is 15 percent.</p>"), "a.html")
    assert (read.document.text, read.document.problems) == ("The rate is 15 percent.\n", ())


def test_words_that_are_struck_out_are_left_out_and_told() -> None:
    document = document_of("<p>The rate is\n<del>25</del> <s>20</s> 15 percent")
    assert document.text == "The rate is 15 percent\n"
    (problem,) = document.problems
    assert (problem.code, problem.where) == ("W-DELETED-TEXT", "line 2")
    assert problem.message == "words that are struck out were left out of the text"


def test_places_are_elements_and_lines() -> None:
    read = reading(page("<p>one</p>\n<div><p>two</p>\n<p>three</p></div>\n<table><tr><td>a<td>b</table>"), "a.html")
    text = read.document.text

    def place(words: str) -> str:
        return read.place(Span(text.index(words), text.index(words) + len(words)))

    assert place("one") == "line 1, /html/body/p"
    assert place("three") == "line 3, /html/body/div/p[2]"
    assert place("b |") == "line 4, /html/body/table, row 1, cell 2"


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "utf-16"])
def test_the_encoding_that_a_page_states_is_used(encoding: str) -> None:
    label = "Shift_JIS" if encoding == "shift_jis" else encoding
    head = f"<meta charset='{label}'><title>告示</title>"
    written = f"<html><head>{head}</head><body><p>関税率は１５％とする。</p></body></html>"
    document = reading(written.encode(encoding), "a.html").document
    assert document.text == "関税率は１５％とする。\n"
    assert document.problems == ()


def test_facts_come_from_the_head() -> None:
    document = document_of("<p>Words.", "<title>Rates\n of Duty</title><meta name='DC.date' content='2026-02-16'>")
    assert document.title == "Rates of Duty"
    assert document.dated == Fact("2026-02-16", Origin.METADATA)


def test_elements_nested_without_reason_are_told_and_the_rest_is_read() -> None:
    document = document_of("<p>The rate is 15 percent.</p>" + "<div>" * 400 + "lost")
    assert document.text == "The rate is 15 percent.\n"
    assert document.state is State.PARTLY_CHECKED
    (problem,) = document.problems
    assert problem.code == "E-STRUCTURE"
    assert problem.message == "its parts are nested more than 255 deep; what lies deeper was not read"


@pytest.mark.parametrize("body", ["", "<script>x</script>", "<img src=a.png>"])
def test_a_page_without_words(body: str) -> None:
    document = document_of(body)
    assert document.state is State.NOT_CHECKED
    assert (document.problems[0].code, document.problems[0].message) == ("E-EMPTY", "the file holds no words")


TAGS = st.sampled_from(["div", "p", "ul", "li", "o:p", "span"])
TREES: st.SearchStrategy[Any] = st.recursive(
    TAGS.map(lambda tag: (tag, [])), lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4))
)


def markup(tree: Any) -> str:
    tag, inner = tree
    return f"<{tag}>x{''.join(markup(each) for each in inner)}</{tag}>"


@given(st.lists(TREES, min_size=1, max_size=4))
def test_a_path_is_the_one_that_the_library_finds_the_element_by(trees: list[Any]) -> None:
    root = etree.fromstring(f"<html><body>{''.join(map(markup, trees))}</body></html>", etree.HTMLParser())
    paths = Paths()
    for element in root.iter():
        assert paths.of(element) == root.getroottree().getpath(element)


STRAY = "The guard shall close the north gate at noon and the fee is 15 percent."


@pytest.mark.parametrize(
    "page",
    [
        f"<table>{STRAY}<tr><td>a<td>b</table>",
        f"<table><tr>{STRAY}<td>a<td>b</tr></table>",
        f"<table><caption><p>{STRAY}</caption><tr><td>a<td>b</table>",
    ],
)
def test_words_of_a_table_that_stand_in_no_cell_are_shown_before_it(page: str) -> None:
    assert text_of(page) == f"{STRAY}\n\n| a | b |"
