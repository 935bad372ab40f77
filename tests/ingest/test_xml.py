"""XML of official publishers reads by its structure, any other by its elements; what is made to harm is refused."""

from __future__ import annotations

import pytest

from checker.ingest import Reading
from checker.model.document import Problem, State
from checker.model.text import Span
from tests.ingest.pdfs import reading

NOTICE = """<?xml version="1.0" encoding="UTF-8"?>
<NOTICE><PREAMB><PRTPAGE P="43535"/><AGENCY TYPE="S">DEPARTMENT OF COMMERCE</AGENCY>
<SUBJECT>Implementing the Agreement</SUBJECT></PREAMB>
<SUPLINF><HD SOURCE="HD1">Background</HD>
<P>The rate is fifteen per-<PRTPAGE P="43536"/>cent ad valorem.<SU>1</SU><FTREF/> Heading 9903.02.72
applies to <E T="03">automobiles.</E></P>
<FTNT><P><SU>1</SU> See the agree-<PRTPAGE P="43537"/>ment.</P></FTNT>
<P>Later.</P>
<GPOTABLE COLS="3"><TTITLE>Rates</TTITLE><BOXHD><CHED H="1">Goods</CHED><CHED H="1">Rate</CHED><CHED H="2">Old</CHED>
<CHED H="2">New</CHED></BOXHD><ROW><ENT I="01">Cars</ENT><ENT>25%</ENT><ENT>15%</ENT></ROW></GPOTABLE>
</SUPLINF></NOTICE>"""

LAW = """<?xml version="1.0" encoding="UTF-8"?>
<Law Era="Reiwa" Lang="ja"><LawNum>令和六年法律第五十八号</LawNum><LawBody><LawTitle>競争の促進に関する法律</LawTitle>
<TOC><TOCLabel>目次</TOCLabel></TOC><MainProvision><Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
<Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence Num="1" Function="main">事業者は、<Ruby>瑕疵<Rt>かし</Rt>
</Ruby>を除き、行わなければならない。</Sentence><Sentence Num="2" Function="proviso">ただし、この限りでない。</Sentence>
</ParagraphSentence><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>自動車</Sentence></Column>
<Column><Sentence>一割五分</Sentence></Column></ItemSentence></Item></Paragraph>
<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>次のとおり。</Sentence>
</ParagraphSentence>
</Paragraph></Article></Chapter></MainProvision></LawBody></Law>"""

ACT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><x>no</x></meta><body>
<section eId="sec_1"><num>1.</num><heading>Rates</heading><content>
<p>The rate is <del>25</del><ins>15</ins> percent<authorialNote marker="2"><p>If any.</p></authorialNote>.</p>
</content></section><section eId="sec_2">
<paragraph eId="sec_2__para_a"><num>(a)</num><content><p>cars</p></content></paragraph></section>
</body></act></akomaNtoso>"""


def read_xml(text: str) -> Reading:
    return reading(text.encode(), "notice.xml")


def place(read: Reading, words: str) -> str:
    start = read.document.text.index(words)
    return read.place(Span(start, start + len(words)))


def test_a_notice_of_the_federal_register() -> None:
    read = read_xml(NOTICE)
    assert read.document.text.rstrip().split("\n\n") == [
        "DEPARTMENT OF COMMERCE",
        "Implementing the Agreement",
        "## Background",
        "The rate is fifteen percent ad valorem.¹ Heading 9903.02.72 applies to automobiles.",
        "¹ See the agreement.",
        "Later.",
        "Rates",
        "| Goods | Old | New |\n| --- | --- | --- |\n| Cars | 25% | 15% |",
    ]
    assert read.document.title == "Implementing the Agreement"
    assert place(read, "Background") == "page 43535, line 4"
    assert place(read, "Later") == "page 43537, line 8"
    assert place(read, "15% |") == "page 43537, line 9, row 2, cell 3"


def test_a_law_of_e_gov() -> None:
    read = read_xml(LAW)
    assert read.document.text.rstrip().split("\n\n") == [
        "令和六年法律第五十八号",
        "# 競争の促進に関する法律",
        "### 第一章　総則",
        "（目的）",
        "第一条　事業者は、瑕疵を除き、行わなければならない。ただし、この限りでない。",
        "一　自動車　一割五分",
        "２　次のとおり。",
    ]
    assert read.document.title == "競争の促進に関する法律"
    assert place(read, "自動車") == "Article 1, paragraph 1, item 1"
    assert place(read, "次の") == "Article 1, paragraph 2"


def test_an_act_in_akoma_ntoso() -> None:
    read = read_xml(ACT)
    assert read.document.text.rstrip().split("\n\n") == [
        "## 1. Rates",
        "The rate is 15 percent².",
        "² If any.",
        "(a) cars",
    ]
    assert place(read, "cars") == "sec_2__para_a, line 5"


def test_any_other_xml_gives_a_paragraph_for_each_element_with_words() -> None:
    read = read_xml("<doc>\n<t>Rates</t><s><p>The rate is <b>15</b>\npercent.</p><q/></s></doc>")
    assert read.document.text == "Rates\n\nThe rate is 15 percent.\n"
    assert place(read, "The rate") == "line 2, /doc/s/p"


def test_utf_16_is_read() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><a>関税率は一五パーセントとする。</a>'.encode("utf-16")
    assert reading(data, "a.xml").document.text == "関税率は一五パーセントとする。\n"


@pytest.mark.parametrize("mark", ["\ufdd0", "\ufdd1", "&#xFDD0;", "&#64977;", "&#x00fdd2", "&#1;", "&#x1b;", "&#x0B;"])
def test_code_points_that_no_text_may_hold_do_no_harm(mark: str) -> None:
    for name, text in (
        ("a.xml", NOTICE.replace("Later.", f"Later {mark};.")),
        ("a.html", f"<p>Later {mark};.</p><p>x"),
    ):
        assert "Later" in reading(text.encode(), name).document.text


def only_problem(data: bytes) -> Problem:
    document = reading(data, "a.xml").document
    assert (document.state, document.text) == (State.NOT_CHECKED, "")
    return document.problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(encoding: str) -> None:
    problem = only_problem('<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>'.encode(encoding))
    assert problem.code == "E-DTD"
    assert problem.message == (
        "it declares entities of its own, which can make a small file endless or reach for other files"
    )


def test_a_doctype_without_entities_is_read_and_never_fetched() -> None:
    data = b'<!DOCTYPE l SYSTEM "http://example.invalid/l.dtd"><l>words</l>'
    assert reading(data, "a.xml").document.text == "words\n"


def test_depth_without_reason_is_refused() -> None:
    problem = only_problem(b"<a>" * 100_000 + b"</a>" * 100_000)
    assert (problem.code, problem.message) == (
        "E-STRUCTURE",
        "its parts are nested more than 255 deep; what lies deeper was not read",
    )


def test_a_file_cut_short_is_not_read_in_part() -> None:
    problem = only_problem(NOTICE[:500].encode())
    assert (problem.code, problem.message) == (
        "E-UNREADABLE",
        "the file cannot be read: its XML is damaged or cut short",
    )
    assert problem.where.startswith("line ")
