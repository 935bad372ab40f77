"""Advice on what is allowed and still looks like a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulePackError
from checker.rulebook import inspect

SOUND = "surcharge:\n    en: [surcharge]\n"


def advice(mini: Path) -> list[tuple[str, str, str]]:
    problems = [each.problem() for each in inspect([str(mini)]).advice]
    return [(problem.code, problem.where, problem.message) for problem in problems]


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_pack_without_slips_gets_no_advice(complete: Path) -> None:
    assert advice(complete) == []


def test_a_concept_that_nothing_asks_for(complete: Path) -> None:
    changed(complete / "vocabulary" / "fishing.yaml", "  revoking:", "  whaling: {en: [whaling]}\n  revoking:")
    assert advice(complete) == [
        ("W-CONCEPT-UNUSED", "mini/vocabulary/fishing.yaml:16:3", 'nothing asks for the concept "whaling"')
    ]


def test_a_shared_concept_that_one_place_asks_for(complete: Path) -> None:
    changed(complete / "port-access.yaml", "    unless_context: [surcharge]\n", "")
    assert advice(complete) == [
        (
            "I-CONCEPT-ONCE",
            "mini/vocabulary/fishing.yaml:6:3",
            'the concept "surcharge" is asked for once; it could stand in that rule',
        )
    ]


def test_a_reference_in_a_term_counts_as_asking(complete: Path) -> None:
    changed(complete / "vocabulary" / "fishing.yaml", SOUND, 'surcharge:\n    en: [surcharge, "{whale} fee"]\n')
    changed(complete / "vocabulary" / "fishing.yaml", "  revoking:", "  whale: {en: [whale]}\n  revoking:")
    assert [code for code, _, _ in advice(complete)] == ["I-CONCEPT-ONCE"]


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
def test_a_term_that_adds_nothing(terms: str, found: tuple[str, int, str], complete: Path) -> None:
    changed(complete / "vocabulary" / "fishing.yaml", "    en: [surcharge]\n", f"    en: {terms}\n")
    code, column, message = found
    assert advice(complete) == [(code, f"mini/vocabulary/fishing.yaml:7:{column}", message)]


def test_terms_of_full_and_half_width_are_the_same(complete: Path) -> None:
    changed(complete / "vocabulary" / "fishing.yaml", "ja: [付加金]", "ja: [ＡＢ付加金, AB付加金]")
    assert [code for code, _, _ in advice(complete)] == ["W-TERM-TWICE"]


def test_a_longer_word_is_no_longer_term(complete: Path) -> None:
    changed(complete / "vocabulary" / "fishing.yaml", "    en: [surcharge]\n", "    en: [surcharge, surchargeable]\n")
    assert advice(complete) == []


def test_a_term_that_names_a_concept_and_its_opposite(complete: Path) -> None:
    changed(
        complete / "vocabulary" / "fishing.yaml",
        "    opposite: {en: [uninspected]",
        "    opposite: {en: [net inspection]",
    )
    assert advice(complete) == [
        (
            "W-TERM-BOTH-WAYS",
            "mini/vocabulary/fishing.yaml:12:21",
            '"net inspection" names the concept "net-inspection" and its opposite',
        )
    ]


def test_a_criterion_with_the_condition_of_another(complete: Path) -> None:
    changed(complete / "same-licence-fees.yaml", "values: same}\n    context: [licence-fee]\n", "values: different}\n")
    assert advice(complete) == [
        (
            "W-CRITERION-SHADOWED",
            "mini/same-licence-fees.yaml:28:9",
            '"fees-equal" has the same condition as "fees-differ" above',
        )
    ]


def test_a_pack_with_errors_gets_them_instead(complete: Path) -> None:
    changed(complete / "port-access.yaml", "severity: high", "severity: hihg")
    with pytest.raises(RulePackError):
        inspect([str(complete)])


def test_things_are_found_again_in_the_files(complete: Path) -> None:
    places = inspect([str(complete)]).places
    assert str(places.criteria["port-access", "basis-ended"]) == "mini/port-access.yaml:32:9"
    assert str(places.topics["port-access"]) == "mini/port-access.yaml:14:1"
    assert str(places.terms["net-inspection", "en", "uninspected"]) == "mini/vocabulary/fishing.yaml:12:21"
