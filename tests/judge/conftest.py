"""Commitments of the small packs, explained on a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import Explanation, compile_rules, explain
from checker.segment import segment

TESTS = Path(__file__).resolve().parents[1]

Explain = Callable[[str, str, str], Explanation]
"""Explains a commitment of a pack on a text: pack folder under tests/, commitment, text."""


@pytest.fixture
def explained() -> Explain:
    def call(pack: str, commitment: str, text: str) -> Explanation:
        document = read(Source("a.txt", text.encode())).document
        rules = compile_rules(rulebook.load([str(TESTS / pack)]))
        return explain(commitment, document, segment(document), rules)

    return call
