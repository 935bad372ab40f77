"""What the rulebook lets through, the matcher compiles and the judge computes."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from checker.judge.arithmetic import holds
from checker.match import terms as matcher
from checker.model.commitment import AMOUNT_ROLES
from checker.rulebook.expressions import faults as expression_faults
from checker.rulebook.expressions import filled_in, of_amounts
from checker.rulebook.terms import faults as term_faults
from checker.rulebook.terms import references

ENGLISH = st.lists(
    st.sampled_from(
        ["test", "=tested", "test*", "a|b", "a|", "|", "*", "=", "?", "a|b?", "...", "...3", "...0", "{car}"]
    )
    | st.text("ab=*|?.{}() ", max_size=5),
    max_size=5,
).map(" ".join)
JAPANESE = st.lists(
    st.sampled_from(["試験", "(甲|乙)", "(甲|乙)?", "(甲)", "()", "...", "...9", "{car}", "＊", "（甲｜乙）"])
    | st.text("甲乙(|)?.{}*", max_size=4),
    max_size=4,
).map("".join)


def car(concept: str) -> tuple[matcher.Pattern, ...]:
    assert concept == "car"
    return (matcher.english("car", car),)


@given(ENGLISH)
@example("{car} ... =tested|run* beside?")
def test_an_english_term_without_faults_can_be_compiled(term: str) -> None:
    if term.strip() and not list(term_faults(term, "en")) and {name for _, name in references(term)} <= {"car"}:
        assert re.compile(matcher.english(term, car).expression)


@given(JAPANESE)
@example("{car}の(試験|検査)?...9(義務|必要)")
def test_a_japanese_term_without_faults_can_be_compiled(term: str) -> None:
    if term.strip() and not list(term_faults(term, "ja")) and {name for _, name in references(term)} <= {"car"}:
        assert re.compile(matcher.japanese(term, car).expression)


NUMBERS = st.sampled_from(["total", "base", "ceiling", "15", "0.5", "-2", "max(base, 15)", "min(total, ceiling, 3)"])
SUMS = st.builds("{} {} {}".format, NUMBERS, st.sampled_from(["+", "-", "*"]), NUMBERS) | NUMBERS
COMPARISONS = st.builds("{} {} {}".format, SUMS, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), SUMS)
TESTS = st.recursive(
    COMPARISONS,
    lambda inner: (
        st.builds("({}) {} ({})".format, inner, st.sampled_from(["and", "or"]), inner)
        | st.builds("not ({})".format, inner)
    ),
    max_leaves=4,
)
PARAMETERS = {"ceiling": "8", "signed": "2031-03-03"}
AMOUNTS = dict.fromkeys(AMOUNT_ROLES, Decimal(15))


@given(TESTS)
def test_a_test_without_faults_can_be_computed(test: str) -> None:
    found = [message for _, message, _ in expression_faults(test, of_amounts(PARAMETERS))]
    assert found in ([], ["this test uses no amount of a statement"])
    assert holds(filled_in(test, PARAMETERS), AMOUNTS) in (True, False)


@given(st.text("total 8<>=()+*/-.,andornotmaxmin'[]", max_size=24))
def test_whatever_passes_for_a_test_can_be_computed(test: str) -> None:
    if test.strip() and not list(expression_faults(test, of_amounts(PARAMETERS))):
        try:
            assert holds(filled_in(test, PARAMETERS), AMOUNTS) in (True, False)
        except ArithmeticError:
            assert "/" in test
