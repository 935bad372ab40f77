"""OpenDocument texts, EPUB books and rich text read as their readers see them."""

from __future__ import annotations

import pytest

from checker.ingest import Other, Reading
from checker.model.document import State
from checker.model.text import Span
from tests.ingest.docxs import packed
from tests.ingest.pdfs import reading

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def odt(body: str, styles: str = LISTS) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def text_of(body: str, styles: str = LISTS) -> str:
    return reading(odt(body, styles), "notice.odt").document.text.rstrip("\n")


def place(read: Reading, words: str) -> str:
    start = read.document.text.index(words)
    return read.place(Span(start, start + len(words)))


def item(words: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h text:outline-level="2">Rates</text:h><text:p>x</text:p>', "## Rates\n\nx"),
        ("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c\nd"),
        (
            "<text:p><text:ruby><text:ruby-base>瑕疵</text:ruby-base><text:ruby-text>かし</text:ruby-text></text:ruby>担保</text:p>",
            "瑕疵担保",
        ),
        (
            "<text:p>15<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>If any.</text:p>"
            "</text:note-body></text:note> percent</text:p>",
            "15¹ percent\n\n¹ If any.",
        ),
        (
            '<text:list text:style-name="L1">'
            + item("cars", '<text:list text:style-name="L1">' + item("new") + item("used") + "</text:list>")
            + item("trucks")
            + '</text:list><text:list text:style-name="L1">'
            + item("again")
            + '</text:list><text:list text:style-name="L2">'
            + item("point")
            + "</text:list>",
            "1. cars\n\n(a) new\n\n(b) used\n\n2. trucks\n\n1. again\n\n- point",
        ),
        (
            "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Goods</text:p>"
            "</table:table-cell><table:table-cell><text:p>Rate</text:p></table:table-cell></table:table-row>"
            "</table:table-header-rows><table:table-row><table:table-cell><text:p>Cars</text:p></table:table-cell>"
            "<table:table-cell><text:p>15%</text:p></table:table-cell></table:table-row></table:table>",
            "| Goods | Rate |\n| --- | --- |\n| Cars | 15% |",
        ),
    ],
)
def test_what_an_opendocument_text_says(body: str, text: str) -> None:
    assert text_of(body) == text


def test_hidden_words_changes_and_comments_of_an_opendocument_text() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T2"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="T3">'
        '<style:text-properties fo:color="#ffffff" fo:background-color="#000080"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:p>25</text:p></text:changed-region></text:tracked-changes>"
        '<text:p>The rate is 15<text:span text:style-name="T1"> secret</text:span>'
        '<text:span text:style-name="T2"> white</text:span><text:span text:style-name="T3"> percent.</text:span>'
        "<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
    )
    read = reading(odt(body, styles), "a.odt")
    assert read.document.text == "The rate is 15 percent.\n"
    assert [problem.code for problem in read.document.problems] == ["W-TRACKED-CHANGES", "W-HIDDEN-TEXT", "W-COMMENTS"]
    assert [(other.other, other.text) for other in read.alternatives] == [
        (Other.REJECTED, "The rate is 15 percent.\n"),
        (Other.SHOWN, "The rate is 15 secret white percent.\n"),
    ]


def changed(region: str, body: str) -> str:
    """A body with one tracked change: its region and the text with its marks."""
    return (
        f'<text:tracked-changes><text:changed-region text:id="c1">{region}</text:changed-region></text:tracked-changes>'
        f"{body}"
    )


START, END = '<text:change-start text:change-id="c1"/>', '<text:change-end text:change-id="c1"/>'
STRUCK = '<text:change text:change-id="c1"/>'
ADDED = "<text:insertion/>"


@pytest.mark.parametrize(
    ("body", "final", "original"),
    [
        (
            changed(ADDED, f"<text:p>The rate is {START}not {END}15 percent.</text:p>"),
            "The rate is not 15 percent.",
            "The rate is 15 percent.",
        ),
        (
            changed(ADDED, f"<text:p>One{START} and</text:p><text:p>two</text:p><text:p>or{END} three.</text:p>"),
            "One and\n\ntwo\n\nor three.",
            "One three.",
        ),
        (
            changed(
                ADDED,
                f"<text:p>One</text:p>{START}<table:table><table:table-row><table:table-cell><text:p>a</text:p>"
                f"</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
                f"</table:table>{END}<text:p>two</text:p>",
            ),
            "One\n\n| a | b |\n\ntwo",
            "One\n\ntwo",
        ),
        (
            changed(
                "<text:deletion><text:p>2<text:span>5</text:span></text:p></text:deletion>",
                f"<text:p>The rate is <text:span>{STRUCK}15</text:span> percent.</text:p>",
            ),
            "The rate is 15 percent.",
            "The rate is 2515 percent.",
        ),
        (
            changed(
                "<text:deletion><text:p> is due.</text:p><text:p>A fee</text:p><text:p>The toll</text:p>"
                "</text:deletion>",
                f"<text:p>The <text:span>duty</text:span>{STRUCK} is <text:span>gone</text:span>.</text:p>",
            ),
            "The duty is gone.",
            "The duty is due.\n\nA fee\n\nThe toll is gone.",
        ),
        (
            changed(
                "<text:deletion><text:p>a</text:p><text:p>b</text:p></text:deletion>",
                f"<text:p>x<text:span>y{STRUCK}z</text:span></text:p>",
            ),
            "xyz",
            "xya\nbz",
        ),
        (
            changed("<text:deletion><text:p>A fee is due.</text:p></text:deletion>", f"{STRUCK}<text:p>End.</text:p>"),
            "End.",
            "A fee is due.\n\nEnd.",
        ),
        (
            changed(
                "<text:deletion><text:p/><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
                "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
                "</text:deletion>",
                f"<text:p>One{STRUCK} two</text:p>",
            ),
            "One two",
            "One\n\n| a | b |\n\ntwo",
        ),
    ],
    ids=[
        "words added",
        "paragraphs added",
        "a table added",
        "words struck out",
        "paragraphs struck out",
        "in a span",
        "all",
        "a table",
    ],
)
def test_an_opendocument_text_is_read_as_before_its_changes_too(body: str, final: str, original: str) -> None:
    read = reading(odt(body), "a.odt")
    assert read.document.text == final + "\n"
    assert [(other.other, other.text) for other in read.alternatives] == [(Other.REJECTED, original + "\n")]


