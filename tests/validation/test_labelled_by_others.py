"""Texts written and labelled before the rules met them: what the rules have learnt from them is kept."""

from __future__ import annotations

from pathlib import Path

from checker import rulebook
from checker.validation import figures, judged, load

FILES = sorted((Path(__file__).parents[1] / "labelled").glob("*.yaml"))


def test_what_was_learnt_from_them_is_kept() -> None:
    found = figures(judged(load(FILES), rulebook.load(["us-japan-2025"])))
    assert found.cases == 417
    for name, least in {
        "accuracy": 0.86,
        "violation_precision": 0.95,
        "compliant_precision": 0.95,
        "attention": 0.95,
    }.items():
        assert (getattr(found, name) or 0) >= least, name
    assert (found.confidently_wrong or 0) <= 0.01
