"""The stable names of findings."""

from __future__ import annotations

from dataclasses import replace

from checker.fingerprint import fingerprint
from checker.model.finding import Evidence, Finding, Level, Reason, Verdict
from checker.model.text import Bilingual, Box, Span

QUOTE = "shall apply additional tests"
FINDING = Finding(
    id="unnamed",
    commitment="vehicle-acceptance",
    document="filings/order.pdf",
    verdict=Verdict.VIOLATION,
    reason=Reason("test_required", Bilingual("A test is required.", "試験が必要。")),
    confidence=Level.HIGH,
    reading=Level.HIGH,
    severity=Level.HIGH,
    evidence=(Evidence(QUOTE, Span(10, 10 + len(QUOTE)), "Sec. 2", Verdict.VIOLATION, 1, (Box(0, 0, 10, 10),)),),
)


def quoting(quote: str, start: int = 10, page: int = 1) -> Finding:
    evidence = Evidence(quote, Span(start, start + len(quote)), "Sec. 2", Verdict.VIOLATION, page)
    return replace(FINDING, evidence=(evidence,))


def test_the_name_survives_edits_elsewhere_and_a_move_to_another_folder() -> None:
    same = [
        quoting(QUOTE, start=4000, page=7),
        quoting("Shall  apply\nadditional tests"),
        replace(FINDING, document="archive/2026/order.pdf"),
        replace(FINDING, confidence=Level.LOW),
    ]
    assert {fingerprint(finding) for finding in same} == {fingerprint(FINDING)}


def test_a_line_broken_between_japanese_characters_changes_no_name() -> None:
    assert fingerprint(quoting("追加の試験を\n  要しない")) == fingerprint(quoting("追加の試験を要しない"))
    assert fingerprint(quoting("追加 test")) != fingerprint(quoting("追加test"))


def test_the_name_changes_with_what_a_reader_would_call_another_finding() -> None:
    others = [
        quoting("shall apply other tests"),
        replace(FINDING, commitment="another"),
        replace(FINDING, verdict=Verdict.NEEDS_REVIEW),
        replace(FINDING, document="filings/order-2.pdf"),
        replace(FINDING, verdict=Verdict.NOT_ADDRESSED, evidence=()),
    ]
    names = {fingerprint(finding) for finding in (FINDING, *others)} | {fingerprint(FINDING, occurrence=1)}
    assert len(names) == len(others) + 2
