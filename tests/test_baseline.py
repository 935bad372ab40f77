"""A run beside its baseline: nothing new is hidden, nothing known is called new, nothing is called fixed unseen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import baseline
from checker.baseline import compared, recorded
from checker.errors import CheckerError
from checker.model.baseline import Comparison, Known, Novelty
from checker.model.decision import Standing
from checker.model.document import Problem, State
from checker.model.finding import Evidence, Finding, Level, Verdict, Waiver
from checker.model.report import Report
from checker.model.text import Span
from checker.render.json_text import dumped
from checker.result import identified
from tests.render.factory import VEHICLES, VIOLATION, document, report

TODAY = "2026-04-01"


def found(path: str, quote: str, verdict: Verdict = Verdict.VIOLATION) -> Finding:
    evidence = (Evidence(quote, Span(0, len(quote)), "item 1", verdict),)
    return replace(VIOLATION, document=path, verdict=verdict, evidence=evidence)


def run(*findings: Finding, state: State = State.CHECKED) -> Report:
    """A report on the documents of `findings`, each named apart from its equals."""
    named = []
    seen: Counter[str] = Counter()
    for finding in identified(sorted(findings, key=lambda each: each.document)):
        named.append(replace(finding, id=f"{finding.id}{seen[finding.id] or ''}"))
        seen[finding.id] += 1
    return report(documents=documents({each.document for each in findings}, state), findings=tuple(named))


def documents(paths: set[str], state: State = State.CHECKED) -> tuple[object, ...]:
    problems = () if state is State.CHECKED else (Problem("E-NO-TEXT", "page 2 is a picture"),)
    return tuple(document(path, path, state, problems) for path in sorted(paths))


def beside(now: Report, before: Report, there: Sequence[str] = (), max_age: int | None = None) -> Comparison:
    return compared(now, recorded(replace(before, as_of="2026-01-01")), lambda path: path in there, max_age)


def counts(comparison: Comparison) -> tuple[int, int, int, int]:
    """New, known, fixed, not looked at."""
    new, known = comparison.counts[Novelty.NEW], comparison.counts[Novelty.KNOWN]
    return new, known, sum(k.count for k in comparison.fixed), sum(k.count for k in comparison.unseen)


def test_what_stands_in_the_baseline_is_known_and_the_rest_is_new() -> None:
    old, new = found("a.txt", "close the gate"), found("a.txt", "close the bridge")
    comparison = beside(run(old, new), run(old))
    assert counts(comparison) == (1, 1, 0, 0)
    assert list(comparison.since.values()) == ["2026-01-01"]


def test_a_verdict_that_worsened_is_new() -> None:
    before = run(found("a.txt", "close the gate", Verdict.NEEDS_REVIEW))
    assert counts(beside(run(found("a.txt", "close the gate")), before)) == (1, 0, 1, 0)


def test_a_folder_may_be_renamed() -> None:
    assert counts(beside(run(found("y/a.txt", "close")), run(found("x/a.txt", "close")))) == (0, 1, 0, 0)


def test_of_equal_findings_those_of_documents_known_before_are_the_known_ones() -> None:
    before = run(found("m/a.txt", "close"))
    now = run(found("b/a.txt", "close"), found("m/a.txt", "close"))
    comparison = beside(now, before)
    assert {f.document: comparison.of(f) for f in now.findings} == {"b/a.txt": "new", "m/a.txt": "known"}


def test_one_more_of_the_same_is_new() -> None:
    one = found("a.txt", "close")
    assert counts(beside(run(one, one, one), run(one, one))) == (1, 2, 0, 0)


def test_a_renamed_document_is_new_and_fixed_and_told_by_its_earlier_name() -> None:
    before = run(found("a.txt", "close"))
    now = report(
        documents=(replace(before.documents[0], path="b.txt"),), findings=run(found("b.txt", "close")).findings
    )
    comparison = beside(now, before)
    assert counts(comparison) == (1, 0, 1, 0)
    assert list(comparison.moved.values()) == ["a.txt"]


@pytest.mark.parametrize(
    ("now", "there", "expected"),
    [
        (run(found("a.txt", "another")), (), (1, 0, 1, 0)),
        (run(found("a.txt", "another"), state=State.PARTLY_CHECKED), (), (1, 0, 0, 1)),
        (run(found("b.txt", "close")), ("a.txt",), (1, 0, 0, 1)),
        (run(found("b.txt", "close")), (), (1, 0, 1, 0)),
        (replace(run(found("a.txt", "another")), rules=replace(report().rules, commitments=())), (), (1, 0, 0, 1)),
    ],
    ids=["read and gone", "not read in full", "no part of the run", "deleted", "rule not asked"],
)
def test_only_what_was_looked_for_can_be_fixed(
    now: Report, there: Sequence[str], expected: tuple[int, int, int, int]
) -> None:
    assert counts(beside(now, run(found("a.txt", "close")), there)) == expected


def test_what_was_found_inside_a_file_is_looked_for_with_the_file() -> None:
    before = run(found("a.zip!x.txt", "close"))
    assert counts(beside(run(found("a.zip", "another")), before)) == (1, 0, 1, 0)
    assert counts(beside(run(found("b.txt", "another")), before, there=("a.zip!x.txt",))) == (1, 0, 0, 1)


def test_what_is_known_for_too_long_fails_the_run_again() -> None:
    now = run(found("a.txt", "close"))
    known = replace(now, baseline=beside(now, now, max_age=90))
    assert (known.baseline and known.baseline.counts[Novelty.KNOWN], known.exit_code) == (1, 0)
    overdue = replace(now, baseline=beside(now, now, max_age=89))
    assert (overdue.baseline and overdue.baseline.counts[Novelty.OVERDUE], overdue.exit_code) == (1, 1)


def test_a_waived_finding_is_no_part_of_the_baseline_and_new_when_the_waiver_ends() -> None:
    waiver = Waiver("misprint", "A", "B", "2026-02-01")
    finding = found("a.txt", "close")
    waived = run(replace(finding, waiver=waiver, standing=Standing.WAIVED))
    assert recorded(waived) == ()
    assert counts(beside(waived, waived)) == (0, 0, 0, 0)
    assert counts(beside(run(finding), waived)) == (1, 0, 0, 0)


def test_writing_again_keeps_dates_drops_what_is_fixed_and_keeps_what_was_not_looked_at() -> None:
    before = run(found("a.txt", "close"), found("a.txt", "shut"), found("b.txt", "close"))
    now = run(found("a.txt", "close"), found("a.txt", "bar"))
    entries = recorded(now, beside(now, before, there=("b.txt",)))
    dates = sorted((entry.document, entry.since) for entry in entries)
    assert dates == [("a.txt", "2026-01-01"), ("a.txt", TODAY), ("b.txt", "2026-01-01")]


def test_the_file_says_what_was_recorded_sorted_and_one_entry_a_line() -> None:
    known = recorded(run(found("b.txt", "close"), found("a.txt", "close"), found("a.txt", "close")))
    data = dumped(baseline.as_data(known))
    assert baseline.read(data, "x.json") == tuple(sorted(known, key=lambda each: each.document))
    lines = [line for line in data.decode().splitlines() if line.startswith('{"commitment"')]
    assert [json.loads(line.rstrip(","))["document"] for line in lines] == ["a.txt", "b.txt"]
    assert [json.loads(line.rstrip(","))["count"] for line in lines] == [2, 1]


def test_an_entry_of_two_merged_branches_counts_once_with_the_earlier_date() -> None:
    (known,) = recorded(run(found("a.txt", "close")))
    twice = (replace(known, count=2), replace(known, since="2026-02-02"))
    assert baseline.read(dumped(baseline.as_data(twice)), "x.json") == (replace(known, count=2, since="2026-02-02"),)


@pytest.mark.parametrize(
    "data",
    [b"", b"<<<<<<< HEAD\n", b"[]", b'{"format": 2, "known": []}', b'{"format": 1, "known": [{"count": 1}]}', b"\xff"],
)
def test_a_file_that_is_no_baseline_is_told(data: bytes) -> None:
    with pytest.raises(CheckerError) as caught:
        baseline.read(data, "known.json")
    assert str(caught.value).startswith("known.json: this is no baseline as `checker baseline write` makes it: ")
    assert "keep the entries of both sides" in str(caught.value)


@pytest.mark.parametrize("verdict", [Verdict.COMPLIANT, Verdict.NOT_CHECKED])
def test_what_passes_or_was_not_checked_is_never_known(verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="a baseline does not know"):
        Known("f", VEHICLES.id, "a.txt", verdict, Level.HIGH, "2026-01-01", "")


PLACES = st.tuples(st.sampled_from(["x/a.txt", "y/a.txt", "b.txt"]), st.sampled_from(["close", "shut", "bar"]))
RUNS = st.lists(PLACES, max_size=8).map(lambda places: run(*(found(*place) for place in places)))


@given(before=RUNS, now=RUNS)
def test_every_finding_is_new_or_known_and_every_entry_is_found_again_or_not(before: Report, now: Report) -> None:
    new, known, fixed, unseen = counts(beside(now, before))
    assert new + known == len(now.findings)
    assert known + fixed + unseen == len(before.findings)
    assert counts(beside(now, now)) == (0, len(now.findings), 0, 0)
