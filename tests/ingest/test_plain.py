"""Plain text is kept as it is, but for line ends and control codes; places are lines."""

from __future__ import annotations

from checker.model.text import Span
from tests.ingest.pdfs import reading


def text_of(data: bytes) -> str:
    return reading(data, "notice.txt").document.text


def test_line_ends_become_one() -> None:
    assert text_of(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_control_codes_become_one_visible_character_each() -> None:
    assert text_of(b"\x1b[2Jclean\x07 page\x0cbreak\ttab") == "\ufffd[2Jclean\ufffd page break\ttab"
    assert text_of("a\u009b31m red".encode()) == "a\ufffd31m red"


def test_bidirectional_and_zero_width_characters_are_kept_for_the_quote() -> None:
    words = "invest \u202e000,5$\u202c \u200bbil\u00adlion"
    assert text_of(words.encode()) == words


def test_a_soft_hyphen_between_figures_is_a_range() -> None:
    assert text_of("9903.02.82\u00ad9903.02.83".encode()) == "9903.02.82-9903.02.83"


def test_radicals_become_their_kanji() -> None:
    assert text_of("⽇本と⽶国の⻑期の⺠間投資".encode()) == "日本と米国の長期の民間投資"


def test_places_are_lines_counted_from_one() -> None:
    plain = reading(b"one\ntwo\nthree", "notice.txt")
    assert plain.place(Span(0, 3)) == "line 1"
    assert plain.place(Span(8, 13)) == "line 3"


def test_there_are_no_pages_boxes_or_pictures() -> None:
    plain = reading(b"one", "notice.txt")
    assert plain.document.pages == ()
    assert plain.boxes(Span(0, 3)) == ()
    assert plain.crop(1, ()) is None
    plain.close()


def test_the_document_knows_its_bytes() -> None:
    document = reading(b"one", "in/notice.txt").document
    assert (document.path, document.size) == ("in/notice.txt", 3)
    assert document.sha256 == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
