from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.text import language
from checker.render.visible import UNSEEN, one_line, visible


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x7f", "␡"),
        ("\x9b", "⟨U+009B⟩"),
        ("\u202etxt\u202c", "⟨U+202E⟩txt⟨U+202C⟩"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("line\n\tnext", "line\n\tnext"),
        ("関税は十五パーセント", "関税は十五パーセント"),
    ],
)
def test_what_a_reader_could_not_see_is_shown(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_nothing_unseen_is_left(text: str) -> None:
    assert not UNSEEN & {ord(character) for character in visible(text)}
    visible(text).encode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\n words\t here ", "two words here"),
        ("追加の試験を\n要しない", "追加の試験を要しない"),
        ("追加の試験\n15 percent", "追加の試験 15 percent"),
        ("page\x0cbreak\r\nend", "page break end"),
        ("第一条　施行", "第一条　施行"),
    ],
)
def test_layout_breaks_leave_no_blank_between_japanese(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(("text", "lang"), [("the rate", "en"), ("15％", "ja"), ("関税 15 percent", "ja"), ("", "en")])
def test_a_quote_is_japanese_as_soon_as_one_letter_is(text: str, lang: str) -> None:
    assert language(text) == lang
