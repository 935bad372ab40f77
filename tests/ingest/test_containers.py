"""Archives and messages give every document inside them, each under a name of its own."""

from __future__ import annotations

import io
import re
import zipfile
from email.message import EmailMessage

import pytest

from checker import limits
from checker.ingest import Reading, Source, read
from checker.model.document import Fact, Origin, Problem, State
from checker.model.text import Span
from tests.ingest.docxs import packed
from tests.ingest.pdfs import reading


def message(subject: str = "Rates of Duty") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Ministry of Finance <office@example.org>"
    made["Date"] = "Thu, 12 Feb 2026 10:00:00 +0900"
    made["Message-ID"] = "<1@example.org>"
    made.set_content("The rate is 15 percent.\n\nRegards\n")
    return made


def problem_of(read_: Reading) -> Problem:
    assert read_.document.state is State.NOT_CHECKED
    return read_.document.problems[0]


def test_an_archive_gives_its_files_in_order() -> None:
    archive = reading(packed({"b.txt": "two", "a/c.txt": "one", "__MACOSX/x": "", "a/.DS_Store": ""}), "in.zip")
    assert [(each.name, each.data) for each in archive.enclosed] == [("a/c.txt", b"one"), ("b.txt", b"two")]
    assert (archive.document.state, archive.document.text) == (State.CHECKED, "")
    (problem,) = archive.document.problems
    assert problem.message == "it holds 2 documents, checked under their own names"


def test_old_japanese_names_are_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("XXXX.txt", "words")
    data = out.getvalue().replace(b"XXXX", "告示".encode("cp932"))
    assert [each.name for each in reading(data, "in.zip").enclosed] == ["告示.txt"]


@pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    problem = problem_of(reading(packed({"a.txt": "words", name: "x"}), "in.zip"))
    assert problem.code == "E-ZIP-NAME"
    assert problem.message == (
        "the archive names a file that leads out of the archive, which is a way to deceive; nothing of it was unpacked"
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "one")
        archive.writestr("a.txt", "two")
    assert "is there twice" in problem_of(reading(out.getvalue(), "in.zip")).message


def test_a_link_is_refused() -> None:
    out = io.BytesIO()
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "is a link" in problem_of(reading(out.getvalue(), "in.zip")).message


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("ARCHIVE_FILES", 1, "it holds 2 files; at most 1 are unpacked"),
        ("ARCHIVE_BYTES", 1000, "it would unpack to 400,000 bytes; at most 1,000 are unpacked"),
        (
            "ARCHIVE_BOMB_FROM",
            1000,
            "a part of it would unpack to 200,000 bytes, N times its packed size, as no honest document does; "
            "at most 100 times is unpacked",
        ),
    ],
)
def test_limits_are_checked_before_anything_is_unpacked(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, message: str
) -> None:
    monkeypatch.setattr(limits, limit, value)
    problem = problem_of(reading(packed({"a.txt": "A" * 200_000, "b.txt": "A" * 200_000}), "in.zip"))
    assert problem.code == "E-ZIP-LIMIT"
    assert re.sub(r"[0-9]+ times its", "N times its", problem.message) == message
    assert problem.hint


def test_documents_beyond_the_limit_are_named_with_the_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ENCLOSED_BYTES", 4)
    first, second = reading(packed({"a.txt": "one", "b.txt": "two"}), "in.zip").enclosed
    assert (first.data, first.problem) == (b"one", None)
    assert (second.name, second.data) == ("b.txt", b"")
    assert second.problem is not None
    assert second.problem.message == ("the documents in it come to more than 4 bytes; the rest was not taken out")


def test_an_archive_in_an_archive_is_not_opened() -> None:
    problem = problem_of(read(Source("in.zip!b.zip", packed({"a.txt": "x"}), inside=("zip",))))
    assert (problem.code, problem.message) == (
        "E-NESTED",
        "an archive in an archive or a message in a message is not opened",
    )


def test_an_empty_and_a_locked_archive() -> None:
    assert problem_of(reading(packed({}), "in.zip")).message == "the archive holds no file"
    locked = bytearray(packed({"a.txt": "words"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert problem_of(reading(bytes(locked), "in.zip")).code == "E-ENCRYPTED"


def test_a_message_is_a_document_with_facts_from_its_header() -> None:
    read_ = reading(message().as_bytes(), "note.eml")
    assert read_.document.text == (
        "Subject: Rates of Duty\nFrom: Ministry of Finance <office@example.org>\n"
        "Date: Thu, 12 Feb 2026 10:00:00 +0900\n\nThe rate is 15 percent.\n\nRegards\n"
    )
    assert read_.document.title == "Rates of Duty"
    assert read_.document.dated == Fact("2026-02-12", Origin.METADATA)
    start = read_.document.text.index("Regards")
    assert read_.place(Span(start, start + 3)) == "message, line 3"
    assert read_.enclosed == ()


@pytest.mark.parametrize("charset", ["iso-2022-jp", "utf-8", "shift_jis"])
def test_japanese_messages(charset: str) -> None:
    made = message("関税率の件")
    made.set_content("関税率は１５％とする。", charset=charset)
    text = reading(made.as_bytes(), "note.eml").document.text
    assert text.startswith("Subject: 関税率の件\n")
    assert text.endswith("\n関税率は１５％とする。\n")


def test_the_page_of_a_message_outranks_its_plain_text() -> None:
    made = message()
    made.add_alternative("<table><tr><th>Goods<th>Rate<tr><td>Cars<td>15%</table>", subtype="html")
    assert reading(made.as_bytes(), "note.eml").document.text.endswith(
        "| Goods | Rate |\n| --- | --- |\n| Cars | 15% |\n"
    )


def test_attachments_are_documents_of_their_own() -> None:
    made = message()
    made.add_attachment(b"one", maintype="application", subtype="pdf", filename="告示.pdf")
    made.add_attachment(b"two", maintype="application", subtype="pdf", filename="../../告示.pdf")
    made.add_attachment(b"three", maintype="application", subtype="pdf")
    made.add_attachment(message("Inner"))
    names = [each.name for each in reading(made.as_bytes(), "note.eml").enclosed]
    assert names == ["告示.pdf", "告示.pdf (2)", "attachment-3.pdf", "attachment-4.eml"]


def test_a_saved_page_is_read_without_its_pictures() -> None:
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: Notice\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<h1>Notice</h1><p>The rate=\r\n is 15 percent.</p>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    document = reading(saved.encode(), "page.mhtml").document
    assert (document.media_type, document.text) == ("multipart/related", "# Notice\n\nThe rate is 15 percent.\n")
    empty = problem_of(reading(saved.replace("text/html\r", "text/css\r").encode(), "page.mhtml"))
    assert empty.message == "the saved page cannot be read: it holds no HTML"
