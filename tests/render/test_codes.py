"""Problems and places in both languages: one catalogue, from which no code is missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.model.document import Problem
from checker.render.codes import CODES, code_name, hint, message
from checker.render.places import place_in
from checker.rulebook import lint  # the advice to authors of rules has codes of its own, which no report shows

PACKAGE = Path(__file__).resolve().parents[2] / "checker"
ADVICE = {PACKAGE / "advice", Path(lint.__file__).parent}
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


def raised() -> Iterator[tuple[str, Path]]:
    """Every code that a problem of a document, of a table or of a run can have, with the file it arises in."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.name == "codes.py" or ADVICE & set(file.parents):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and re.fullmatch(r"[EWI]-[A-Z][A-Z-]+", str(node.value)):
                yield str(node.value), file


def test_every_code_has_a_name_and_a_sentence_in_japanese() -> None:
    missing = {code: file.name for code, file in raised() if code not in CODES}
    assert missing == {}
    for code, known in CODES.items():
        assert JAPANESE.search(known.name.ja), code
        assert JAPANESE.search(known.sentence), code
        assert known.sentence.endswith("。"), code
        assert not known.hint or JAPANESE.search(known.hint), code


def test_the_catalogue_holds_no_code_that_is_never_raised() -> None:
    assert set(CODES) - {code for code, _ in raised()} == {"I-CACHE"}


def test_a_problem_is_told_as_it_arose_in_english_and_by_its_code_in_japanese() -> None:
    locked = Problem("E-ENCRYPTED", "the file is locked with a password", hint="save a copy without a password")
    assert (message(locked, "en"), hint(locked, "en")) == (locked.message, locked.hint)
    assert message(locked, "ja") == "ファイルがパスワードで保護されています。"
    assert hint(locked, "ja") == "パスワードなしの写しを保存して検査してください。"


def test_the_figures_of_a_message_are_kept() -> None:
    slow = Problem("E-WALL", "it gave no answer within 60 seconds")
    assert message(slow, "ja") == "60秒以内に応答がありませんでした。"
    guessed = "the file does not say its encoding and it is not UTF-8; it was read as Shift_JIS, which is a guess"
    assert "Shift_JISと推定" in message(Problem("W-ENCODING", guessed), "ja")


def test_a_code_without_an_entry_is_told_by_its_weight() -> None:
    assert message(Problem("W-OTHER", "something"), "ja") == "留保付きで読み取りました。"
    assert hint(Problem("W-OTHER", "something", hint="do it"), "ja") == ""
    assert code_name("W-OTHER", "ja") == "W-OTHER"


@pytest.mark.parametrize(
    ("where", "japanese"),
    [
        ("", ""),
        ("第三条第一項", "第三条第一項"),
        ("Sec. 2(a)", "Sec. 2(a)"),
        ("Section 1, paragraph 2", "Section 1、段落2"),
        ("paragraph 3.2(1)", "段落3.2(1)"),
        ("row 3 of table 1 (table 1, row 4, cell 1)", "表1の3行目 (表1、4行目、1列目)"),
        ('row 2 of the table "Rates, by row 3"', "表「Rates, by row 3」の2行目"),
        ('heading "Row 3, page 4"', "見出し「Row 3, page 4」"),
        ("sheet Lines, row 12", "シート「Lines」、12行目"),
        ("question 2, answer", "問2、答"),
        ("line 19, /html/body/p[9]", "19行目、/html/body/p[9]"),
        ("pages 2-3", "2-3ページ"),
    ],
)
def test_a_place_is_told_in_japanese_but_for_the_words_of_the_document(where: str, japanese: str) -> None:
    assert place_in(where, "ja") == japanese
    assert place_in(where, "en") == where
