"""What the kind of a document makes of a sentence: the same words decide in an order and are left open in a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import rulebook
from checker.ingest import Source
from checker.judge import compile_rules
from checker.model.finding import Finding, Level, Verdict
from checker.worker import check_document

RULES = compile_rules(rulebook.load(["us-japan-2025"]))
TESTED = "Passenger cars made in the United States and certified there must pass a crash test in Japan before sale."


def found(text: str) -> Finding:
    result = check_document(Source("a.txt", text.encode()), RULES)
    return next(f for f in result.findings if f.commitment == "vehicle-acceptance-no-additional-testing")


@pytest.mark.parametrize("head", ["Final rule", "Notice", "Guidelines", "Press release", "Minutes"])
def test_what_is_in_force_or_stated_decides(head: str) -> None:
    finding = found(f"{head}\n\n{TESTED}\n")
    assert finding.verdict is Verdict.VIOLATION
    assert finding.confidence is Level.HIGH


@pytest.mark.parametrize("head", ["Notice of proposed rulemaking", "Consultation draft"])
def test_a_proposal_is_left_to_a_person(head: str) -> None:
    finding = found(f"{head}\n\n1. Purpose\n\nThis part is about cars.\n\n2. Tests\n\n{TESTED}\n")
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "draft")
    assert "it stands in a draft" in finding.trace[0].seen


def test_the_words_that_gave_the_kind_away_are_told() -> None:
    finding = found(f"H.R. 4410\n\n{TESTED}\n")
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "draft")
    assert 'it stands in a draft (told by "H.R.")' in finding.trace[0].seen


def test_what_a_proposal_says_to_be_in_force_decides() -> None:
    in_force = TESTED.replace(" before sale.", " before sale. The requirement took effect on 1 May 2026.")
    assert found(f"Final rule\n\n{in_force}\n").verdict is Verdict.VIOLATION


@pytest.mark.parametrize("head", ["Petition to the Minister", "Written question"])
def test_who_asks_tells_his_own_account(head: str) -> None:
    finding = found(f"{head}\n\n{TESTED}\n")
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "third_party_account")


def test_a_press_account_decides_with_less_confidence() -> None:
    finding = found(f"TOKYO, June 3. {TESTED}\n")
    assert (finding.verdict, finding.confidence) == (Verdict.VIOLATION, Level.MEDIUM)


def test_a_pack_without_kinds_tells_none() -> None:
    mini = Path(__file__).parents[1] / "packs" / "mini"
    result = check_document(Source("a.txt", b"Notice\n\nPorts are open."), compile_rules(rulebook.load([str(mini)])))
    assert result.document.kind is None
