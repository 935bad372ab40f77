"""Words in a PDF that no reader sees are told apart, left out, and cannot carry a verdict."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.ingest import Reading
from checker.model.document import State
from checker.model.text import Span
from tests.ingest.pdfs import reading

SHOWN = "The guard shall open the gate at noon."
SECRET = "The guard shall close the gate."
Draw = Callable[[Canvas], None]


def page(draw: Draw) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 720, SHOWN)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def invisible(canvas: Canvas) -> None:
    canvas.beginText(72, 700).setTextRenderMode(3)
    text = canvas.beginText(72, 700)
    text.setFont("Times-Roman", 12)
    text.setTextRenderMode(3)
    text.textLine(SECRET)
    canvas.drawText(text)


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 700, SECRET)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 0.5)
    canvas.drawString(72, 700, SECRET)


def off_page(canvas: Canvas) -> None:
    canvas.drawString(72, -300, SECRET)


def beside_the_page(canvas: Canvas) -> None:
    canvas.drawString(-500, 700, SECRET)


def white_after_words(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "It is so.")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(125, 700, SECRET)


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.5)
    canvas.rect(60, 690, 400, 24, fill=1)
    white(canvas)


def small_by_its_matrix(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 1)
    canvas.saveState()
    canvas.translate(72, 700)
    canvas.scale(12, 12)
    canvas.drawString(0, 0, SECRET)
    canvas.restoreState()


def recognised(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (10, 10), 255)), 0, 0, 612, 792)
    invisible(canvas)


def nothing(canvas: Canvas) -> None:
    del canvas


def seen(data: bytes) -> Reading | None:
    return reading(data, "order.pdf").seen(())


@pytest.mark.parametrize("draw", [invisible, white, tiny, off_page, beside_the_page])
def test_hidden_words_are_left_out_and_told(draw: Draw) -> None:
    found = seen(page(draw))
    assert found is not None
    assert found.document.text == SHOWN
    assert found.document.state is State.CHECKED
    (problem,) = found.document.problems
    assert (problem.code, problem.where) == ("W-HIDDEN-TEXT", "page 1")
    assert problem.message == (
        "words that no reader sees (invisible, white, tiny or off the page) stand in the text; they were left out"
    )


def test_hidden_words_in_the_middle_of_a_line_are_left_out() -> None:
    found = seen(page(white_after_words))
    assert found is not None
    assert found.document.text.split("\n\n")[-1].endswith("It is so.")
    assert "close" not in found.document.text


@pytest.mark.parametrize("draw", [white_on_dark, small_by_its_matrix, recognised, nothing])
def test_what_can_be_seen_is_left_alone(draw: Draw) -> None:
    assert seen(page(draw)) is None


def test_a_document_of_hidden_words_only_is_not_checked() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    white(canvas)
    canvas.save()
    found = seen(out.getvalue())
    assert found is not None
    assert (found.document.state, found.document.text) == (State.NOT_CHECKED, "")
    assert found.document.problems[0].message == "the PDF shows no words: all of its text is hidden"


def test_long_documents_are_looked_at_where_a_rule_found_something() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for number in range(12):
        canvas.drawString(72, 720, f"Page {number} says this and that about the gate.")
        canvas.drawString(72, 700, f"And more than that, in clause {number}.")
        if number == 7:
            white(canvas)
        canvas.showPage()
    canvas.save()
    read = reading(out.getvalue(), "long.pdf")
    assert read.seen(()) is None
    start = read.document.text.index("close")
    found = read.seen((Span(start, start + 5),))
    assert found is not None
    assert found.document.problems[0].where == "page 8"


def test_the_boxes_of_the_words_that_are_left_still_hold_them() -> None:
    found = seen(page(tiny))
    assert found is not None
    ((number, (box,)),) = found.boxes(Span(0, len(SHOWN)))
    assert number == 1
    assert 70 < box.x0 < 74
    assert 60 < box.top < 75
