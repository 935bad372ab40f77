"""Bad inputs: each gives its code, message and exit status, and a sound document beside it is still reported."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from checker import resources
from tests.cli.conftest import Program

REPORT_SCHEMA = Draft202012Validator(json.loads((resources.data("schemas") / "report.schema.json").read_text("utf-8")))


def pdf(password: str = "") -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password, canPrint=0) if password else None, invariant=True)
    canvas.drawString(72, 720, "The guard shall close the north gate at noon.")
    canvas.save()
    return file.getvalue()


def write(data: bytes) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        file.write_bytes(data)

    return make


def link_out(file: Path) -> None:
    secret = file.parents[1] / "secret.txt"
    secret.write_text("The guard shall close the north gate at noon.", "utf-8")
    file.symlink_to(secret)


BAD: dict[str, tuple[str, Callable[[Path], None], str, str]] = {
    "empty file": ("blank.pdf", write(b""), "E-EMPTY", "empty"),
    "web page saved as PDF": (
        "page.pdf",
        write(b"<!DOCTYPE html><html><h1>403 Forbidden</h1></html>"),
        "E-TYPE",
        "HTML",
    ),
    "truncated PDF": ("cut.pdf", write(pdf()[: len(pdf()) // 2]), "E-UNREADABLE", "cut"),
    "encrypted PDF": ("locked.pdf", write(pdf("secret")), "E-ENCRYPTED", "password"),
    "unknown type": ("picture.png", write(b"\x89PNG\r\n\x1a\n" + bytes(100)), "E-UNSUPPORTED", "PDF"),
    "named pipe": ("pipe.txt", os.mkfifo, "E-PATH", "a pipe, socket or device"),
    "link out of the folder": ("link.txt", link_out, "E-PATH", "outside the folder being checked"),
    "link to nothing": ("gone.txt", lambda file: file.symlink_to("nowhere"), "E-GONE", "not there any more"),
}


@pytest.mark.parametrize(("name", "make", "code", "words"), BAD.values(), ids=BAD)
def test_a_bad_document_is_told_and_the_sound_one_beside_it_is_still_reported(
    toy: Program, filings: Path, name: str, make: Callable[[Path], None], code: str, words: str
) -> None:
    make(filings / name)
    beside = toy(filings, "--fail-on", "never", "--format", "json")
    REPORT_SCHEMA.validate(beside.json)
    documents = {document["path"]: document for document in beside.json["documents"]}
    assert list(documents) == sorted(["close.txt", "open.txt", "silent.txt", name])
    assert documents[name]["state"] == "not_checked"
    (problem,) = documents[name]["problems"]
    assert problem["code"] == code
    assert words in problem["message"]
    found = {finding["document"]: finding for finding in beside.json["findings"]}
    assert (found[name]["verdict"], found[name]["reason"]["code"]) == ("not_checked", code)
    assert (found["close.txt"]["verdict"], found["open.txt"]["verdict"]) == ("violation", "compliant")
    assert beside.status == 3

    alone = toy(filings / name)
    assert alone.status == 4
    assert problem["message"][:60] in " ".join(alone.stdout.split())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.pdf", "there is no such file or folder"),
        ("empty", "this folder holds no document"),
        ("*.docx", "no file matches this pattern"),
    ],
)
def test_a_name_that_gives_no_document_is_told(toy: Program, filings: Path, name: str, message: str) -> None:
    (filings / "empty").mkdir()
    beside = toy(filings / "open.txt", filings / name, "--format", "json")
    assert beside.status == 3
    assert f"Error: {name}: {message} (E-MISSING)" in beside.stderr
    assert [document["path"] for document in beside.json["documents"]] == ["open.txt"]
    assert [problem["code"] for problem in beside.json["problems"]] == ["E-MISSING"]

    alone = toy(filings / name, "--format", "json")
    assert alone.status == 4
    assert f"{message} (E-MISSING)" in alone.stderr
    assert "nothing was checked" in alone.stderr.lower()
    assert alone.json["documents"] == []


def test_every_name_tried_is_listed_where_nothing_was_found(toy: Program, tmp_path: Path) -> None:
    outcome = toy(tmp_path / "a.pdf", tmp_path / "*.md")
    assert outcome.status == 4
    assert "a.pdf: there is no such file or folder" in outcome.stderr
    assert "*.md: no file matches this pattern" in outcome.stderr
