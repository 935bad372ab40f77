"""A Word file reads as its reader sees it: changes settled, hidden words out, notes and tables in their place."""

from __future__ import annotations

import pytest

from checker.ingest import Other
from checker.model.document import Problem, State
from checker.model.text import Span
from tests.ingest.docxs import docx, packed, paragraph, read_docx, run, table
from tests.ingest.pdfs import reading

RATE = paragraph("The rate is ", '<w:del w:id="1"><w:r><w:delText>25</w:delText></w:r></w:del>')
INSERTED = f'<w:ins w:id="2">{run("15")}</w:ins>'
DELETED = '<w:del w:id="1"><w:r><w:delText>25</w:delText></w:r></w:del>'
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def numbered(words: str, number: int, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=properties)


def text_of(body: str, **parts: str) -> str:
    return read_docx(body, parts).document.text.rstrip("\n")


def problem_of(body: str, **parts: str) -> Problem:
    document = read_docx(body, parts).document
    assert document.state is State.CHECKED
    (problem,) = document.problems
    return problem


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("The rate is ", "15 percent."), "The rate is 15 percent."),
        (paragraph("米国で生産された自動車"), "米国で生産された自動車"),
        (paragraph("one") + paragraph() + paragraph("two"), "one\n\ntwo"),
        (paragraph("a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c"), "a\tb\nc"),
        (paragraph("15", run("1", '<w:vertAlign w:val="superscript"/>'), " percent"), "15¹ percent"),
        (paragraph("<w:sdt><w:sdtContent>" + run("15 percent") + "</w:sdtContent></w:sdt>"), "15 percent"),
        (f"<w:sdt><w:sdtContent>{paragraph('15 percent')}</w:sdtContent></w:sdt>", "15 percent"),
        (
            paragraph("on ", "<w:r><w:instrText>DATE</w:instrText></w:r>", "4 September 2025"),
            "on 4 September 2025",
        ),
        (
            paragraph(
                "<w:r><w:ruby><w:rt><w:r><w:t>かし</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>瑕疵</w:t></w:r></w:rubyBase>"
                "</w:ruby></w:r>",
                "担保",
            ),
            "瑕疵担保",
        ),
        (paragraph("Notice", properties='<w:outlineLvl w:val="1"/>'), "## Notice"),
    ],
)
def test_what_a_paragraph_says(body: str, text: str) -> None:
    assert text_of(body) == text


def test_headings_by_style_and_by_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="Ours"><w:basedOn w:val="H1"/></w:style>'
    )
    assert text_of(paragraph("Rates", properties='<w:pStyle w:val="Ours"/>'), styles=styles) == "# Rates"


def test_the_numbers_of_lists_are_counted_as_word_shows_them() -> None:
    body = (
        numbered("Scope", 1)
        + numbered("cars", 1, 1)
        + numbered("trucks", 1, 1)
        + numbered("Rates", 1)
        + numbered("parts", 1, 1)
        + numbered("a point", 2)
    )
    assert text_of(body, numbering=NUMBERS).split("\n\n") == [
        "Article 1. Scope",
        "(a) cars",
        "(b) trucks",
        "Article 2. Rates",
        "(a) parts",
        "- a point",
    ]


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("upperRoman", "(IV)"),
        ("japaneseCounting", "(四)"),
        ("decimalFullWidth", "(４)"),
        ("aiueo", "(エ)"),
        ("iroha", "(ニ)"),
        ("decimalEnclosedCircle", "(④)"),
        ("upperLetter", "(D)"),
    ],
)
def test_the_forms_of_numbers(form: str, label: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert text_of(numbered("words", 1), numbering=numbering) == f"{label} words"


def test_tables_with_header_merged_cells_and_a_bar_in_a_cell() -> None:
    start = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Japan")}</w:tc>'
    more = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph()}</w:tc>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("all goods")}</w:tc>'
    body = table(("Country", "Goods", "Rate"), (start, "cars", "15%"), (more, "20|25", "20%"), ("EU", wide), head=True)
    assert text_of(paragraph("Rates") + body + paragraph("End")).split("\n") == [
        "Rates",
        "",
        "| Country | Goods | Rate |",
        "| --- | --- | --- |",
        "| Japan | cars | 15% |",
        "| Japan | 20\\|25 | 20% |",
        "| EU | all goods |  |",
        "",
        "End",
    ]


def test_a_frame_around_text_is_no_table() -> None:
    assert text_of(table((f"<w:tc>{paragraph('one')}{paragraph('two')}</w:tc>",))) == "one\n\ntwo"


def test_footnotes_carry_their_mark_and_follow_the_text() -> None:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(words)}</w:footnote>'
        for number, words in ((-1, "separator"), (7, "If any."))
    )
    assert text_of(paragraph("15 percent", reference, " applies."), footnotes=notes) == (
        "15 percent¹ applies.\n\n¹ If any."
    )


def test_headers_come_once_and_page_numbers_never() -> None:
    letterhead = paragraph("Ministry of Finance")
    document = read_docx(
        paragraph("The rate is 15 percent."),
        {"header1": letterhead, "header2": letterhead, "footer1": paragraph("Page 2 of 9")},
    ).document
    assert document.text == "Ministry of Finance\n\nThe rate is 15 percent.\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    def box(words: str) -> str:
        return f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"

    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box('boxed')}</mc:Choice><mc:Fallback>{box('boxed')}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    body = read_docx(paragraph("before ", shape, "after"))
    assert body.document.text == "before after\n\nboxed\n"
    assert body.document.place_of(len("before after\n\n")) == "text box 1"


