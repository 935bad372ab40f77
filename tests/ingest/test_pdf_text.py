"""The text of a PDF reads as paragraphs: lines joined, words mended, columns in order, furniture left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.pdfs import Word, column, drawn, pdf, raw_pdf, reading, text_of

PROSE = [
    "The Secretary of Commerce shall, in consultation with the United States Trade",
    "Representative, determine whether modifications are necessary to carry out this",
    "order, and shall publish such modifications by notice in the Federal Register,",
    "within seven days of the date on which this order is published.",
]
JOINED = " ".join(PROSE)


def body(top: float = 700) -> list[Word]:
    return column(72, top, PROSE)


def test_the_lines_of_a_paragraph_are_joined_with_blanks() -> None:
    assert text_of(body()) == JOINED


def test_a_wider_distance_or_an_indent_starts_a_paragraph() -> None:
    indented = [(90.0, 580.0, PROSE[0]), *column(72, 568, PROSE[1:])]
    assert text_of([*body(700), *body(640), *indented]) == f"{JOINED}\n\n{JOINED}\n\n{JOINED}"


def test_a_wider_distance_does_not_part_a_sentence_that_goes_on() -> None:
    words = [
        (72.0, 700.0, PROSE[0]),
        (72.0, 684.0, "and after that, all agencies " + PROSE[2]),
        *column(72, 672, PROSE[2:]),
    ]
    assert text_of(words).startswith(f"{PROSE[0]} and after that, all agencies")


def test_headings_and_items_start_new_lines() -> None:
    lines = ["Sec. 2. General Tariffs.", *PROSE, "(a) automobiles;", "(b) automobile parts; and", "(c) aircraft."]
    text = text_of(column(72, 700, lines))
    items = ["(a) automobiles;", "(b) automobile parts; and", "(c) aircraft."]
    assert [line for line in text.split("\n") if line] == ["Sec. 2. General Tariffs.", JOINED, *items]


def test_a_cross_reference_at_the_start_of_a_line_is_no_item() -> None:
    lines = [
        "The duties shall apply as of the date of the notice that is described in subsection",
        "(b) of this section, and shall not be applied before that date to any product, and",
        "they are set out in full there.",
    ]
    assert text_of(column(72, 700, lines)) == " ".join(lines)


def test_short_lines_stay_lines() -> None:
    lines = ["beef", "pork and poultry products", "soybeans"]
    assert text_of([*body(700), *column(90, 640, lines)]) == f"{JOINED}\n\nbeef\npork and poultry products\nsoybeans"


@pytest.mark.parametrize(
    ("first", "second", "mended"),
    [
        ("the vehicles shall com-", "ply with", "shall comply with"),
        ("shall apply the most-favored-", "nation rate", "the most-favored-nation rate"),
        ("a rate between 10-", "15 percent", "between 10-15 percent"),
        ("under the U.S.-", "Japan agreement", "the U.S.-Japan agreement"),
        ("over a 5-", "year period", "a 5-year period"),
        ("under an AI-", "enabled system", "an AI-enabled system"),
        ("listed in section 1(a)–", "(l) of this order", "section 1(a)–(l) of this order"),
    ],
)
def test_words_broken_at_a_line_end_are_mended(first: str, second: str, mended: str) -> None:
    start = "The Government of Japan and the Government of the United States agree that "
    text = text_of(column(72, 700, [start + first, second + " as is provided for in this order and in the notice."]))
    assert mended in text
    assert "\ufffe" not in text


def test_the_document_tells_whether_a_hyphen_belongs_to_the_word() -> None:
    lines = [
        "Goods under the de minimis limit shall not be subject to duty-",
        "free treatment.",
        "Duty-free treatment means duty-free entry.",
    ]
    assert "subject to duty-free treatment" in text_of(column(72, 700, lines))
    lines[2] = "No treatment of any other kind is meant by it."
    assert "subject to dutyfree treatment" in text_of(column(72, 700, lines))


def test_a_word_and_a_sentence_go_on_across_columns_and_pages() -> None:
    long = PROSE * 3
    narrow = [line[:44].strip() for line in long[:-1]]
    first = column(60, 700, [*narrow, "and it shall take effect as soon as the agen-"], 11)
    second = column(
        330,
        700,
        ["cies have published it, and shall be applied", *narrow[1:], "in the order of the Secretary of the Interior"],
        11,
    )
    third = column(60, 700, ["or of the Treasury, as the case may be, until", "it is repealed."], 11)
    text = text_of([*first, *second], third)
    assert "as soon as the agencies have published it" in text
    assert "of the Secretary of the Interior or of the Treasury" in text


def test_columns_are_read_one_after_the_other() -> None:
    left = column(60, 700, [f"left {n} and so on for this line of it," for n in range(9)])
    right = column(330, 700, [f"right {n} and so on for this line of it," for n in range(9)])
    text = text_of([*left, *right])
    assert text.index("left 8") < text.index("right 0")


def test_rows_of_a_table_stay_lines() -> None:
    rows = [("2204.10", "Wine", "15%"), ("2204.21", "Beer", "Free"), ("2204.29", "Cider", "10%")]
    cells = [(72.0 + 180 * at, 600.0 - 12 * row, cell) for row, line in enumerate(rows) for at, cell in enumerate(line)]
    lines = text_of([*body(), *cells]).splitlines()
    assert lines[-3:] == ["2204.10 Wine 15%", "2204.21 Beer Free", "2204.29 Cider 10%"]


def page(number: int, lines: list[str]) -> list[Word]:
    head = (72.0, 760.0, f"Federal Register / Vol. 90, No. 172 / Tuesday, September 9, 2025 {43534 + number}")
    return [head, *column(72, 700, lines), (300.0, 30.0, f"- {number} -")]


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = [page(1, PROSE[:2]), page(2, PROSE[2:]), page(3, PROSE)]
    document = reading(pdf(*pages)).document
    assert document.text == f"{JOINED}\n\n{JOINED}"
    (problem,) = document.problems
    assert problem.code == "I-RUNNING-HEADS"
    assert problem.message.startswith(
        "running heads, feet or codes were left out of the text: “Federal Register / Vol. 90"
    )


def test_a_head_that_only_the_second_page_has_is_known_by_its_page_number() -> None:
    first = [(500.0, 760.0, "43535"), *column(72, 700, PROSE[:2])]
    assert text_of(first, page(2, PROSE[2:])) == JOINED


def test_what_repeats_inside_the_text_or_stands_once_at_the_edge_is_kept() -> None:
    pages = [[(72.0, 770.0, f"Schedule {name}"), *body()] for name in ("of wines", "of beers")]
    text = text_of(*pages)
    assert text.count(JOINED) == 2
    assert "Schedule of wines" in text
    assert "Schedule of beers" in text


def test_the_first_row_of_a_table_on_every_page_is_no_running_head() -> None:
    head = "Heading     Rate of duty     Country"
    first = column(72, 765, [head, "2204.10     15 percent     Japan", "2204.21     Free     Japan"])
    second = column(72, 765, [head, "2204.22     12 percent     Japan", "2204.29     Free     Korea"])
    assert text_of(first, second).count("Rate of duty") == 2


def test_the_text_of_a_page_without_furniture_is_not_touched() -> None:
    assert reading(pdf(body())).document.problems == ()


def test_japanese_lines_join_without_a_blank() -> None:
    lines = [
        "日本国政府は、米国で製造され、かつ米国の安全基準に適合することが認証された乗用車につい",
        "て、追加の試験を要することなく、日本国内における販売を受け入れるものとする。",
        "第２条　関税率は15％とする。",
    ]
    text = text_of(column(72, 700, lines, 18), font="HeiseiMin-W3")
    first, second = text.split("\n\n")
    assert first == lines[0] + lines[1]
    assert second.startswith("第２条")


def test_a_japanese_sentence_goes_on_across_pages_without_the_page_number() -> None:
    first = [
        *column(
            72,
            700,
            ["輸入者は、この告示の施行の日前に輸入された乗用車を、輸入の許可を受けた後でなければ輸出しては"],
            18,
        )
    ]
    second = [
        *column(
            72,
            700,
            ["ならない。ただし、次の各号に掲げる場合は、この限りでないものとし、その旨を届け出るものとする。"],
            18,
        )
    ]
    pages = [[*words, (290.0, 30.0, f"- {number} -")] for number, words in enumerate((first * 1, second), 1)]
    assert "輸出してはならない。" in text_of(*pages, font="HeiseiMin-W3").replace("\n", "")


def test_control_codes_do_not_reach_the_text() -> None:
    content = b"BT /F1 12 Tf 72 700 Td (a\\033]0;owned\\007b) Tj ET"
    assert reading(raw_pdf(content)).document.text == "a\ufffd]0;owned\ufffdb"
    ends = b"BT /F1 12 Tf 72 700 Td (one\\012two\\015three) Tj ET"
    assert reading(raw_pdf(ends)).document.text.split() == ["one", "two", "three"]


def draw_column(canvas: Canvas, lines: list[str]) -> None:
    for left, bottom, text in column(72, 700, lines):
        canvas.drawString(left, bottom, text)


def sideways(canvas: Canvas, left: float, text: str) -> None:
    canvas.saveState()
    canvas.translate(left, 20)
    canvas.rotate(90)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def test_a_code_that_runs_up_the_margin_is_left_out_and_told() -> None:
    def page(canvas: Canvas) -> None:
        draw_column(canvas, PROSE)
        sideways(canvas, 590, "signature.EPS</GPH>")

    document = reading(drawn(page)).document
    assert document.text == JOINED
    assert [problem.code for problem in document.problems] == ["I-RUNNING-HEADS"]
    assert "“signature.EPS</GPH>”" in document.problems[0].message


def test_words_that_run_sideways_inside_the_text_are_kept() -> None:
    def page(canvas: Canvas) -> None:
        draw_column(canvas, PROSE)
        sideways(canvas, 200, "Rates of duty in percent")

    assert "Rates of duty in percent" in reading(drawn(page)).document.text


def raised(canvas: Canvas, *words: tuple[str, bool]) -> None:
    """A line of words, each on the line or raised above it."""
    text = canvas.beginText(72, 700)
    for word, is_raised in words:
        text.setFont("Times-Roman", 6 if is_raised else 10)
        text.setRise(4 if is_raised else 0)
        text.textOut(word)
    canvas.drawText(text)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ([("a rate of 15", False), ("1", True), (" percent", False)], "a rate of 15¹ percent"),
        ([("about 550", False), ("2", True), (" billion dollars", False)], "about 550² billion dollars"),
        ([("10", False), ("6", True), (" tons of rice", False), ("2", True)], "10⁶ tons of rice²"),
        ([("all vehicles", False), ("12", True), (" of Japan", False)], "all vehicles¹² of Japan"),
        ([("the rate is 15%", False), ("3", True), (" of the value", False)], "the rate is 15%³ of the value"),
        ([("section 3 and chapter 99 of 2025", False)], "section 3 and chapter 99 of 2025"),
    ],
)
def test_a_raised_figure_is_not_part_of_the_figure_or_word_before_it(words: list[tuple[str, bool]], read: str) -> None:
    assert reading(drawn(lambda canvas: raised(canvas, *words))).document.text == read


def test_ruby_is_not_part_of_the_sentence() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))

    def page(canvas: Canvas) -> None:
        canvas.setFont("HeiseiMin-W3", 10)
        canvas.drawString(72, 700, "瑕疵のある乗用車は、受け入れることを要しない。")
        canvas.setFont("HeiseiMin-W3", 5)
        canvas.drawString(74, 710.5, "かし")
        canvas.setFont("HeiseiMin-W3", 10)
        canvas.drawString(72, 682, "ただし、届け出たものは、この限りでない。")

    text = reading(drawn(page)).document.text
    assert (
        text.replace("\n", "")
        == "瑕疵のある乗用車は、受け入れることを要しない。ただし、届け出たものは、この限りでない。"
    )


BODY = [
    "Section 1. The Secretary shall accept vehicles that were made in the United States",
    "and certified under the standards of that country without any additional testing,",
    "provided that the documents of the manufacturer are sent to the Secretary within",
]
REST = ["thirty days. The Secretary may ask for a copy of the label, and for nothing else."]
NOTE = ["1 The standards are those of 1966, as amended in the years from 1970 to 2024, and", "a list of them is kept"]


def with_notes(body: list[str], notes: list[str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for left, bottom, line in column(72, 700, body):
            canvas.drawString(left, bottom, line)
        canvas.setFont("Times-Roman", 8)
        for left, bottom, line in column(72, 110, notes, 9):
            canvas.drawString(left, bottom, line)

    return draw


def test_a_note_at_the_foot_does_not_stand_in_a_sentence_that_goes_on_overleaf() -> None:
    words = ["The following applies.", ""]
    document = reading(drawn(with_notes(words + BODY, NOTE), with_notes(REST, ["2 The label of part 567."]))).document
    paragraphs = document.text.split("\n\n")
    assert paragraphs == ["The following applies.", " ".join(NOTE), " ".join(BODY + REST), "2 The label of part 567."]


def test_a_note_is_not_joined_with_the_text_overleaf() -> None:
    document = reading(drawn(with_notes(BODY, NOTE), with_notes(REST, []))).document
    assert " ".join(NOTE) in document.text.split("\n\n")


def test_pages_partition_the_text() -> None:
    document = reading(pdf(page(1, PROSE), [], page(3, PROSE[:2]), page(4, PROSE[2:]))).document
    assert [one.number for one in document.pages] == [1, 2, 3, 4]
    assert document.pages[0].span.start == 0
    assert document.pages[-1].span.end == len(document.text)
    assert all(a.span.end == b.span.start for a, b in zip(document.pages, document.pages[1:], strict=False))
    assert len(document.pages[1].span) == 0
    assert document.pages[3].span.of(document.text).strip() == " ".join(PROSE[2:])
    assert (document.pages[0].width, document.pages[0].height) == (612, 792)
