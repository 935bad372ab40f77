"""An error points at its place in the line, whatever the letters before it and however long the line."""

from __future__ import annotations

from checker.errors import Mark, RuleError


def told(text: str, column: int) -> list[str]:
    return str(RuleError("wrong", Mark("a.yaml", 3, column, text), "mend it")).splitlines()


def test_an_error_shows_file_line_column_the_line_and_a_hint() -> None:
    assert told("severity: hihg", 11) == [
        "a.yaml:3:11: wrong",
        "  severity: hihg",
        "            ^",
        "  hint: mend it",
    ]


def test_the_caret_stands_right_below_japanese_letters_and_tabs() -> None:
    assert told("件名: x", 5)[2] == "  　　  ^"
    assert told("\ta: x", 2)[2] == "  \t^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line, caret = told("a" * 200 + "B" + "c" * 200, 201)[1:3]
    assert line == "  …" + "a" * 60 + "B" + "c" * 39 + "…"
    assert line[caret.index("^")] == "B"


def test_a_place_without_a_line_is_told_without_one() -> None:
    assert told("", 1) == ["a.yaml:3:1: wrong", "  hint: mend it"]
