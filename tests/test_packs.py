"""The shipped packs: each green by its own cases, and none of them known to the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.cli.options import DEFAULT_PACK
from checker.cli.program import status_of
from checker.rulebook import find, load, shipped

CODE = sorted((Path(__file__).parents[1] / "checker").rglob("*.py"))


def test_the_cases_of_the_antarctic_treaty_pass(capfd: pytest.CaptureFixture[str]) -> None:
    assert status_of(["rules", "test", "--rules", "antarctic-treaty"]) == 0
    assert "FAILED" not in capfd.readouterr().out


def test_every_rule_of_the_antarctic_treaty_has_cases_in_both_languages() -> None:
    for commitment in load(["antarctic-treaty"], with_cases=True).commitments:
        assert {case.lang for case in commitment.cases} == {"en", "ja"}, commitment.id


def test_its_samples_are_judged_alike_in_both_languages(capfd: pytest.CaptureFixture[str]) -> None:
    assert status_of(["check", "--samples", "--rules", "antarctic-treaty", "--format", "json", "--no-cache"]) == 1
    findings = json.loads(capfd.readouterr().out)["findings"]
    english, japanese = (
        {each["commitment"]: each["verdict"] for each in findings if each["document"].endswith(ending)}
        for ending in ("order.md", "order.ja.md")
    )
    assert english == {
        "no-military-measures": "compliant",
        "no-radioactive-waste": "compliant",
        "observers-free-access": "violation",
        "results-freely-available": "needs_review",
    }
    assert japanese == english | {"results-freely-available": "compliant"}


def test_packs_of_different_agreements_are_used_together(capfd: pytest.CaptureFixture[str]) -> None:
    sample = find("antarctic-treaty").root / "samples" / "expedition-order.md"
    rules = [word for name in (DEFAULT_PACK, "antarctic-treaty") for word in ("--rules", name)]
    assert status_of(["check", str(sample), *rules, "--format", "json"]) == 1
    report = json.loads(capfd.readouterr().out)
    assert report["rules"]["packs"] == [DEFAULT_PACK, "antarctic-treaty"]
    assert {each["commitment"] for each in report["findings"]} <= {c.id for c in load(["antarctic-treaty"]).commitments}


@pytest.mark.parametrize("name", shipped())
def test_no_pack_and_no_commitment_is_named_in_the_program(name: str) -> None:
    """But the pack that is used where none is named, and the measure of ContractNLI, which names its own."""
    names = re.compile("|".join(rf"[\"']{re.escape(each)}[\"']" for each in (name, *_ids(name))))
    named = {file.name for file in CODE if names.search(file.read_text("utf-8"))}
    assert named <= {DEFAULT_PACK: {"options.py"}, "contractnli": {"bench.py", "contractnli.py"}}.get(name, set())


def _ids(name: str) -> tuple[str, ...]:
    return tuple(commitment.id for commitment in load([name]).commitments)
