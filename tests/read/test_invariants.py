"""What holds of every statement, whoever acts and whatever is done: what negates, obliges, supposes or asks does so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.commitment import Modality
from checker.read.standing import BESIDE, OPEN, Standing
from checker.read.statement import Statement
from tests.read.test_statement import only

SUBJECTS = ("The Ministry", "The Ministry of Saga", "Under Article 5 the Ministry")
CARS = ("every car", "each of the cars built abroad", "a car that has its own label", "cars of any make")
PLACES = ("", " before sale", " in its own hall", " from 1 May 2026")
MADE = ("自動車", "国外で製造された自動車", "第三条の自動車", "自動車及び部品")
WHEN = ("", "販売の前に", "令和八年五月一日から", "研究所において")

english = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(CARS), st.sampled_from(PLACES))
japanese = st.tuples(st.sampled_from(MADE), st.sampled_from(WHEN))


def en(form: str, parts: tuple[str, str, str]) -> Statement:
    subject, car, place = parts
    return only(form.format(subject=subject, car=car, place=place))


def ja(form: str, parts: tuple[str, str]) -> Statement:
    made, when = parts
    return only(form.format(made=made, when=when))


ASSERTED_AND_DENIED_EN = (
    ("{subject} asks for a test of {car}{place}.", "{subject} does not ask for a test of {car}{place}."),
    ("{subject} runs a test on {car}{place}.", "{subject} no longer runs a test on {car}{place}."),
    ("A test of {car} is required{place}.", "A test of {car} is not required{place}."),
    ("A test of {car} is required{place}.", "No test of {car} is required{place}."),
    ("A test of {car} shall be made{place}.", "Neither a test of {car} nor a label shall be asked for{place}."),
    ("{car} is sold with a test{place}.", "{car} is sold without a test{place}."),
)
ASSERTED_AND_DENIED_JA = (
    ("{made}は、{when}試験を要する。", "{made}は、{when}試験を要しない。"),
    ("{made}について、{when}試験を行う。", "{made}について、{when}試験を行わない。"),
    ("{made}には{when}試験を課している。", "{made}には{when}試験を課していません。"),
    ("{made}の試験を{when}実施する。", "{made}の試験を{when}廃止する。"),
    ("{made}は{when}試験を受けて販売される。", "{made}は{when}試験を受けることなく販売される。"),
)


@given(english, st.sampled_from(ASSERTED_AND_DENIED_EN))
def test_a_negated_statement_says_the_contrary(parts: tuple[str, str, str], forms: tuple[str, str]) -> None:
    asserted, denied = (en(form, parts) for form in forms)
    assert asserted.holds
    assert not denied.holds


@given(japanese, st.sampled_from(ASSERTED_AND_DENIED_JA))
def test_a_negated_japanese_statement_says_the_contrary(parts: tuple[str, str], forms: tuple[str, str]) -> None:
    asserted, denied = (ja(form, parts) for form in forms)
    assert asserted.holds
    assert not denied.holds


@given(english)
def test_two_negations_assert(parts: tuple[str, str, str]) -> None:
    for form in (
        "It is not the case that no test of {car} is required{place}.",
        "No {car} may be sold without a test{place}.",
        "It is wrong to suppose that {car} is sold without a test{place}.",
    ):
        assert en(form, parts).holds, form


@given(japanese)
def test_two_japanese_negations_assert(parts: tuple[str, str]) -> None:
    for form in (
        "{made}は、{when}試験に合格しなければ販売してはならない。",
        "{made}について、{when}試験を行わないわけではない。",
    ):
        assert ja(form, parts).holds, form


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("{subject} shall run a test of {car}{place}.", Modality.REQUIRED),
        ("{car} must pass a test{place}.", Modality.REQUIRED),
        ("{subject} may not run a test of {car}{place}.", Modality.FORBIDDEN),
        ("{car} may undergo a test{place}.", Modality.PERMITTED),
        ("{car} need not pass a test{place}.", Modality.NOT_REQUIRED),
    ],
)
@given(parts=english)
def test_a_modal_verb_sets_the_modality(form: str, expected: Modality, parts: tuple[str, str, str]) -> None:
    assert en(form, parts).modality is expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("{made}は、{when}試験を受けなければならない。", Modality.REQUIRED),
        ("{made}について、{when}試験を行ってはならない。", Modality.FORBIDDEN),
        ("{made}は、{when}試験を要しない。", Modality.NOT_REQUIRED),
    ],
)
@given(parts=japanese)
def test_a_japanese_ending_sets_the_modality(form: str, expected: Modality, parts: tuple[str, str]) -> None:
    assert ja(form, parts).modality is expected


BESIDE_EN = (
    "If the cabinet were to fall, {car} would have to pass a test{place}.",
    "Until 2019 {car} had to pass a test.",
    "We ask you to see to it that {car} passes a test{place}.",
    "The federation urged the Ministry to demand a test of {car}{place}.",
    "Does {car} need a test{place}?",
)
OPEN_EN = (
    "It is not yet decided whether {car} needs a test{place}.",
    "{subject} is weighing a test of {car}{place}.",
    "{subject} is reconsidering the test of {car}{place}.",
    "{subject} has made no decision on a test of {car}{place}.",
    "{subject} intends to run a test of {car}{place}.",
)
BESIDE_JA = (
    "仮に{made}に{when}試験を課したとすれば、輸入は減る。",
    "従来は、{made}に{when}試験を課していた。",
    "連盟は、{made}に{when}試験を課すよう強く求めます。",
)
OPEN_JA = (
    "{made}に{when}試験を求めるか否かは、未定である。",
    "{made}の試験の在り方については、{when}精査しております。",
    "{made}の試験については、{when}交渉を続けている。",
)


@given(english, st.sampled_from(BESIDE_EN))
def test_what_is_supposed_past_asked_or_demanded_is_beside_the_point(parts: tuple[str, str, str], form: str) -> None:
    assert en(form, parts).standing.standing in BESIDE


@given(japanese, st.sampled_from(BESIDE_JA))
def test_the_same_in_japanese_is_beside_the_point(parts: tuple[str, str], form: str) -> None:
    assert ja(form, parts).standing.standing in BESIDE


@given(english, st.sampled_from(OPEN_EN))
def test_what_is_weighed_or_only_meant_is_open(parts: tuple[str, str, str], form: str) -> None:
    assert en(form, parts).standing.standing in OPEN


@given(japanese, st.sampled_from(OPEN_JA))
def test_the_same_in_japanese_is_open(parts: tuple[str, str], form: str) -> None:
    assert ja(form, parts).standing.standing in OPEN


@given(english)
def test_a_bill_that_was_dropped_is_no_draft(parts: tuple[str, str, str]) -> None:
    statement = en("{subject} has dropped the bill and runs no test of {car}{place}.", parts)
    assert (statement.standing.standing, statement.holds) == (Standing.ACT, False)


@given(english)
def test_a_refused_demand_says_the_contrary(parts: tuple[str, str, str]) -> None:
    asked = en("The federation urged a test of {car}{place}. The Ministry declined.", parts)
    assert asked.standing.turned
    assert not asked.holds


@given(english)
def test_an_exception_takes_something_back(parts: tuple[str, str, str]) -> None:
    plain = en("{car} needs no test{place}.", parts)
    excepted = en("{car} needs no test{place}, save for taxis.", parts)
    assert (bool(plain.excepted), bool(excepted.excepted)) == (False, True)


@given(japanese)
def test_a_proviso_takes_something_back(parts: tuple[str, str]) -> None:
    statement = ja("{made}は、{when}試験を要しない。ただし、貨物車については、この限りでない。", parts)
    assert statement.proviso is not None
