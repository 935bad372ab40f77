"""Bytes become the characters that were meant, and a guess is always told."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest import Stated
from checker.model.document import Document, State
from tests.ingest.pdfs import reading

JAPANESE = "日本国政府は、①関税率を15％とし、㈱髙島の申請を受け付ける。ただし、次の場合を除く。"
PLAIN_JAPANESE = "日本国政府は、関税率を15％とする。ただし、次の場合を除く。"
FRENCH = "Le taux appliqué aux véhicules importés est réduit à 15 % – sans délai."


def read_text(data: bytes, encoding: str = "") -> Document:
    return reading(data, "notice.txt", stated=Stated(encoding=encoding)).document


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, b""])
def test_utf_8_needs_no_guess_and_loses_its_mark(mark: bytes) -> None:
    document = read_text(mark + JAPANESE.encode())
    assert (document.text, document.problems) == (JAPANESE, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_with_their_mark(encoding: str) -> None:
    document = read_text(JAPANESE.encode(encoding))
    assert (document.text, document.problems) == (JAPANESE, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_a_guess(encoding: str) -> None:
    document = read_text("The rate shall be 15 percent.".encode(encoding))
    assert document.text == "The rate shall be 15 percent."
    assert "it was read as UTF-16" in document.problems[0].message


def test_iso_2022_jp_is_told_by_its_escapes() -> None:
    document = read_text(PLAIN_JAPANESE.encode("iso2022_jp"))
    assert (document.text, document.problems) == (PLAIN_JAPANESE, ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (JAPANESE, "cp932", "Shift_JIS (Windows-31J)"),
        ("日本は", "cp932", "Shift_JIS (Windows-31J)"),
        (PLAIN_JAPANESE, "euc_jp", "EUC-JP"),
        (FRENCH, "cp1252", "Windows-1252"),
        ("Valued under 30¢/kg, over 170 g/m²", "cp1252", "Windows-1252"),
    ],
)
def test_a_guess_is_right_and_is_named(text: str, encoding: str, name: str) -> None:
    document = read_text(text.encode(encoding))
    assert document.text == text
    assert document.state is State.CHECKED
    (problem,) = document.problems
    assert problem.code == "W-ENCODING"
    assert f"it was read as {name}, which is a guess" in problem.message
    assert "state its encoding" in problem.hint


@pytest.mark.parametrize("label", ["Shift_JIS", "shift-jis", "cp932"])
def test_a_stated_encoding_is_no_guess_and_shift_jis_means_the_wider_set(label: str) -> None:
    document = read_text(JAPANESE.encode("cp932"), label)
    assert (document.text, document.problems) == (JAPANESE, ())


def test_a_stated_encoding_that_does_not_fit_is_told() -> None:
    document = read_text(JAPANESE.encode("cp932"), "euc_jp")
    assert document.text == JAPANESE
    assert document.problems[0].message.startswith("the stated encoding 'euc_jp' does not fit its bytes")


def test_bytes_that_fit_no_encoding_are_not_checked() -> None:
    document = read_text(b"Japan \xff\xfe\xc0\x80\n")
    assert document.state is State.NOT_CHECKED
    (problem,) = document.problems
    assert problem.code == "E-ENCODING"
    assert problem.where == "byte 7"
    assert "is not valid UTF-8 and fits no other encoding" in problem.message
    assert problem.hint == "save it as UTF-8, or state its encoding"


def test_a_damaged_wide_file_is_not_checked() -> None:
    document = read_text(codecs.BOM_UTF16_LE + b"J\x00\x00\xd8a\x00")
    assert document.state is State.NOT_CHECKED
    assert document.problems[0].code == "E-ENCODING"


def test_the_tariff_schedule_reads_as_windows_1252(shared: Path) -> None:
    document = read_text((shared / "corpus/hts/chapter99-2026-rev6.txt").read_bytes())
    assert [problem.code for problem in document.problems] == ["W-ENCODING"]
    assert document.text.count("¢") == 919
    assert "Valued less than 30¢/kg" in document.text
    # The file writes ranges of headings with soft hyphens.
    assert "9903.02.82-9903.02.83" in document.text


WRITTEN = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\u00ad", max_codepoint=0x2E7F)


@given(st.text(alphabet=WRITTEN | st.sampled_from("日本国政府は関税率を𠮷\n"), min_size=1))
def test_any_utf_8_text_comes_back_unchanged(words: str) -> None:
    document = read_text(f"x{words}".encode())
    assert (document.text, document.state) == (f"x{words}", State.CHECKED)
