"""Cases are labelled samples: every rule has at least six, with each verdict, and their words are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulePackError
from checker.model.commitment import Case
from checker.model.finding import Verdict
from checker.rulebook import inspect, load


def cases_of(mini: Path) -> dict[str, Case]:
    pack = load([str(mini)], with_cases=True)
    return {case.id: case for commitment in pack.commitments for case in commitment.cases}


def test_cases_are_read_field_by_field(mini: Path) -> None:
    assert cases_of(mini)["nets-first"] == Case(
        id="nets-first",
        lang="en",
        document="Sudland Port Agency, notice 7. Norland vessels may enter a port only\n"
        "after their nets have been inspected.\n",
        verdict=Verdict.VIOLATION,
        evidence="only after their nets have been inspected",
        why="inspection comes before entry",
        issuer="Sudland Port Agency",
        dated="2031-09-01",
    )
    assert cases_of(mini)["weather"].issuer == cases_of(mini)["weather"].evidence == ""


def test_a_mutation_is_a_case_of_its_own_after_the_one_it_changes(mini: Path) -> None:
    cases = cases_of(mini)
    assert list(cases)[:4] == ["nets-first", "nets-first+1", "nets-first+2", "free-entry"]
    changed = cases["nets-first+1"]
    assert changed.document == (
        "Sudland Port Agency, notice 7. Norland vessels may enter a port without inspection of their nets.\n"
    )
    assert (changed.verdict, changed.evidence) == (Verdict.COMPLIANT, "without inspection of their nets")
    assert (changed.lang, changed.issuer, changed.dated) == ("en", "Sudland Port Agency", "2031-09-01")
    assert changed.mutated_from == "nets-first"
    assert cases["nets-first"].mutated_from == ""


def test_evidence_may_be_broken_into_lines_otherwise_than_the_document(mini: Path) -> None:
    case = cases_of(mini)["nets-first"]
    assert case.evidence not in case.document
    assert case.evidence in " ".join(case.document.split())


def check(mini: Path) -> str:
    with pytest.raises(RulePackError) as caught:
        inspect([str(mini)])
    return str(caught.value)


def test_rules_without_cases_are_told(mini: Path) -> None:
    assert check(mini) == (
        "mini/landing-duty-ceiling.cases.yaml: the rule landing-duty-ceiling has no cases\n"
        "  hint: write at least 6 in this file\n"
        "mini/same-licence-fees.cases.yaml: the rule same-licence-fees has no cases\n"
        "  hint: write at least 6 in this file\n"
        "2 errors in the rules"
    )


def test_a_pack_with_six_cases_and_four_verdicts_for_each_rule_is_complete(complete: Path) -> None:
    assert len(inspect([str(complete)]).pack.commitments) == 3


def test_too_few_cases_and_missing_verdicts_are_told(complete: Path) -> None:
    file = complete / "same-licence-fees.cases.yaml"
    file.write_text("".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    assert check(complete) == (
        "mini/same-licence-fees.cases.yaml: a rule has at least 6 cases, this one has 2\n"
        "mini/same-licence-fees.cases.yaml: no case has the verdict needs_review or not_addressed\n"
        "  hint: write a case for it\n"
        "2 errors in the rules"
    )


def test_mutations_do_not_count(complete: Path) -> None:
    file = complete / "same-licence-fees.cases.yaml"
    cases = file.read_text(encoding="utf-8").replace(
        "why: open}", "why: open, mutations: [{find: may, replace: will, verdict: not_addressed, why: a}]}"
    )
    file.write_text(
        cases.replace("verdict: not_addressed, why: rain", "verdict: needs_review, why: a").replace(
            "verdict: not_addressed, why: snow", "verdict: needs_review, why: a"
        ),
        encoding="utf-8",
    )
    assert "no case has the verdict not_addressed\n" in check(complete)


def test_a_pack_with_errors_is_told_them_first(complete: Path) -> None:
    (complete / "port-access.yaml").write_text("format: 1\n", encoding="utf-8")
    assert check(complete).startswith('mini/port-access.yaml:1:1: this rule file lacks "id"')
