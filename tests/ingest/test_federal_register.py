"""Thirty-nine executive orders as the Federal Register printed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.ingest import Issuers
from checker.ingest.dates import dates
from checker.model.document import Document, Fact, Origin, State
from tests.ingest.pdfs import reading

KNOWN: Issuers = (("President of the United States", ("Executive Order", "Proclamation")),)


@pytest.fixture(scope="module")
def orders(shared: Path) -> dict[str, Document]:
    def read() -> Iterator[tuple[str, Document]]:
        for file in sorted((shared / "corpus/federal-register").glob("*.pdf")):
            one = reading(file.read_bytes(), file.name, KNOWN)
            yield file.stem, one.document
            one.close()

    return dict(read())


def test_all_are_read_in_full(orders: dict[str, Document]) -> None:
    assert len(orders) == 39
    for document in orders.values():
        assert document.state is State.CHECKED
        assert [problem.code for problem in document.problems] == ["I-RUNNING-HEADS"]
        assert document.languages == ("en",)


def test_nothing_of_the_printing_is_left(orders: dict[str, Document]) -> None:
    printing = re.compile(r"VerDate|\bJkt \d|Sfmt|PROD with|/GPH|Federal Register /|[\ufffe\u00ad\x00-\x08\x0b-\x1f]")
    for name, document in orders.items():
        assert not printing.search(document.text), name


def test_no_sentence_is_cut_by_a_line_column_or_page(orders: dict[str, Document]) -> None:
    for name, document in orders.items():
        body = document.text[document.text.index("By the authority vested in me") :]
        for paragraph in re.split(r"\n+", body):
            assert not paragraph[0].islower(), (name, paragraph[:60])
            closed = paragraph.rstrip("’”)")[-1] in ".:;," or paragraph.endswith(("; and", "; or"))
            assert closed or len(paragraph) < 80, (name, paragraph[-60:])


def test_each_knows_its_issuer_and_the_date_of_its_signature(orders: dict[str, Document]) -> None:
    for name, document in orders.items():
        title = re.search(r"^Executive Order \d+ of (.+)$", document.text, re.MULTILINE)
        assert title, name
        signed = next(dates(title.group(1)))
        assert document.issuer == Fact("President of the United States", Origin.TEXT, "page 1")
        assert document.dated == Fact(signed.iso, Origin.TEXT, "page 1")
        assert title.group(1) in document.text[title.end() :], name


def test_the_order_on_the_agreement_with_japan(orders: dict[str, Document]) -> None:
    document = orders["2025-17389"]
    assert document.title == "Implementing the United States–Japan Agreement"
    assert document.dated == Fact("2025-09-04", Origin.TEXT, "page 1")
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    for words in (
        # broken words, with and without a hyphen of their own
        "the National Emergencies Act (50 U.S.C. 1601 et seq.)",
        "United States-manufactured and United States-safety-certified passenger vehicles without additional testing.",
        # over the end of a page
        "including those granted by IEEPA and section 232, as may be necessary to implement and effectuate this order.",
        # a line that is set apart although its sentence goes on
        "All executive departments and agencies shall take all appropriate measures within their authority",
        "\n\nSec. 2. General Tariffs. (a) The additional ad valorem rate of duty applicable to products of Japan",
        "\n\n(iii) Proclamation 9705, as amended; and\n\n(iv) Proclamation 10962.\n\n(b) Within 7 days of the date",
        "THE WHITE HOUSE,\nSeptember 4, 2025.",
    ):
        assert words in document.text


def test_the_document_tells_which_hyphens_belong_to_words(orders: dict[str, Document]) -> None:
    assert "duty-free de minimis treatment" in orders["2025-14897"].text
    assert "dutyfree" not in orders["2025-14897"].text
    assert "most-favored-nation" in orders["2025-11473"].text
    assert "AI-enabled" in orders["2026-11415"].text
    assert "1(a)–(l)" in orders["2025-00619"].text
