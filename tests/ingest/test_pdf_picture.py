"""A picture of the evidence: small, in greys, the width of its column, around the words."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from checker import limits
from checker.ingest import Picture, Reading
from checker.model.text import Box, Span
from tests.ingest.pdfs import column, pdf, reading

LEFT = column(72, 700, [f"left {n} with some words to fill the line" for n in range(40)])
RIGHT = column(330, 700, [f"right {n} with some words to fill the line" for n in range(40)])
DOCUMENT = pdf([*LEFT, *RIGHT])


def boxes_of(read: Reading, words: str) -> tuple[Box, ...]:
    start = read.document.text.index(words)
    return read.boxes(Span(start, start + len(words)))[0][1]


def picture_of(words: str, data: bytes = DOCUMENT) -> tuple[Picture, tuple[Box, ...]]:
    read = reading(data)
    boxes = boxes_of(read, words)
    picture = read.crop(1, boxes)
    assert picture
    return picture, boxes


def test_the_picture_is_a_small_webp_of_sixteen_greys() -> None:
    picture, _ = picture_of("left 20")
    image = Image.open(io.BytesIO(picture.image))
    assert image.format == "WEBP"
    assert len(picture.image) <= limits.PICTURE_BYTES
    assert len(image.convert("L").getcolors() or ()) <= 16


def test_the_picture_holds_the_words_with_a_margin() -> None:
    picture, (box,) = picture_of("left 20")
    assert picture.top == pytest.approx(box.top - 24, abs=0.01)
    assert picture.top + picture.height == pytest.approx(box.bottom + 24, abs=0.01)
    assert box.x0 - 24 < picture.left <= box.x0 - 12 + 1


def test_the_picture_is_as_wide_as_the_column() -> None:
    picture, _ = picture_of("right 20")
    assert 300 < picture.left < 330
    assert picture.left + picture.width < 612


def darkest(image: Image.Image, part: tuple[int, int, int, int]) -> int:
    """The darkest grey in a part of a picture: left, top, right, bottom in pixels."""
    return min(image.convert("L").crop(part).tobytes())


def test_the_ink_is_where_the_rectangle_says() -> None:
    picture, (box,) = picture_of("left 20")
    image = Image.open(io.BytesIO(picture.image))
    scale = image.width / picture.width
    left, right = round((box.x0 - picture.left) * scale), round((box.x1 - picture.left) * scale)
    top, bottom = round((box.top - picture.top) * scale), round((box.bottom - picture.top) * scale)
    assert darkest(image, (left, top, right, bottom)) < 64
    assert darkest(image, (0, 0, left - 8, image.height)) == 255


def test_blank_paper_beside_the_words_is_not_drawn() -> None:
    words = column(300, 700, ["The rate is 15 percent.", "It is paid on entry."])
    picture, _ = picture_of("15 percent", pdf(words))
    assert 300 - 24 < picture.left < 300
    assert picture.width < 200


def test_the_picture_is_at_most_a_third_of_the_page_high() -> None:
    text = reading(DOCUMENT).document.text
    picture, boxes = picture_of(text[text.index("left 1") : text.index("left 39")])
    assert picture.height <= 792 / 3 + 1
    assert picture.top < boxes[0].top


@pytest.mark.parametrize("rotation", [90, 270])
def test_a_turned_page_is_shown_upright(rotation: int) -> None:
    words = column(72, 700, ["The rate is 15 percent."])
    upright, _ = picture_of("15 percent", pdf(words))
    turned, _ = picture_of("15 percent", pdf(words, rotation=rotation))
    assert turned.top == pytest.approx(upright.top, abs=0.01)
    shown = Image.open(io.BytesIO(turned.image))
    assert shown.width > shown.height
    assert darkest(shown, (0, 0, shown.width, shown.height)) < 64


def test_what_would_be_too_large_to_draw_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_PIXELS", 1000)
    read = reading(DOCUMENT)
    assert read.crop(1, boxes_of(read, "left 20")) is None


def test_a_picture_that_would_be_too_heavy_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    fine, _ = picture_of("left 20")
    monkeypatch.setattr(limits, "PICTURE_BYTES", len(fine.image) - 1)
    coarse, _ = picture_of("left 20")
    assert len(coarse.image) < len(fine.image)
    assert (coarse.top, coarse.height) == (fine.top, fine.height)
    assert (coarse.left, coarse.width) == pytest.approx((fine.left, fine.width), abs=1)  # a dot more or less of paper


def test_without_rectangles_there_is_no_picture() -> None:
    assert reading(DOCUMENT).crop(1, ()) is None
