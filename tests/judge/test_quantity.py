"""Figures: a criterion met by a sum or a percentage that its clause names, in the bounds it asks for."""

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

QUANTITY = "quantity: {unit: usd, test: figure < toll, of: [opening], bound: [equal, about, range]}"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of one rule whose violation is a figure below its parameter, stated with the words of opening."""
    shutil.copytree(TESTS / "toy_pack", tmp_path / "toy")
    rule = tmp_path / "toy" / "open-gate.yaml"
    text = rule.read_text(encoding="utf-8")
    text = text.replace("says: [closing]", QUANTITY, 1).replace("topic:", "parameters: {toll: 500}\ntopic:", 1)
    rule.write_text(text, encoding="utf-8")
    return tmp_path / "toy"


def verdict(pack: Path, text: str) -> Verdict:
    document = read(Source("a.txt", text.encode())).document
    (finding,) = judge(document, segment, compile_rules(rulebook.load([str(pack)])))
    return finding.verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opening the north gate costs $400.", Verdict.VIOLATION),
        ("Opening the north gate costs $500.", Verdict.COMPLIANT),
        ("Opening the north gate costs about $450.", Verdict.VIOLATION),
        ("Opening the north gate costs up to $400.", Verdict.COMPLIANT),
        ("Opening the north gate costs between $400 and $450.", Verdict.VIOLATION),
        ("Opening the north gate costs between $400 and $600.", Verdict.COMPLIANT),
        ("Opening the north gate costs $400 a year.", Verdict.COMPLIANT),
        ("Opening the north gate costs 400 yen.", Verdict.COMPLIANT),
        ("The north gate opens at noon; a bell was bought for $400.", Verdict.COMPLIANT),
        ("If it were to rain, opening the north gate would cost $400.", Verdict.NOT_ADDRESSED),
    ],
)
def test_a_figure_decides_where_its_clause_says_what_it_is(pack: Path, text: str, expected: Verdict) -> None:
    assert verdict(pack, text) is expected


def test_the_trace_shows_the_figure_and_the_test(pack: Path) -> None:
    document = read(Source("a.txt", b"Opening the north gate costs $400.")).document
    (finding,) = judge(document, segment, compile_rules(rulebook.load([str(pack)])))
    assert 'The figure "$400" meets "figure < 500"' in finding.trace[0].seen
