"""Advice on what is allowed and still looks like a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulePackError
from checker.rulebook import lint

SOUND = "surcharge:\n    en: [surcharge]\n"


def advice(mini: Path) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.where, problem.message) for problem in lint([str(mini)])]


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_pack_without_slips_gets_no_advice(mini: Path) -> None:
    assert advice(mini) == []


def test_a_concept_that_nothing_asks_for(mini: Path) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", "  revoking:", "  whaling: {en: [whaling]}\n  revoking:")
    assert advice(mini) == [
        ("W-CONCEPT-UNUSED", "mini/vocabulary/fishing.yaml:16:3", 'nothing asks for the concept "whaling"')
    ]


def test_a_shared_concept_that_one_place_asks_for(mini: Path) -> None:
    changed(mini / "port-access.yaml", "    unless_context: [surcharge]\n", "")
    assert advice(mini) == [
        (
            "I-CONCEPT-ONCE",
            "mini/vocabulary/fishing.yaml:6:3",
            'the concept "surcharge" is asked for once; it could stand in that rule',
        )
    ]


def test_a_reference_in_a_term_counts_as_asking(mini: Path) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", SOUND, 'surcharge:\n    en: [surcharge, "{whale} fee"]\n')
    changed(mini / "vocabulary" / "fishing.yaml", "  revoking:", "  whale: {en: [whale]}\n  revoking:")
    assert [code for code, _, _ in advice(mini)] == ["I-CONCEPT-ONCE"]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (
            "[surcharge, surcharge on fish]",
            ("I-TERM-COVERED", 21, '"surcharge on fish" adds nothing: "surcharge" is found wherever it is'),
        ),
        ("[Surcharge, surcharge]", ("W-TERM-TWICE", 21, '"surcharge" is the same term as "Surcharge"')),
    ],
)
def test_a_term_that_adds_nothing(terms: str, found: tuple[str, int, str], mini: Path) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", "    en: [surcharge]\n", f"    en: {terms}\n")
    code, column, message = found
    assert advice(mini) == [(code, f"mini/vocabulary/fishing.yaml:7:{column}", message)]


def test_terms_of_full_and_half_width_are_the_same(mini: Path) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", "ja: [付加金]", "ja: [ＡＢ付加金, AB付加金]")
    assert [code for code, _, _ in advice(mini)] == ["W-TERM-TWICE"]


def test_a_longer_word_is_no_longer_term(mini: Path) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", "    en: [surcharge]\n", "    en: [surcharge, surchargeable]\n")
    assert advice(mini) == []


def test_a_term_that_names_a_concept_and_its_opposite(mini: Path) -> None:
    changed(
        mini / "vocabulary" / "fishing.yaml", "    opposite: {en: [uninspected]", "    opposite: {en: [net inspection]"
    )
    assert advice(mini) == [
        (
            "W-TERM-BOTH-WAYS",
            "mini/vocabulary/fishing.yaml:12:21",
            '"net inspection" names the concept "net-inspection" and its opposite',
        )
    ]


def test_a_criterion_with_the_condition_of_another(mini: Path) -> None:
    changed(mini / "same-licence-fees.yaml", "values: same}\n    context: [licence-fee]\n", "values: different}\n")
    assert advice(mini) == [
        (
            "W-CRITERION-SHADOWED",
            "mini/same-licence-fees.yaml:28:9",
            '"fees-equal" has the same condition as "fees-differ" above',
        )
    ]


def test_a_pack_with_errors_gets_them_instead(mini: Path) -> None:
    changed(mini / "port-access.yaml", "severity: high", "severity: hihg")
    with pytest.raises(RulePackError):
        lint([str(mini)])
