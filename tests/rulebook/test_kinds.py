"""Kinds of documents in instrument files."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulePackError
from checker.model.kind import DocumentKind, Force
from checker.model.text import Bilingual
from checker.rulebook import load
from tests.rulebook.conftest import MINI

KINDS = """\
document_kinds:
  - id: by-law
    title: {en: By-law, ja: 条例}
    force: enacts
    title_begins: {en: [By-law, Ordinance], ja: [条例]}
  - id: gazette
    title: {en: Gazette, ja: 新聞}
    force: reports
    looks_like: dateline
"""


def with_kinds(pack: Path, kinds: str) -> str:
    """The pack with these kinds of documents at the end of its instrument file."""
    file = pack / "instrument.yaml"
    file.write_text(file.read_text(encoding="utf-8") + kinds, encoding="utf-8")
    return str(pack)


def test_kinds_come_in_the_order_of_the_file_with_their_words_in_both_languages(mini: Path) -> None:
    assert load([with_kinds(mini, KINDS)]).kinds == (
        DocumentKind("by-law", Bilingual("By-law", "条例"), Force.ENACTS, begins=("By-law", "Ordinance", "条例")),
        DocumentKind("gazette", Bilingual("Gazette", "新聞"), Force.REPORTS, dateline=True),
    )


def test_a_pack_needs_no_kinds() -> None:
    assert load([str(MINI)]).kinds == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: gazette", "id: by-law", 'the kind of documents "by-law" stands twice, here and in line '),
        ("force: enacts", "force: orders", "force"),
        ("    looks_like: dateline\n", "", "looks_like"),
    ],
)
def test_what_is_wrong_is_told(mini: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(RulePackError) as caught:
        load([with_kinds(mini, KINDS.replace(old, new))])
    assert message in str(caught.value)
