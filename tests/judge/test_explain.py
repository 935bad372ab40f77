"""An explanation shows all that a rule saw, and what would have changed the verdict."""

from __future__ import annotations

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import compile_rules, explain
from checker.judge.explain import FAR
from checker.model.finding import Verdict
from checker.segment import segment
from tests.judge.conftest import TESTS, Explain

GATE = ("toy_pack", "open-gate")


def test_what_decides_comes_first_and_what_was_not_met_is_named(explained: Explain) -> None:
    found = explained(*GATE, "The guard shall open the north gate. The guard shall close the north gate.")
    assert found.finding.verdict is Verdict.VIOLATION
    assert [(met.criterion, met.verdict, met.words) for met in found.met] == [
        ("closed", Verdict.VIOLATION, "The guard shall close the north gate."),
        ("opened", Verdict.COMPLIANT, "The guard shall open the north gate."),
    ]
    assert found.idle == ("locked",)


def test_a_criterion_blocked_by_one_condition_that_would_flip_the_verdict(explained: Explain) -> None:
    found = explained(*GATE, "The guard shall open the north gate. The guard shall not close the north gate.")
    assert found.finding.verdict is Verdict.COMPLIANT
    (near,) = found.near
    assert (near.criterion, near.verdict, near.flips) == ("closed", Verdict.VIOLATION, True)
    assert near.obstacle == 'the sentence says that it does not take place (turned by "not")'


def test_a_near_miss_that_a_stronger_finding_outweighs_flips_nothing(explained: Explain) -> None:
    found = explained(*GATE, "The guard shall close the north gate. The doors will be opened.")
    (near,) = found.near
    assert (near.criterion, near.obstacle, near.flips) == ("opened", "the sentence names no gate", False)


def test_a_verdict_that_the_policy_changed_is_a_near_miss(explained: Explain) -> None:
    found = explained(*GATE, "This draft order closes the north gate.")
    assert (found.finding.verdict, found.finding.reason.code) == (Verdict.NEEDS_REVIEW, "draft")
    (near,) = found.near
    assert (near.criterion, near.verdict, near.flips) == ("closed", Verdict.VIOLATION, True)
    assert near.obstacle == "The words stand in a draft or proposed text that is not in force."


def test_near_misses_that_would_flip_the_verdict_come_first(explained: Explain) -> None:
    text = "The doors open. The guard shall open the north gate. The guard shall not close the north gate."
    assert [near.flips for near in explained(*GATE, text).near] == [True, False]


def test_two_obstacles_are_told_and_are_no_near_miss(explained: Explain) -> None:
    found = explained(*GATE, "The north gate is green. The shop is not closed.")
    (seen,) = found.seen
    assert seen.sentence == "The shop is not closed."
    assert seen.tried[0].obstacles == (
        'the sentence says that it does not take place (turned by "not")',
        "the sentence names no gate",
    )
    assert found.near == ()


def test_without_the_topic_nothing_counts(explained: Explain) -> None:
    found = explained(*GATE, "The guard shall close the south gate.")
    assert found.finding.verdict is Verdict.NOT_ADDRESSED
    assert found.topic == ((("gate",), False),)
    assert (found.met, [near.flips for near in found.near]) == ((), [False])
    assert len(found.seen) == 1


def test_a_statement_far_from_the_topic_is_told_to_be_far(explained: Explain) -> None:
    sections = [f"Section {n}. The harvest was good, and the wine of the year is praised.\n\n" for n in range(2, 120)]
    sections[1] = "Section 3. The shop closes.\n\n"
    sections[2] = "Section 4. The shop closes.\n\n"
    found = explained(*GATE, f"Section 1. The guard shall open the north gate.\n\n{''.join(sections)}")
    assert found.finding.verdict is Verdict.COMPLIANT
    assert [(seen.where, FAR in seen.tried[0].obstacles) for seen in found.seen] == [
        ("Section 1", False),
        ("Section 3", False),
        ("Section 4", True),
    ]


def test_criteria_over_measures_and_columns_are_among_those_met(explained: Explain) -> None:
    found = explained("packs/mini", "port-access", "We inspect nets on entry into a port. Port Act No. 12 is revoked.")
    assert ("basis-ended", Verdict.NEEDS_REVIEW) in [(met.criterion, met.verdict) for met in found.met]
    table = "| Norland vessel fee | Domestic vessel fee |\n|---|---|\n| 10 | 5 |\n"
    document = read(Source("a.md", f"# Licence fee\n\n{table}".encode())).document
    rules = compile_rules(rulebook.load([str(TESTS / "packs/mini")]))
    found = explain("same-licence-fees", document, segment(document), rules)
    assert [(met.criterion, met.verdict) for met in found.met] == [("fees-differ", Verdict.VIOLATION)]
    assert found.met[0].attributes.startswith('The columns compared say "10" on one side and "5" on the other;')


def test_an_unknown_commitment_is_refused(explained: Explain) -> None:
    with pytest.raises(KeyError):
        explained("toy_pack", "closed-gate", "The gate.")