def test_changes_are_read_as_accepted_and_the_other_reading_is_kept() -> None:
    body = paragraph("The rate is ", DELETED, INSERTED, " percent.")
    read = read_docx(body)
    assert read.document.text == "The rate is 15 percent.\n"
    (other,) = read.alternatives
    assert (other.other, other.text) == (Other.REJECTED, "The rate is 25 percent.\n")
    problem = problem_of(body)
    assert problem.code == "W-TRACKED-CHANGES"
    assert problem.message == (
        "the file holds tracked changes that nobody has accepted or rejected; it was read as if they were accepted"
    )


def test_a_deleted_paragraph_end_joins_and_a_deleted_row_goes() -> None:
    joined = paragraph("no additional ", properties='<w:rPr><w:del w:id="3"/></w:rPr>') + paragraph("testing")
    assert text_of(joined) == "no additional testing"
    gone = f'<w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>{paragraph("a")}</w:tc><w:tc>{paragraph("b")}</w:tc></w:tr>'
    kept = table(("c", "d")).replace("</w:tbl>", gone + "</w:tbl>")
    assert text_of(kept) == "| c | d |"


@pytest.mark.parametrize(
    "properties",
    ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:rStyle w:val="Secret"/>'],
    ids=["hidden", "white", "tiny", "by its style"],
)
def test_words_that_nobody_sees_are_left_out_and_told(properties: str) -> None:
    body = paragraph("Japan will invest. ", run("The commitment is fully met.", properties))
    parts = {"styles": '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'}
    read = read_docx(body, parts)
    assert read.document.text == "Japan will invest.\n"
    (problem,) = read.document.problems
    assert problem.code == "W-HIDDEN-TEXT"
    assert problem.message == "the file holds words that no reader sees (hidden, white or tiny); they were left out"
    (other,) = read.alternatives
    assert (other.other, other.text) == (Other.SHOWN, "Japan will invest. The commitment is fully met.\n")


def test_white_words_on_a_dark_ground_are_seen() -> None:
    white = run("Rate", '<w:color w:val="FFFFFF"/>')
    cell = f'<w:tc><w:tcPr><w:shd w:fill="000080"/></w:tcPr>{paragraph(white)}</w:tc>'
    read = read_docx(table((cell, "15%")))
    assert read.document.text == "| Rate | 15% |\n"
    assert read.alternatives == ()


def test_comments_are_no_text_but_told() -> None:
    comment = f'<w:comment w:id="0">{paragraph("Make it 25 percent?")}</w:comment>'
    document = read_docx(paragraph("15 percent"), {"comments": comment}).document
    assert document.text == "15 percent\n"
    (problem,) = document.problems
    assert (problem.code, problem.message) == (
        "W-COMMENTS",
        "the file holds 1 comment in the margin, which are not part of its text",
    )


def test_places_name_the_part() -> None:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    read = read_docx(
        paragraph("First", reference) + paragraph() + paragraph("Third") + table(("c", "d"), ("e", "f")),
        {"footnotes": f'<w:footnote w:id="7">{paragraph("A note.")}</w:footnote>', "header1": paragraph("Head")},
    )
    text = read.document.text

    def place(words: str) -> str:
        return read.place(Span(text.index(words), text.index(words) + len(words)))

    assert place("Head") == "header1, paragraph 1"
    assert place("First") == "paragraph 1"
    assert place("Third") == "paragraph 3"
    assert place("f |") == "table 1, row 2, cell 2"
    assert place("A note.") == "footnote 1"


def test_title_and_author_are_taken_from_the_properties() -> None:
    core = '<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>Rates of Duty</d:title><d:creator>A</d:creator></c>'
    data = packed(
        {
            "word/document.xml": docx_body("The rate is 15 percent."),
            "docProps/core.xml": core,
        }
    )
    assert reading(data, "a.docx").document.title == "Rates of Duty"


def docx_body(words: str) -> str:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    return f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'


def test_the_strict_variant_is_read_too() -> None:
    data = packed({"word/document.xml": docx_body("The rate is 15 percent.")})
    assert reading(data, "a.docx").document.text == "The rate is 15 percent.\n"


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (
            docx(paragraph("words"))[:-200],
            "E-UNREADABLE",
            "the file cannot be read: its directory is missing or damaged",
        ),
        (docx("<w:p>"), "E-UNREADABLE", "the file cannot be read: its XML is damaged or cut short"),
        (docx(paragraph()), "E-EMPTY", "the file holds no words"),
        (
            docx("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200),
            "E-STRUCTURE",
            "its parts are nested more than 255 deep; what lies deeper was not read",
        ),
    ],
    ids=["cut", "damaged", "empty", "deep"],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, message: str) -> None:
    document = reading(data, "a.docx").document
    assert (document.state, document.text) == (State.NOT_CHECKED, "")
    assert (document.problems[0].code, document.problems[0].message) == (code, message)
    assert document.problems[0].hint


def test_a_part_damaged_inside_the_archive_is_told() -> None:
    data = bytearray(docx(paragraph("The rate is 15 percent. " * 50)))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 8] = b"\xff" * 8
    document = reading(bytes(data), "a.docx").document
    assert document.state is State.NOT_CHECKED
    assert document.problems[0].code == "E-UNREADABLE"
    assert document.problems[0].where == "word/document.xml"


@pytest.mark.parametrize("before", ["<w:tr>", "<w:tc>"])
def test_words_of_a_table_that_stand_in_no_cell_are_shown_before_it(before: str) -> None:
    grid = table(("a", "b"), ("c", "d"))
    assert text_of(grid.replace(before, f"{paragraph('Stray words.')}{before}", 1)) == (
        "Stray words.\n\n| a | b |\n| c | d |"
    )
