"""ContractNLI on the page of figures: kept in one file beside the log of first sights, shown by every run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import validation
from checker.errors import CheckerError
from checker.validation.yardstick import section

ROOT = Path(__file__).resolve().parents[2]
SCORES = {"accuracy": 0.8251, "f1_c": None, "f1_e": 0.5, "map": 0.25, "p_at_r80": 0.125, "micro_f1_c": 0.5}
HALF = {
    "agreements": 31,
    "scores": SCORES,
    "intervals": {"accuracy": [0.7, 0.9]},
    "statements": {"nda-17": SCORES},
}
RECORD = {
    "commitments": {"nda-17": "copying-allowed"},
    "rules_sha256": "ab" * 32,
    "halves": {"all": HALF, "odd": HALF, "even": HALF},
}


def beside(folder: Path, content: str) -> validation.Yardstick | None:
    (folder / "contractnli.json").write_text(content, "utf-8")
    return validation.beside(folder / "first-sight.yaml")


def test_the_rules_stand_below_what_was_published(tmp_path: Path) -> None:
    found = beside(tmp_path, json.dumps(RECORD))
    assert found is not None
    lines = list(section(found))
    assert lines[0] == "## ContractNLI\n"
    assert "| Span NLI BERT base | test | 0.885 | 0.663 | 0.838 | 0.287 | 0.765 | – |" in lines
    even = "| these rules, even half of dev (unread) | 31 of dev "
    assert f"{even}| 0.250 | 0.125 | 0.825 (0.700-0.900) | – | 0.500 | 0.500 |" in lines
    assert "| copying-allowed | 0.825 | – | 0.500 | 0.250 | 0.125 |" in lines


def test_without_the_file_the_page_has_no_such_part(tmp_path: Path) -> None:
    assert validation.beside(tmp_path / "first-sight.yaml") is None


def test_something_else_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="this is not a record of checker bench contractnli"):
        beside(tmp_path, "{}")


def test_the_page_shows_what_is_kept() -> None:
    kept = validation.beside(ROOT / "docs" / "first-sight.yaml")
    assert kept is not None
    assert "\n".join(section(kept)).rstrip() in (ROOT / "docs" / "VALIDATION.md").read_text("utf-8")
