"""What a sentence is about, told by the sentence before it where its own words do not tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import compile_rules, judge
from checker.model.finding import Verdict
from checker.segment import segment
from tests.judge.conftest import TESTS

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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The big red gate is open.", True),
        ("The red gate is open.", False),
    ],
)
def test_words_inside_the_scope_are_not_outside_it_by_a_part_of_them(tmp_path: Path, text: str, inside: bool) -> None:
    shutil.copytree(TESTS / "toy_pack", tmp_path / "toy")
    rule = tmp_path / "toy" / "open-gate.yaml"
    scope = "scope: {inside: [own-gate], outside: {red-gate: out_of_scope}}\nconcepts:\n"
    scope += "  own-gate: {en: [big red gate]}\n  red-gate: {en: [red gate]}\n"
    text_of_rule = rule.read_text(encoding="utf-8").replace("concepts:\n", scope, 1).replace("[[gate]]", "[[red-gate]]")
    rule.write_text(text_of_rule.replace("    with: [gate]\n", ""), encoding="utf-8")
    document = read(Source("a.txt", text.encode())).document
    (finding,) = judge(document, segment, compile_rules(rulebook.load([str(tmp_path / "toy")])))
    assert (finding.verdict is not Verdict.NOT_ADDRESSED) is inside
