"""Forces that a criterion counts as acts, and words of the subject that are no grammar."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import compile_rules, judge
from checker.segment import segment
from tests.judge.conftest import TESTS


def code(pack: Path, text: str) -> str:
    document = read(Source("a.txt", text.encode())).document
    (finding,) = judge(document, segment, compile_rules(rulebook.load([str(pack)])))
    return f"{finding.verdict}: {finding.reason.code}"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(TESTS / "toy_pack", tmp_path / "toy")
    return tmp_path / "toy"


def changed(pack: Path, old: str, new: str) -> Path:
    rule = pack / "open-gate.yaml"
    text = rule.read_text(encoding="utf-8")
    assert old in text
    rule.write_text(text.replace(old, new, 1), encoding="utf-8")
    return pack


ANNOUNCED = "The guard announced that it closes the north gate."
DRAFT = "This draft order closes the north gate."


def test_an_announcement_is_left_open_unless_the_criterion_counts_it(pack: Path) -> None:
    assert code(pack, ANNOUNCED) == "needs_review: announced_only"
    counting = changed(pack, "verdict: violation\n", "verdict: violation\n    counts: [announced]\n")
    assert code(counting, ANNOUNCED) == "violation: closed"
    assert code(counting, DRAFT) == "needs_review: draft"


def test_a_document_older_than_the_commitment_is_beside_the_point_where_the_rule_says_so(pack: Path) -> None:
    older = "Order of the Town\n3 March 2024\n\nThe guard closes the north gate."
    assert code(pack, older) == "violation: closed"
    forward = changed(pack, "severity:", "older_documents: beside_the_point\nseverity:")
    assert code(forward, older) == "not_addressed: before_force"
    assert code(forward, older.replace("2024", "2026")) == "violation: closed"


SUPPOSED = "In the event that it rains, the guard shall close the north gate."


def test_what_is_beside_the_point_counts_where_the_rule_says_so(pack: Path) -> None:
    assert code(pack, SUPPOSED) == "not_addressed: hypothesis"
    counting = changed(pack, "concepts:\n", "counts: [hypothesis]\nconcepts:\n")
    assert code(counting, SUPPOSED) == "violation: closed"


DEFINED = '"Works" means the closing of something.\n\nThe guard shall begin the works at the north gate.'


def test_a_defined_term_carries_its_definition_unless_the_rule_follows_others(pack: Path) -> None:
    assert code(pack, DEFINED) == "violation: closed"
    others = changed(pack, "concepts:\n", "defined_terms: [bridge]\nconcepts:\n  bridge: {en: [bridge]}\n")
    assert code(others, DEFINED) != "violation: closed"


def test_words_of_the_subject_are_no_grammar(pack: Path) -> None:
    text = "The guard shall close the north gate of the working group."
    assert code(pack, text) == "needs_review: proposal"
    plain = changed(pack, "concepts:\n", "plain_words: [group]\nconcepts:\n  group: {en: [working group]}\n")
    assert code(plain, text) == "violation: closed"


def test_a_clause_is_narrower_than_its_sentence(pack: Path) -> None:
    text = "The guard shall close the north gate, but an inn stays open."
    assert code(changed(pack, "    with: [gate]\n", "    clause: [gate]\n"), text) == "violation: closed"
    far = "The north gate was painted, but the guard shall close an inn."
    assert code(pack, far) != "violation: closed"


def test_a_concept_in_the_clause_withdraws_a_criterion(pack: Path) -> None:
    guarded = changed(pack, "    with: [gate]\n", "    with: [gate]\n    unless_clause: [locking]\n")
    assert code(guarded, "The guard shall close and lock the north gate.") == "needs_review: who_has_the_key"
    assert code(guarded, "The guard shall close the north gate, but lock the inn.") == "violation: closed"


ABROAD = """scope: {inside: [gate], excluded: {island: elsewhere}%s}
concepts:
  island: {en: [island]}
  mainland: {en: [mainland]}
"""


def test_a_document_of_another_place_speaks_of_that_place(pack: Path) -> None:
    rule = changed(pack, "concepts:\n", ABROAD % ", home: [mainland]")
    text = "News from the island. The guard shall close the north gate."
    assert code(rule, text) == "not_addressed: elsewhere"
    assert code(rule, text + " Roads on the mainland are dry.") == "violation: closed"


def test_a_criterion_of_any_scope_counts_outside_it(pack: Path) -> None:
    rule = changed(pack, "concepts:\n", ABROAD % "")
    text = "The guard shall close the north gate of the island."
    assert code(rule, text) == "not_addressed: elsewhere"
    anywhere = changed(rule, "    with: [gate]\n", "    with: [gate]\n    scope: any\n")
    assert code(anywhere, text) == "violation: closed"


def test_what_no_word_places_is_beside_the_point_where_the_scope_says_so(pack: Path) -> None:
    scope = "scope: {inside: [gate], outside: {island: elsewhere}}\nconcepts:\n  island: {en: [island]}\n"
    rule = changed(pack, "concepts:\n", scope)
    rule = changed(rule, "    with: [gate]\n", "")
    text = "1. The north gate is old.\n\n2. The island is far.\n\n3. The guard shall close it.\n"
    assert code(rule, text) == "violation: closed"
    assert code(changed(rule, "elsewhere}}", "elsewhere}, unplaced: outside}"), text) == "not_addressed: elsewhere"
