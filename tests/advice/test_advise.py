"""Advice that takes the wordings compiled and the cases judged."""

from __future__ import annotations

import pytest

from checker.model.document import Problem
from tests.advice.conftest import Advised


def test_a_pack_without_slips_gets_no_advice(advised: Advised) -> None:
    assert advised() == []


def test_a_criterion_that_no_case_meets(advised: Advised) -> None:
    added = (
        "  - id: painted\n    verdict: compliant\n    says: [painting]\n"
        "    why: {en: The gate is painted., ja: 門が塗られる。}\n"
    )
    found = advised("concepts:\n", "concepts:\n  painting: {en: [paint]}\n")
    assert [problem.code for problem in found] == ["W-CONCEPT-UNUSED"]
    assert advised("  - id: locked\n", f"{added}  - id: locked\n") == [
        Problem(
            "W-CRITERION-IDLE",
            'no case of this rule meets "painted"',
            "toy/open-gate.yaml:32:9",
            "write a case for it, or delete it",
        )
    ]


def test_a_case_that_meets_it_ends_the_advice_whatever_the_verdict(advised: Advised) -> None:
    """The criterion is outweighed in its case and was met all the same."""
    cases = {"file": "open-gate.cases.yaml"}
    old, new = "document: The guard shall lock the north gate.", "document: The guard shall sleep at the north gate."
    (idle,) = advised(old, new, **cases)
    assert idle.message == 'no case of this rule meets "locked"'
    assert (
        advised("close the north gate at noon.", "close the north gate at noon and lock the north gate.", **cases) == []
    )


@pytest.mark.parametrize(
    ("new", "column", "message"),
    [
        ("{en: [close, closing]}", 25, '"closing" finds exactly what "close" finds'),
        ("{en: [close], not_in: {en: [closes]}}", 40, '"closes" finds exactly what "close" finds'),
        ("{en: [close], ja: [門を閉, 門を閉じ]}", 0, ""),
        ("{en: [reporter, reportedly]}", 28, '"reportedly" finds exactly what "reporter" finds'),
    ],
)
def test_terms_that_come_to_the_same_words(new: str, column: int, message: str, advised: Advised) -> None:
    found = [problem for problem in advised("{en: [close]}", new) if problem.code == "W-TERM-COLLISION"]
    assert [(each.where, each.message) for each in found] == (
        [(f"toy/open-gate.yaml:17:{column}", message)] if column else []
    )


def test_an_exact_form_is_no_collision(advised: Advised) -> None:
    assert advised("{en: [close]}", "{en: [close, =closed]}") == []


def test_a_term_that_can_take_very_long(advised: Advised) -> None:
    (found,) = advised("{en: [close]}", "{en: [close, gate ...99 gate ...99 gate ...99 gate ...99 shut]}")
    assert (found.code, found.where) == ("W-TERM-SLOW", "toy/open-gate.yaml:17:25")
    term = "gate ...99 gate ...99 gate ...99 gate ...99 shut"
    assert found.message == f'looking for "{term}" can take longer than 0.2 seconds in one sentence'
    assert found.hint == "make its gaps shorter, or have fewer of them"


def test_gaps_of_ordinary_length_are_not_slow(advised: Advised) -> None:
    assert advised("{en: [close]}", "{en: [close, gate ... gate ... shut]}") == []


@pytest.mark.parametrize(
    ("wordings", "told"),
    [
        ("[the country, public order]", True),
        ("[the country, north gate]", False),
        ("[public|north order]", True),
    ],
)
def test_a_topic_of_everyday_words_only(wordings: str, told: bool, advised: Advised) -> None:
    found = advised("gate: {en: [north gate]}", f"gate: {{en: {wordings}}}")
    topics = [problem for problem in found if problem.code == "W-TOPIC-EVERYDAY"]
    assert [problem.where for problem in topics] == (["toy/open-gate.yaml:13:1"] if told else [])
    assert all("every document is read for the rule" in problem.message for problem in topics)
