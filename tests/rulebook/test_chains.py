"""Instruments rest on others: the chain is found, told in the reason, and refused where it bites its tail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checker.ingest import Source, read
from checker.judge import compile_rules, judge
from checker.model.finding import Finding
from checker.rulebook import load
from checker.segment import segment

ACT = "    names: {en: [Port Act No. 12]}\n"
ABOVE = """\
  - id: harbour-law
    title: {en: Harbour Law of Sudland, ja: スドランド港湾基本法}
    date: 2029-01-01
    ended_by: ending-law
    names: {en: [Harbour Law], ja: [港湾基本法]}
  - id: ending-law
    title: {en: Ending Law of Sudland, ja: スドランド終了法}
    date: 2032-06-30
    names: {en: [Ending Law], ja: [終了法]}
"""
REVOKED = "Decree of Sudland: entry into port, net inspection\n\nThe Harbour Law is revoked.\n"


def resting(mini: Path, on: str) -> None:
    """Let the port act rest on something, and list the laws above it."""
    file = mini / "instrument.yaml"
    text = file.read_text(encoding="utf-8").replace(ACT, f"    rests_on: [{on}]\n{ACT}{ABOVE}")
    file.write_text(text, encoding="utf-8")


def port_access(mini: Path, text: str) -> Finding:
    document = read(Source("a.txt", text.encode())).document
    findings = judge(document, segment, compile_rules(load([str(mini)])))
    return next(finding for finding in findings if finding.commitment == "port-access")


def test_the_end_of_what_a_measure_rests_on_is_told_with_the_chain(mini: Path) -> None:
    resting(mini, "harbour-law")
    reason = port_access(mini, REVOKED).reason
    assert reason.code == "changed_legal_basis"
    assert reason.text.en == (
        "The act that grants access is revoked. The measure is Harbour Law, on which Port Act No. 12 rests, on which "
        "this commitment rests. It was ended by Ending Law of 2032-06-30."
    )
    assert "スドランド港湾法2031年第12号がこれに基づき、" in reason.text.ja


def test_a_law_on_which_nothing_rests_is_beside_the_point(mini: Path) -> None:
    resting(mini, "ending-law")
    assert port_access(mini, REVOKED).reason.code != "changed_legal_basis"


def test_what_rests_on_something_unknown_or_on_itself_is_refused(mini: Path, refusal: Callable[[], str]) -> None:
    resting(mini, "harbor-law, port-act-12")
    message = refusal()
    assert 'the instrument "harbor-law" is not in instrument.yaml; did you mean "harbour-law"?' in message
    assert 'the instrument "port-act-12" rests on itself' in message
