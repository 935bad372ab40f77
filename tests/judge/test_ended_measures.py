"""What ends, changes or holds up a measure that a commitment rests on is told, with the chain that leads to it."""

from __future__ import annotations

import pytest

from checker import rulebook
from checker.ingest import Source
from checker.judge import compile_rules
from checker.model.finding import Finding, Verdict
from checker.worker import check_document

RULES = compile_rules(rulebook.load(["us-japan-2025"]))
TARIFF, ORDER = "baseline-15pct-tariff", "executive-order-implementation"


def found(commitment: str, text: str) -> Finding:
    result = check_document(Source("a.txt", text.encode()), RULES)
    return next(finding for finding in result.findings if finding.commitment == commitment)


ACTS = [
    "Executive Order 14257 is hereby revoked.",
    "Executive Order 14257 is suspended until further notice.",
    "Executive Order 14257 is amended as follows.",
    "Executive Order 14257 is replaced by this order.",
    "Executive Order 14257 expired on July 24, 2026.",
    "Executive Order 14257 was vacated by the Court of International Trade.",
    "Executive Order 14257 has been set aside by the court.",
    "Executive Order 14257 is enjoined by the court.",
    "Executive Order 14257 was stayed by the Federal Circuit.",
    "2025年4月2日の大統領令第14257号を廃止する。",
    "2025年4月2日の大統領令第14257号を一部改正する。",
    "2025年4月2日の大統領令第14257号を撤回する。",
    "2025年4月2日の大統領令第14257号は失効した。",
    "2025年4月2日の大統領令第14257号は裁判所により取り消された。",
    "2025年4月2日の大統領令第14257号の執行が裁判所により差し止められた。",
]


@pytest.mark.parametrize("text", ACTS)
@pytest.mark.parametrize("commitment", [TARIFF, ORDER])
def test_the_end_of_a_basis_needs_review_and_the_chain_is_told(text: str, commitment: str) -> None:
    finding = found(commitment, f"令和8年3月3日\n\n{text}" if text.startswith("2025年") else text)
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "changed_legal_basis")
    assert "The measure is Executive Order 14257" in finding.reason.text.en
    assert "大統領令第14257号" in finding.reason.text.ja


@pytest.mark.parametrize("does", ["is amended as follows", "was stayed by the Federal Circuit", "is replaced by this"])
def test_a_change_of_the_order_itself_needs_review(does: str) -> None:
    finding = found(ORDER, f"Executive Order 14345 {does}.")
    assert (finding.verdict, finding.reason.code) == (Verdict.NEEDS_REVIEW, "changed_legal_basis")


def test_the_end_of_the_order_itself_is_a_violation() -> None:
    assert found(ORDER, "大統領令第14345号は裁判所により取り消された。").verdict is Verdict.VIOLATION


@pytest.mark.parametrize(
    "text",
    [
        "Executive Order 14257 may be amended by a later order.",
        "Executive Order 14257 remains in force.",
        "Executive Order 14256, on parcels from China, is revoked.",
    ],
)
def test_a_power_or_another_order_changes_nothing(text: str) -> None:
    assert found(TARIFF, text).reason.code != "changed_legal_basis"
