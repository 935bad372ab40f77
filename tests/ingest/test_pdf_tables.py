"""Ruled tables in a PDF are read cell by cell, wherever their words stand in the file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from checker.ingest import Reading
from checker.model.provision import Kind
from checker.model.text import Span
from checker.segment import segment
from tests.ingest.pdfs import drawn, reading

LEFT, TOP, WIDTH, HEIGHT = 72.0, 700.0, 150.0, 30.0
ROWS = (("Article", "Rate"), ("Soy sauce", "3.0%"), ("Upright pianos", "4.7%"))
LEAD = "The table below states the duty on each of these articles."


def words(canvas: Canvas, rows: Sequence[Sequence[str]], top: float = TOP) -> None:
    """The words of a table; a line end in a cell starts a new line there."""
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            for line, text in enumerate(cell.split("\n")):
                canvas.drawString(LEFT + across * WIDTH + 4, top - down * HEIGHT - 12 - 11 * line, text)


def level(canvas: Canvas, rows: int, columns: int, top: float = TOP) -> None:
    for row in range(rows + 1):
        canvas.line(LEFT, top - row * HEIGHT, LEFT + columns * WIDTH, top - row * HEIGHT)


def upright(canvas: Canvas, rows: int, columns: int, top: float = TOP) -> None:
    for column in range(columns + 1):
        canvas.line(LEFT + column * WIDTH, top, LEFT + column * WIDTH, top - rows * HEIGHT)


def ruled(canvas: Canvas, rows: Sequence[Sequence[str]] = ROWS, top: float = TOP) -> None:
    canvas.drawString(LEFT, top + 20, LEAD)
    words(canvas, rows, top)
    level(canvas, len(rows), len(rows[0]), top)
    upright(canvas, len(rows), len(rows[0]), top)


def between_rows(canvas: Canvas) -> None:
    canvas.drawString(LEFT, TOP + 20, LEAD)
    words(canvas, ROWS)
    level(canvas, len(ROWS), 2)


def filled_bars(canvas: Canvas) -> None:
    """The rules are thin filled rectangles, one at each side of each cell, as browsers and word processors draw."""
    canvas.drawString(LEFT, TOP + 20, LEAD)
    words(canvas, ROWS)
    for row in range(len(ROWS) + 1):
        for column in range(2):
            canvas.rect(LEFT + column * WIDTH, TOP - row * HEIGHT, WIDTH, 0.7, stroke=0, fill=1)
    for row in range(len(ROWS)):
        for column in range(3):
            canvas.rect(LEFT + column * WIDTH, TOP - (row + 1) * HEIGHT, 0.7, HEIGHT, stroke=0, fill=1)


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(612, 0)
    canvas.rotate(90)
    ruled(canvas, top=500)


def by_columns(canvas: Canvas) -> None:
    """The file holds the words of the second column before those of the first."""
    canvas.drawString(LEFT, TOP + 20, LEAD)
    for across in (1, 0):
        for down, row in enumerate(ROWS):
            canvas.drawString(LEFT + across * WIDTH + 4, TOP - down * HEIGHT - 12, row[across])
    level(canvas, len(ROWS), 2)
    upright(canvas, len(ROWS), 2)


TABLE = "| Article | Rate |\n| Soy sauce | 3.0% |\n| Upright pianos | 4.7% |"


@pytest.mark.parametrize("draw", [ruled, between_rows, filled_bars, turned, by_columns])
def test_the_words_stand_in_their_cells(draw: object) -> None:
    assert reading(drawn(draw)).document.text == f"{LEAD}\n\n{TABLE}"  # type: ignore[arg-type]


def test_cells_are_read_with_the_header_above_them() -> None:
    document = reading(drawn(ruled)).document
    rows = [provision for provision in segment(document) if provision.kind is Kind.TABLE_ROW]
    assert [(cell.header, cell.span.of(document.text)) for cell in rows[-1].cells] == [
        ("Article", "Upright pianos"),
        ("Rate", "4.7%"),
    ]


def test_a_cell_of_several_lines_is_one_and_a_broken_word_is_mended() -> None:
    rows = (("Article", "Rate"), ("Civil aircraft and\ntheir compo-", "Free"), ("Steel and\naluminium", "50%"))
    text = reading(drawn(lambda canvas: ruled(canvas, rows))).document.text
    assert "| Civil aircraft and their compo- | Free |\n| Steel and aluminium | 50% |" in text


def test_a_bar_in_a_cell_does_not_make_two() -> None:
    rows = (("Article", "Rate"), ("Soy|sauce", "3.0%"), ("Upright pianos", "4.7%"))
    document = reading(drawn(lambda canvas: ruled(canvas, rows))).document
    assert "| Soy\\|sauce | 3.0% |" in document.text
    assert {len(row.cells) for row in segment(document) if row.kind is Kind.TABLE_ROW} == {2}


def test_a_table_that_goes_on_on_the_next_page_is_one() -> None:
    def second(canvas: Canvas) -> None:
        words(canvas, (("Microscopes", "Free"), ("Sweaters", "32%")))
        level(canvas, 2, 2)
        upright(canvas, 2, 2)

    document = reading(drawn(ruled, second)).document
    assert document.text.endswith("| Upright pianos | 4.7% |\n| Microscopes | Free |\n| Sweaters | 32% |")
    assert document.pages[1].span.of(document.text).strip() == "| Microscopes | Free |\n| Sweaters | 32% |"
    rows = [provision for provision in segment(document) if provision.kind is Kind.TABLE_ROW]
    assert rows[-1].cells[1].header == "Rate"


def frame(canvas: Canvas) -> None:
    """A frame around text and a rule beside it are no table."""
    canvas.drawString(LEFT, TOP, "Notice to importers")
    canvas.drawString(LEFT + 300, TOP, "No. 12")
    canvas.rect(LEFT - 10, TOP - 40, 450, 80)
    canvas.line(LEFT + 280, TOP + 40, LEFT + 280, TOP - 40)
    canvas.drawString(LEFT, TOP - 100, LEAD)


def underlined(canvas: Canvas) -> None:
    for at, line in enumerate(("One thing is so.", "Another thing is so.", "A third thing is so too.")):
        canvas.drawString(LEFT, TOP - 20 * at, line)
        canvas.line(LEFT, TOP - 20 * at - 2, LEFT + 200, TOP - 20 * at - 2)


@pytest.mark.parametrize("draw", [frame, underlined])
def test_frames_and_underlines_make_no_table(draw: object) -> None:
    assert "|" not in reading(drawn(draw)).document.text  # type: ignore[arg-type]


def place_of(read: Reading, words: str) -> tuple[int, float, float]:
    start = read.document.text.index(words)
    ((page, (box,)),) = read.boxes(Span(start, start + len(words)))
    return page, round(box.x0), round(box.top)


def test_the_words_of_a_cell_are_found_on_the_page() -> None:
    read = reading(drawn(ruled))
    page, left, top = place_of(read, "4.7%")
    assert (page, left) == (1, LEFT + WIDTH + 4)
    baseline = 792 - TOP + 2 * HEIGHT + 12
    assert baseline - 10 < top < baseline - 4
    assert place_of(read, "Soy sauce")[:2] == (1, LEFT + 4)


def test_hidden_words_in_a_cell_are_left_out() -> None:
    def hiding(canvas: Canvas) -> None:
        ruled(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(LEFT + WIDTH + 40, TOP - HEIGHT - 12, "plus 12%")

    seen = reading(drawn(hiding)).seen(())
    assert seen is not None
    assert seen.document.text == f"{LEAD}\n\n{TABLE}"


def test_letters_of_another_size_begin_a_paragraph() -> None:
    def titled(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 12)
        canvas.drawString(LEFT, TOP, "Rates of Duty on Certain Products of Japan; Notice to All Importers")
        canvas.setFont("Times-Roman", 10)
        for at in range(3):
            canvas.drawString(
                LEFT, TOP - 13 - 13 * at, "AGENCY: The Administration has the duty to say what the rates are"
            )

    assert reading(drawn(titled)).document.text.split("\n\n")[0].endswith("Notice to All Importers")
