"""Pages without text are read from their pictures where that is asked for, and decide nothing on their own."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from checker.cli import recognition
from checker.ingest import Manner, Ocr, Reading, Source, read
from checker.model.document import Layer, State
from checker.model.text import Span
from tests.cli.conftest import Program, program, toy
from tests.ingest.pdfs import Word, pdf, raw_pdf
from tests.make_fixtures import FIXTURES

__all__ = ["program", "toy"]

SMALL = (320.0, 110.0)
CLOSED = "The guard shall close the north gate at noon."
OPEN = "The guard shall open the north gate at noon."
RATE = b"BT /F1 12 Tf 20 80 Td (The guard shall open the north gate) Tj 0 -16 Td (within 33 days.) Tj ET"


def scan(data: bytes, scale: float = 2) -> bytes:
    """A PDF whose pages are pictures of the pages of another."""
    with pypdfium2.PdfDocument(data) as source:
        pictures = [page.render(scale=scale, grayscale=True).to_pil().convert("L") for page in source]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=72 * scale, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def page(*lines: str) -> list[Word]:
    return [(20.0, 80.0 - 16 * at, line) for at, line in enumerate(lines)]


def small(*pages: Sequence[Word]) -> bytes:
    return pdf(*pages, size=SMALL, points=12)


def recognised(data: bytes, ocr: Ocr = Ocr.AUTO) -> Reading:
    return read(Source("scan.pdf", data, manner=Manner(ocr=ocr)))


@pytest.mark.usefixtures("ocr")
def test_a_scanned_page_is_read_and_its_words_are_found_on_it() -> None:
    reading = recognised(scan(small(page(CLOSED, "It is so ordered."))))
    document = reading.document
    assert document.text == f"{CLOSED} It is so ordered."
    assert document.state is State.CHECKED
    (only,) = document.pages
    assert (only.layer, 0.8 < only.confidence <= 1) == (Layer.OCR, True)
    assert [problem.code for problem in document.problems] == ["W-OCR"]
    start = document.text.index("It is")
    ((number, (box,)),) = reading.boxes(Span(start, len(document.text)))
    assert number == 1
    assert abs(box.x0 - 20) < 3
    assert abs(box.bottom - (SMALL[1] - 64)) < 6


@pytest.mark.usefixtures("ocr")
def test_only_pages_without_text_are_recognised_unless_all_are_asked_for() -> None:
    both = merged(small(page(OPEN)), scan(small(page(CLOSED))))
    auto, forced = (recognised(both, ocr).document for ocr in (Ocr.AUTO, Ocr.FORCE))
    assert [each.layer for each in auto.pages] == [Layer.TEXT, Layer.OCR]
    assert [each.layer for each in forced.pages] == [Layer.OCR, Layer.OCR]
    assert auto.text == forced.text == f"{OPEN}\n\n{CLOSED}"


@pytest.mark.usefixtures("ocr")
def test_japanese_columns_are_read_one_after_the_other() -> None:
    read_from_picture = recognised(scan((FIXTURES / "columns-ja.pdf").read_bytes())).document.text
    with_text_layer = recognised((FIXTURES / "columns-ja.pdf").read_bytes()).document.text
    assert squeezed(read_from_picture) == squeezed(with_text_layer)


@pytest.mark.usefixtures("ocr")
def test_a_picture_without_words_stays_unread() -> None:
    document = recognised(scan(small([]))).document
    assert document.state is State.NOT_CHECKED
    assert document.problems[0].hint == (
        "the text recognition (OCR) found no words on them; ask the issuer for the original file"
    )


def finding(toy: Program, file: Path, data: bytes, *options: str) -> dict[str, Any]:
    file.write_bytes(data)
    outcome = toy(file, "--format", "json", "--fail-on", "never", *options)
    (only,) = json.loads(outcome.stdout)["findings"]
    return dict(only)


@pytest.mark.usefixtures("ocr")
def test_what_rests_on_a_picture_alone_is_left_to_a_reviewer(toy: Program, tmp_path: Path) -> None:
    found = finding(toy, tmp_path / "scan.pdf", scan(small(page(CLOSED))), "--ocr", "auto")
    assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "ocr_only")
    assert found["reason"]["text"].startswith(
        "The words that decide were read from the picture of a page by text recognition (OCR), at worst with confidence"
    )
    assert found["evidence"][0]["quote"] == CLOSED
    assert found["evidence"][0]["boxes"]


@pytest.mark.usefixtures("ocr")
def test_what_also_stands_in_text_is_decided(toy: Program, tmp_path: Path) -> None:
    both = merged(small(page(CLOSED)), scan(small(page("Nothing else is said."))))
    assert finding(toy, tmp_path / "both.pdf", both, "--ocr", "auto")["verdict"] == "violation"


def test_a_scan_says_how_it_can_be_read(toy: Program, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan(small(page(CLOSED))))
    outcome = toy(tmp_path / "scan.pdf")
    assert outcome.status == 4
    assert "check it with --ocr auto, which runs a text recognition (OCR)" in " ".join(
        toy(tmp_path / "scan.pdf", "--all").stdout.split()
    )


@pytest.mark.parametrize("options", [("--ocr", "auto"), ("--ocr", "force"), ("--verify-ocr",)])
def test_without_the_extra_it_is_said_how_to_install_it(
    toy: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.setattr("checker.ingest.pdf.ocr.is_installed", lambda: False)
    (tmp_path / "order.txt").write_text(OPEN, "utf-8")
    outcome = toy(tmp_path / "order.txt", *options)
    assert outcome.status == 2
    assert f"{' '.join(options)} needs the text recognition, which is not installed" in outcome.stderr
    assert recognition._INSTALL in outcome.stderr


def saying(digit: str) -> bytes:
    """A page that draws the figure 33, where the file says that the digit drawn as 3 is another."""
    return raw_pdf(RATE, unicodes=b"<33> <%04X>" % ord(digit)).replace(b"[0 0 612 792]", b"[0 0 320 110]")


@pytest.mark.usefixtures("ocr")
def test_a_figure_that_is_drawn_otherwise_than_the_file_says_decides_nothing(toy: Program, tmp_path: Path) -> None:
    assert finding(toy, tmp_path / "false.pdf", saying("9"))["verdict"] == "compliant"
    found = finding(toy, tmp_path / "false.pdf", saying("9"), "--verify-ocr")
    assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "drawn_otherwise")
    assert found["reason"]["text"] == (
        "The text of the file says “99”, but text recognition (OCR) does not find that figure in the page as it is "
        "drawn; compare the words with the page."
    )


@pytest.mark.usefixtures("ocr")
def test_a_figure_that_is_drawn_as_the_file_says_decides(toy: Program, tmp_path: Path) -> None:
    assert finding(toy, tmp_path / "true.pdf", saying("3"), "--verify-ocr")["verdict"] == "compliant"


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def merged(*files: bytes) -> bytes:
    out = io.BytesIO()
    with pypdfium2.PdfDocument.new() as target:
        for data in files:
            with pypdfium2.PdfDocument(data) as source:
                target.import_pages(source)
        target.save(out)
    return out.getvalue()
