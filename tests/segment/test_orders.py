"""Executive orders as the Federal Register prints them, read from their PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.ingest import read
from checker.ingest.reading import Source, Stated
from checker.model.provision import Kind
from tests.segment.told import headings, holding, lead_ins, provisions


def order(shared: Path, number: str) -> str:
    path = shared / "corpus/federal-register" / f"{number}.pdf"
    return read(Source(path.name, path.read_bytes(), Stated())).document.text


def test_the_order_of_succession_is_a_list_below_its_section(shared: Path) -> None:
    text = order(shared, "2025-00619")
    last = holding(text, "Electronic Government")
    assert (last.kind, last.label) == (Kind.LIST_ITEM, "Section 1(l)")
    assert lead_ins(text, "Electronic Government")[0].startswith("Subject to the provisions of section 2 of this order")
    assert headings(text, "Electronic Government")[-1] == "Section 1. Order of Succession."


@pytest.mark.parametrize(
    ("sought", "label"),
    [
        ("To effectuate the terminations", "Sec. 2(a)"),
        ("shall determine whether modifications", "Sec. 2(b)"),
        ("the authority granted by law", "Sec. 3(a)(i)"),
        ("subject to the availability of appropriations", "Sec. 3(b)"),
    ],
)
def test_the_units_of_the_order_that_ends_tariffs(shared: Path, sought: str, label: str) -> None:
    text = order(shared, "2026-03832")
    assert holding(text, sought).label == label


def test_abbreviations_of_statutes_do_not_cut_sentences(shared: Path) -> None:
    text = order(shared, "2026-03832")
    authority = holding(text, "By the authority vested")
    assert len(authority.sentences) == 1
    assert all(len(sentence) > 8 for p in provisions(text) if p.kind is Kind.LIST_ITEM for sentence in p.sentences)
