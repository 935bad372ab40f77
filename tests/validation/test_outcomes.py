"""Every label becomes a row; of a long document also what the checker says beyond its labels."""

from __future__ import annotations

from pathlib import Path

from checker import rulebook
from checker.model.finding import Evidence, Finding, Level, Reason, Verdict
from checker.model.text import Bilingual, Span
from checker.validation import Labelled, Row, judged
from checker.validation.outcomes import rows

TOY = Path(__file__).resolve().parents[1] / "toy_pack"
V, N, S = Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.NOT_ADDRESSED


def finding(commitment: str, verdict: Verdict) -> Finding:
    evidence = Evidence("gate", Span(0, 4), "line 1", verdict)
    reason = Reason("code", Bilingual("Why.", "理由。"))
    return Finding("", commitment, "a.txt", verdict, reason, Level.HIGH, Level.HIGH, Level.HIGH, (evidence,))


def labelled(verdicts: dict[str, Verdict], long: bool = False) -> Labelled:
    return Labelled("a.yaml", "a", "en", "", verdicts, {"open-gate": "gate"}, ("wide-road",), long)


def given(case: Labelled, *findings: Finding) -> list[tuple[str, Verdict, Verdict, bool | None]]:
    found = rows(case, {each.commitment: each for each in findings})
    return [(row.commitment, row.label, row.given, row.quoted) for row in found]


def test_a_short_case_gives_one_row_whatever_else_is_found() -> None:
    case = labelled({"open-gate": V})
    assert given(case, finding("open-gate", N), finding("fair-toll", V)) == [("open-gate", V, N, True)]


def test_no_finding_and_one_that_does_not_apply_are_silence() -> None:
    assert given(labelled({"fair-toll": V})) == [("fair-toll", V, S, None)]
    applies_not = finding("fair-toll", Verdict.NOT_APPLICABLE)
    assert given(labelled({"fair-toll": V}), applies_not) == [("fair-toll", V, S, None)]


def test_a_long_case_is_wrong_where_anything_else_is_found_but_for_what_is_unscored() -> None:
    case = labelled({"open-gate": V}, long=True)
    others = (finding("fair-toll", N), finding("wide-road", V), finding("deep-well", S))
    assert given(case, finding("open-gate", V), *others) == [("open-gate", V, V, True), ("fair-toll", S, N, None)]


def test_cases_are_judged_by_the_rules() -> None:
    texts = {V: "The guard shall close the north gate.", N: "The guard shall lock the north gate.", S: "It rains."}
    cases = [
        Labelled("a.yaml", label, "en", text, {"open-gate": label}, {"open-gate": "close the north gate"})
        for label, text in texts.items()
    ]
    assert judged(cases, rulebook.load([str(TOY)])) == (
        Row("a.yaml", "en", "open-gate", V, V, True),
        Row("a.yaml", "en", "open-gate", N, N, True),
        Row("a.yaml", "en", "open-gate", S, S, False),
    )


def test_a_text_that_cannot_be_read_is_not_checked() -> None:
    case = Labelled("a.yaml", "a", "en", "\x00\x01\x02" * 50, {"open-gate": V})
    (row,) = judged([case], rulebook.load([str(TOY)]))
    assert row.given is Verdict.NOT_CHECKED
