"""The notation of terms: what it has, in both languages, and what it has not is pointed at."""

from __future__ import annotations

import pytest

from checker.rulebook.terms import faults, references


@pytest.mark.parametrize(
    "term",
    [
        "crash test",
        "=tested",
        "certif*",
        "run|drive|=driven|propel* ... barrier",
        "run ...3 barrier",
        "run ...12 barrier",
        "joint|common? statement",
        "{vehicle} test",
        "15 %",
        "U.S. dollars",
        "section 2(a)",
        "日本 test",
    ],
)
def test_the_notation_of_english_terms(term: str) -> None:
    assert list(faults(term, "en")) == []


@pytest.mark.parametrize(
    "term",
    [
        "衝突試験",
        "(衝突|制動)試験",
        "衝突(の)?試験",
        "(衝突|制動)?試験",
        "試験...義務",
        "試験...9義務",
        "{vehicle}の試験",
        "（衝突｜制動）試験",
        "AP1000",
    ],
)
def test_the_notation_of_japanese_terms(term: str) -> None:
    assert list(faults(term, "ja")) == []


@pytest.mark.parametrize(
    ("term", "lang", "places"),
    [
        ("run|| drive", "en", [4, 5]),
        ("... run", "en", [0]),
        ("run ... ...", "en", [8]),
        ("a} {b", "en", [1, 3]),
        ("(甲|乙", "ja", [0]),
        ("甲)(乙", "ja", [1, 2]),
        ("甲=乙", "ja", [1]),
        ("甲?", "ja", [1]),
        ("(甲)", "ja", [0]),
        ("()甲", "ja", [1]),
        ("...甲", "ja", [0]),
        ("甲(乙|...)", "ja", [4]),
    ],
)
def test_faults_are_pointed_at(term: str, lang: str, places: list[int]) -> None:
    assert [offset for offset, _, _ in faults(term, lang)] == places


def test_references_are_found_with_their_places() -> None:
    assert list(references("{vehicle} ... {vehicle-test}")) == [(0, "vehicle"), (14, "vehicle-test")]
    assert list(references("crash test")) == []
