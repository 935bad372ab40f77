"""Concepts that refer to each other cannot make a pattern grow without bound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.rulebook import load

Refusal = Callable[[], str]


def test_wordings_that_double_with_every_reference_are_refused(mini: Path, refusal: Refusal) -> None:
    doubling = [f'  laugh-{n}: {{en: ["{{laugh-{n - 1}}} or {{laugh-{n - 1}}}"]}}\n' for n in range(1, 60)]
    (mini / "vocabulary" / "laughs.yaml").write_text(
        "format: 1\nconcepts:\n  laugh-0: {en: [ha]}\n" + "".join(doubling), encoding="utf-8"
    )
    assert refusal() == (
        'mini/vocabulary/laughs.yaml:17:3: the concept "laugh-14" stands for more than 20,000 wordings\n'
        '    laugh-14: {en: ["{laugh-13} or {laugh-13}"]}\n'
        "    ^\n  hint: refer to fewer concepts in its terms\n1 error in the rules"
    )


def test_an_opposite_may_refer_to_its_own_concept(mini: Path) -> None:
    (mini / "vocabulary" / "more.yaml").write_text(
        'format: 1\nconcepts:\n  whaling: {en: [whaling], opposite: {en: ["end of {whaling}"]}}\n', encoding="utf-8"
    )
    assert load([str(mini)])


def test_each_language_may_refer_its_own_way(mini: Path) -> None:
    (mini / "vocabulary" / "more.yaml").write_text(
        'format: 1\nconcepts:\n  whaling: {en: ["{whale} hunt"], ja: [捕鯨]}\n'
        '  whale: {en: [whale], ja: ["{whaling}の鯨"]}\n',
        encoding="utf-8",
    )
    assert load([str(mini)])


@pytest.mark.parametrize("word", ["w" * 501, "surcharge " * 51])
def test_long_wordings_are_refused(word: str, mini: Path, refusal: Refusal) -> None:
    (mini / "vocabulary" / "more.yaml").write_text(
        f"format: 1\nconcepts: {{fee: {{en: [{word}]}}}}\n", encoding="utf-8"
    )
    said = refusal()
    assert said.startswith("mini/vocabulary/more.yaml:2:23: wording: longer than 500 characters\n")
    assert len(said) < 400


def test_a_long_text_is_cut_in_a_message(mini: Path, refusal: Refusal) -> None:
    (mini / "vocabulary" / "more.yaml").write_text(f"format: 1\nconcepts: {{{'Fee ' * 90}: {{en: [fee]}}}}\n")
    assert f'"{"Fee " * 20}…" is not an id' in refusal()
