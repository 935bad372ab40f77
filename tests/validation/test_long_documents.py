"""Long documents that others labelled: no violation without a label, and at most one passage too many for a person."""

from __future__ import annotations

from pathlib import Path

from checker import rulebook
from checker.ingest import Source
from checker.judge import compile_rules
from checker.model.finding import Verdict
from checker.validation import Half, load
from checker.worker import check_document


def test_long_documents_raise_no_unlabelled_violation(shared: Path) -> None:
    rules = compile_rules(rulebook.load(["us-japan-2025"]))
    long = [case for case in load([shared / "cases" / "others.yaml"], Half.READ) if case.long]
    assert len(long) == 5
    for case in long:
        found = check_document(Source(f"{case.id}.txt", case.document.encode()), rules).findings
        beside = [f for f in found if f.commitment not in {*case.verdicts, *case.unscored}]
        called = [f.commitment for f in found if f.verdict is Verdict.VIOLATION and f.commitment not in case.unscored]
        assert [name for name in called if case.verdicts.get(name) is not Verdict.VIOLATION] == [], case.id
        assert sum(f.verdict is Verdict.NEEDS_REVIEW for f in beside) <= 1, case.id
