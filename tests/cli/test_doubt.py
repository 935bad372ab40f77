"""Where a file can be read in two ways and the verdict depends on it, a person decides; both readings are told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.cli.conftest import Program
from tests.ingest.docxs import docx, packed, paragraph, run
from tests.ingest.pdfs import pdf as pages
from tests.ingest.test_books import odt, rtf

DELETED = '<w:del w:id="1"><w:r><w:delText>open</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2">{run("close")}</w:ins>'
HIDDEN = run("The guard shall close the north gate.", "<w:vanish/>")
OPEN, CLOSE = "The guard shall open the north gate at noon.", "The guard shall close the north gate at noon."


def pdf(shown: str, hidden: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(72, 720, shown)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 700, hidden)
    canvas.save()
    return out.getvalue()


def finding(toy: Program, file: Path, data: bytes) -> dict[str, Any]:
    file.write_bytes(data)
    outcome = toy(file, "--format", "json", "--fail-on", "never")
    (only,) = outcome.json["findings"]
    return dict(only)


def test_a_verdict_that_hangs_on_a_tracked_change_is_left_to_a_reviewer(toy: Program, filings: Path) -> None:
    body = paragraph("The guard shall ", DELETED, INSERTED, " the north gate at noon.")
    found = finding(toy, filings / "order.docx", docx(body))
    assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "tracked_change")
    text = found["reason"]["text"]
    text = text["en"] if isinstance(text, dict) else text
    assert text == (
        "Changes in the file wait to be accepted or rejected and decide the verdict: if all were rejected, it would be "
        f"compliant (“{OPEN}”)."
    )
    assert found["evidence"][0]["quote"] == CLOSE


WORD = docx(paragraph("The guard shall ", DELETED, INSERTED, " the north gate at noon."))
OPENED = odt(
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>open</text:p></text:deletion>'
    '</text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
    '</text:tracked-changes><text:p>The guard shall <text:change text:change-id="c1"/>'
    '<text:change-start text:change-id="c2"/>close<text:change-end text:change-id="c2"/> the north gate at noon.'
    "</text:p>"
)
RICH = rtf(r"The guard shall {\deleted open}{\revised close} the north gate at noon.\par")


@pytest.mark.parametrize(("name", "data"), [("order.docx", WORD), ("order.odt", OPENED), ("order.rtf", RICH)])
def test_either_view_of_changes_can_be_asked_for_and_is_weighed_against_the_other(
    program: Program, toy: Program, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    for view, quote, done, other in (
        ("final", CLOSE, "accepted", "if all were rejected, it would be compliant"),
        ("original", OPEN, "rejected", "if all were accepted, it would be a violation"),
    ):
        assert program("text", file, "--docx-view", view).stdout == quote + "\n"
        outcome = toy(file, "--format", "json", "--docx-view", view)
        (found,) = outcome.json["findings"]
        assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "tracked_change")
        assert found["evidence"][0]["quote"] == quote
        assert other in str(found["reason"]["text"])
        (problem,) = outcome.json["documents"][0]["problems"]
        assert problem["code"] == "W-TRACKED-CHANGES"
        assert problem["message"].endswith(f"it was read as if they were {done}")


@pytest.mark.parametrize("packed_up", [False, True])
def test_both_views_are_a_document_each(toy: Program, tmp_path: Path, packed_up: bool) -> None:
    (tmp_path / "order.docx").write_bytes(WORD)
    if packed_up:
        (tmp_path / "all.zip").write_bytes(packed({"order.docx": WORD}))
        (tmp_path / "order.docx").unlink()
    outcome = toy(tmp_path, "--format", "json", "--docx-view", "both")
    name = "all.zip!order.docx" if packed_up else "order.docx"
    shown = [document["path"] for document in outcome.json["documents"] if document["characters"]]
    assert shown == [name, f"{name}!original.docx"]
    assert [(found["document"], found["evidence"][0]["quote"]) for found in outcome.json["findings"]] == [
        (name, CLOSE),
        (f"{name}!original.docx", OPEN),
    ]
    assert "--docx-view both" in outcome.stdout


def test_a_file_without_changes_is_one_document_in_every_view(toy: Program, filings: Path) -> None:
    (filings / "order.docx").write_bytes(docx(paragraph(CLOSE)))
    outcome = toy(filings / "order.docx", "--format", "json", "--docx-view", "both")
    assert [document["path"] for document in outcome.json["documents"]] == ["order.docx"]
    assert outcome.json["documents"][0]["problems"] == []


def test_a_change_that_decides_nothing_leaves_the_verdict(toy: Program, filings: Path) -> None:
    body = paragraph(CLOSE) + paragraph("Signed by ", '<w:ins w:id="2">' + run("A. Hand") + "</w:ins>")
    found = finding(toy, filings / "order.docx", docx(body))
    assert found["verdict"] == "violation"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("order.docx", docx(paragraph(OPEN, HIDDEN))),
        ("order.html", f"<html><p>{OPEN}</p><p hidden>{CLOSE}</p></html>".encode()),
        ("order.pdf", pdf(OPEN, CLOSE)),
    ],
)
def test_hidden_words_never_decide(toy: Program, filings: Path, name: str, data: bytes) -> None:
    found = finding(toy, filings / name, data)
    assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "hidden_text")
    assert "close" not in found["evidence"][0]["quote"]


def test_hidden_words_that_say_nothing_about_it_leave_the_verdict(toy: Program, filings: Path) -> None:
    found = finding(toy, filings / "order.pdf", pdf(CLOSE, "Printed on recycled paper."))
    assert found["verdict"] == "violation"


def test_a_verdict_that_hangs_on_the_order_of_words_is_left_to_a_reviewer(toy: Program, filings: Path) -> None:
    left = [
        "From the first day of May on, the guard",
        "shall open the north gate every day at",
        "noon and at no other time.",
    ]
    right = [
        "The clerk of the town and his men shall",
        "close the books of the year and he may",
        "not leave the house before it is done.",
    ]
    rows = [word for at in range(3) for word in ((72, 700 - 12 * at, left[at]), (330, 700 - 12 * at, right[at]))]
    found = finding(toy, filings / "order.pdf", pages(rows))
    assert (found["verdict"], found["reason"]["code"]) == ("needs_review", "order_uncertain")
    assert found["reason"]["text"] == (
        "The file gives its words in another order than they stand in on the page, and the verdict depends on it: in "
        "the order of the page, it would be compliant (“From the first day of May on, the guard shall open the north "
        "gate every day at noon and at no other time.”)."
    )


def test_an_order_that_decides_nothing_leaves_the_verdict(toy: Program, filings: Path) -> None:
    lines = [(72, 700, OPEN), (72, 760, "The clerk keeps the books.")]
    found = finding(toy, filings / "order.pdf", pages(lines))
    assert found["verdict"] == "compliant"
