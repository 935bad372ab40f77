"""What a sentence is about, told by the sentence before it where its own words do not tell."""

from __future__ import annotations

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import compile_rules, judge
from checker.model.finding import Verdict
from checker.segment import segment

VEHICLES = "vehicle-acceptance-no-additional-testing"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Korea has lifted its limit on U.S.-made cars. They are sold without any test.", Verdict.NOT_ADDRESSED),
        ("Japan has lifted its limit on U.S.-made cars. They are sold without any test.", Verdict.COMPLIANT),
        ("Used cars built in Ohio have a line of their own. A brake test is due before sale.", Verdict.NOT_ADDRESSED),
        ("New cars built in Ohio have a line of their own. A brake test is due before sale.", Verdict.VIOLATION),
    ],
)
def test_the_sentence_before_tells_as_a_whole_what_is_excluded(text: str, verdict: Verdict) -> None:
    assert _verdict(text) is verdict


TABLE = """Annex to the manual of the Japanese ministry. Key: 1 = must be lodged; 2 = not asked for.

| Item | Car made in the United States | Any other imported car |
|---|---|---|
| Proof of assembly | 1 | 1 |
| Brake test report | {} | {} |
"""


@pytest.mark.parametrize(
    ("american", "other", "verdict"),
    [
        ("–", "required", Verdict.COMPLIANT),
        ("required", "–", Verdict.VIOLATION),
        ("2", "1", Verdict.COMPLIANT),
        ("1", "2", Verdict.VIOLATION),
    ],
)
def test_a_cell_answers_for_what_its_header_names(american: str, other: str, verdict: Verdict) -> None:
    assert _verdict(TABLE.format(american, other)) is verdict


def _verdict(text: str) -> Verdict:
    document = read(Source("a.md", text.encode())).document
    findings = judge(document, segment, compile_rules(rulebook.load(["us-japan-2025"])))
    return {finding.commitment: finding.verdict for finding in findings}[VEHICLES]
