"""Words of equal standing that say the contrary of one matter are handed to a person, with both places quoted."""

from __future__ import annotations

import pytest

from checker import rulebook
from checker.ingest import Source
from checker.judge import compile_rules
from checker.model.finding import Finding, Level, Verdict
from checker.worker import check_document

RULES = compile_rules(rulebook.load(["us-japan-2025"]))
CARS = "vehicle-acceptance-no-additional-testing"
SMELTER = "inv-copper-smelter-2b"
MADE = "passenger cars made in the United States and certified there"


def found(commitment: str, text: str, name: str = "a.md") -> Finding:
    result = check_document(Source(name, text.encode()), RULES)
    return next(finding for finding in result.findings if finding.commitment == commitment)


CONFLICTS = [
    (
        CARS,
        f"Section 2. No crash test in Japan is required before sale for {MADE}.\n\n"
        f"Section 9. A crash test in Japan is required before sale for {MADE}.\n",
    ),
    (
        CARS,
        "第二条　米国で製造され、かつ米国で安全が認証された乗用車については、販売前の国内での衝突試験を要しない。\n\n"
        "第九条　米国で製造され、かつ米国で安全が認証された乗用車については、販売前の国内での衝突試験を要する。\n",
    ),
    (
        SMELTER,
        "Investment Accelerator\n\nThe final cost of the copper smelting and refining facility in Arizona, financed by"
        " Japan, is $1.4 billion.\n\n| Project | Final cost | Lender |\n|---|---|---|\n"
        "| Copper smelting and refining facility, Arizona | $2.1 billion | Japan |\n",
    ),
    (
        CARS,
        f"# Notice\n\n## No crash test in Japan is required before sale for {MADE}\n\n"
        f"A crash test in Japan is required before sale for all {MADE}.\n",
    ),
]


@pytest.mark.parametrize(("commitment", "text"), CONFLICTS, ids=["two articles", "Japanese", "table", "heading"])
def test_words_against_words(commitment: str, text: str) -> None:
    finding = found(commitment, text)
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "conflicting_statements")
    assert {evidence.supports for evidence in finding.evidence} == {Verdict.VIOLATION, Verdict.COMPLIANT}
    assert finding.confidence is Level.LOW


DECIDED = [
    f"1. No crash test in Japan is required before sale for {MADE}.\n\n"
    f"2. Notwithstanding paragraph 1, a crash test in Japan is required before sale for {MADE}.\n",
    f"No noise test is required for {MADE}.(1)\n\n(1) A crash test in Japan is required before sale for {MADE}.\n",
    f"1. No crash test in Japan is required before sale for {MADE}.\n\n"
    f"2. A crash test in Japan is required before sale for the heavier {MADE}, hybrids and pickups.\n",
    "| Cars made in the United States and certified there | Crash test in Japan before sale |\n|---|---|\n"
    "| Petrol | not required |\n| Electric | required |\n",
    f"The Ministry spoke of safety and of the weather.\n\nA crash test in Japan is required before sale for {MADE}.\n",
]


@pytest.mark.parametrize("text", DECIDED, ids=["overriding", "footnote", "narrower", "rows", "alone"])
def test_what_gives_way_or_differs_is_no_conflict(text: str) -> None:
    finding = found(CARS, text)
    assert finding.reason.code != "conflicting_statements"
    assert finding.verdict in (Verdict.VIOLATION, Verdict.NEEDS_REVIEW)
