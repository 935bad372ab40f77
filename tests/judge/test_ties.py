"""What a document must name before a commitment can be about it, and that no passage is lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import Compiled, compile_rules, judge
from checker.model.document import Document
from checker.model.finding import Verdict
from checker.model.provision import Provision
from checker.segment import segment

VEHICLES = "vehicle-acceptance-no-additional-testing"
RULE = "They must pass a brake test before they are sold in Japan."
BESIDE = "The hall in which lorries are weighed was painted last spring, and its roof was mended. "
PAGE = BESIDE * 40


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_rules(rulebook.load(["us-japan-2025"]))


def document(text: str) -> Document:
    return read(Source("a.txt", text.encode())).document


def verdict(text: str, compiled: Compiled) -> Verdict:
    findings = judge(document(text), segment, compiled)
    return {finding.commitment: finding.verdict for finding in findings}[VEHICLES]


def test_more_than_a_page_that_never_names_the_cars_is_silent(compiled: Compiled) -> None:
    assert verdict(PAGE + "Lorries come by sea. " + RULE, compiled) is Verdict.NOT_ADDRESSED


def test_more_than_a_page_that_names_them_once_is_judged(compiled: Compiled) -> None:
    assert verdict(PAGE + "Cars made in the United States come by sea. " + RULE, compiled) is Verdict.VIOLATION


def test_a_document_that_concerns_no_commitment_is_never_cut_into_provisions(compiled: Compiled) -> None:
    def refuse(_: Document) -> Sequence[Provision]:
        raise AssertionError("it was cut")

    assert {finding.verdict for finding in judge(document(PAGE), refuse, compiled)} == {Verdict.NOT_ADDRESSED}