def test_places_in_an_opendocument_text() -> None:
    read = reading(odt("<text:p>one</text:p><text:p/><text:p>three</text:p>"), "a.odt")
    assert place(read, "three") == "paragraph 3"


def epub(*chapters: str) -> bytes:
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="i{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="i{name}"/>' for name in names)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>Book of Rates</dc:title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/book.opf": package}
    return packed({**files, **{f"OEBPS/{name}": text for name, text in zip(names, chapters, strict=True) if text}})


def test_a_book_gives_its_chapters_in_order() -> None:
    read = reading(
        epub("<html><body><h1>One</h1><p>First.</p></body></html>", "<html><body><p>第二</p></body></html>"), "a.epub"
    )
    assert read.document.text == "# One\n\nFirst.\n\n第二\n"
    assert read.document.title == "Book of Rates"
    assert place(read, "第二") == "OEBPS/c1.xhtml, line 1, /html/body/p"


def test_a_chapter_that_is_missing_leaves_the_book_partly_checked() -> None:
    document = reading(epub("<html><body><p>First.</p></body></html>", ""), "a.epub").document
    assert (document.state, document.text) == (State.PARTLY_CHECKED, "First.\n")
    assert document.problems[0].message == "the file cannot be read: the chapter OEBPS/c1.xhtml is missing"


def rtf(body: str) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset128 MS Mincho;}}"
    return f"{head}{{\\colortbl;\\red255\\green255\\blue255;}}{{\\*\\generator x}}\\f0 {body}}}".encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"one\par two\par", "one\n\ntwo"),
        (r"{\b 15} percent\tab x\line y \'93quoted\'94 \emdash", "15 percent\tx\ny “quoted” —"),
        (r"\f1 \'93\'fa\'96\'7b \u26085?\u26412? \'83A \u-10179?\u-8704?", "日本 日本 ア 😀"),
        (r"15{\super 1} percent", "15¹ percent"),
        (r"15{\footnote\chftn If any.} percent\par", "15¹ percent\n\n¹ If any."),
        (r"{\field{\*\fldinst DATE}{\fldrslt 4 May}} {\pict 00ff}{\header Head}", "4 May"),
        (r"{\listtext 1.\tab}cars\par", "1.\tcars"),
        (
            r"Rates\par\trowd\intbl Goods\cell Rate\cell\row\trowd\intbl Cars\cell 15%\cell\row\pard End\par",
            "Rates\n\n| Goods | Rate |\n| Cars | 15% |\n\nEnd",
        ),
    ],
)
def test_what_rich_text_says(body: str, text: str) -> None:
    assert reading(rtf(body), "a.rtf").document.text.rstrip("\n") == text


def test_hidden_words_and_changes_of_rich_text() -> None:
    read = reading(rtf(r"The rate is {\deleted 25}{\revised 15}{\v  secret}{\cf1  white} percent."), "a.rtf")
    assert read.document.text == "The rate is 15 percent.\n"
    assert [problem.code for problem in read.document.problems] == ["W-TRACKED-CHANGES", "W-HIDDEN-TEXT"]
    assert [(other.other, other.text) for other in read.alternatives] == [
        (Other.REJECTED, "The rate is 25 percent.\n"),
        (Other.SHOWN, "The rate is 15 secret white percent.\n"),
    ]


def test_rich_text_that_is_cut_short_is_not_read() -> None:
    document = reading(rtf("The rate is 15 percent.")[:-1], "a.rtf").document
    assert document.state is State.NOT_CHECKED
    assert document.problems[0].message == "the file cannot be read: it is cut short, its last bracket is missing"


def test_words_that_are_lost_on_the_way_leave_the_document_checked_in_part() -> None:
    """No program writes words into a table beside its cells; were they passed over in silence, nobody would know."""
    row = (
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/></table:table-row>"
    )
    words = "The guard shall close the north gate at noon."
    document = reading(odt(f"<table:table><text:p>{words}</text:p>{row}</table:table>"), "a.odt").document
    assert document.state is State.PARTLY_CHECKED
    (problem,) = document.problems
    assert (problem.code, problem.message) == (
        "E-WORDS-LOST",
        "of the 38 letters that the file holds for its readers, only 4 were read",
    )


def test_the_last_row_of_a_rich_text_table_is_read_though_it_never_ends() -> None:
    body = r"\trowd\intbl a\cell b\cell\row\trowd\intbl c\cell d\cell\pard End."
    assert reading(rtf(body), "a.rtf").document.text == "| a | b |\n| c | d |\n\nEnd.\n"
