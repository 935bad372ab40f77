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
    document = read(Source("a.txt", text.encode())).document
    findings = judge(document, segment(document), compile_rules(rulebook.load(["us-japan-2025"])))
    assert {finding.commitment: finding.verdict for finding in findings}[VEHICLES] is verdict
