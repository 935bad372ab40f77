"""The files under reviews/: what they hold, and how wrong ones are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.model.decision import Action
from checker.reviews import store

WAIVER = """\
format: 1
commitment: open-gate
decisions:
  - document: filings/close.txt
    quote: close the north gate
    action: waive
    reason: Repairs until June.
    reviewer: A. Sato
    approver: B. Mori
    created: 2026-03-01
    expires: 2026-06-30
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reviews"
    made.mkdir()
    return made


def test_without_a_folder_there_are_no_decisions(tmp_path: Path) -> None:
    assert store.load(tmp_path / "reviews") == ()


def test_a_waiver_written_by_hand_is_read_with_its_place(folder: Path) -> None:
    (folder / "open-gate.yaml").write_text(WAIVER, "utf-8")
    (read,) = store.load(folder)
    assert (read.commitment, read.action, read.expires) == ("open-gate", Action.WAIVE, "2026-06-30")
    assert read.place == "reviews/open-gate.yaml:4"


@pytest.mark.parametrize(
    ("find", "put", "message"),
    [
        ("expires: 2026-06-30", "expires: 2026-02-30", '11:14: "2026-02-30" is not a date'),
        ("expires: 2026-06-30", "expires: soon", '11:14: "soon" is not a date'),
        (
            "expires: 2026-06-30",
            "expires: 2026-08-29",
            "11:14: a waiver lasts at most 180 days; one made on 2026-03-01 ends by 2026-08-28",
        ),
        ("expires: 2026-06-30", "expires: 2026-02-01", "11:14: this waiver ends before the day it was made"),
        ("    expires: 2026-06-30\n", "", '4:5: a waiver lacks "expires"'),
        ("    approver: B. Mori\n", "", '4:5: a waiver lacks "approver"'),
        ("    reason: Repairs until June.\n", "", '4:5: this decision lacks "reason"'),
        ("reason: Repairs until June.", "reason: ' '", "7:13: a text is missing here"),
        ("action: waive", "action: wave", '6:13: "wave" is not an action; did you mean "waive"?'),
        ("action: waive", "action: confirm", '9:5: only a waiver has the key "approver"'),
        ("action: waive", "action: waive\n    cause: wrong_rule", '7:5: only a rejection has the key "cause"'),
        ("action: waive", "action: reject", '4:5: a rejection lacks "cause"'),
        ("commitment: open-gate", "commitment: shut-gate", '2:13: this file is about "shut-gate"'),
        ("format: 1", "format: 2", "1:9: this version of the checker reads format 1, not 2"),
        ("reviewer:", "owner:", 'unknown key "owner" in this decision'),
        (
            "  - document: filings/close.txt\n    quote: close the north gate\n    action",
            "  - action",
            '4:5: this decision has neither "fingerprint", "document" nor "quote"',
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(folder: Path, find: str, put: str, message: str) -> None:
    assert find in WAIVER
    (folder / "open-gate.yaml").write_text(WAIVER.replace(find, put), "utf-8")
    with pytest.raises(CheckerError) as caught:
        store.load(folder)
    assert "reviews/open-gate.yaml:" in str(caught.value)
    assert message in str(caught.value)


def test_everything_wrong_in_all_files_is_told_together(folder: Path) -> None:
    (folder / "a.yaml").write_text(WAIVER.replace("format: 1", "format: 2"), "utf-8")
    (folder / "b.yaml").write_text("- [", "utf-8")
    with pytest.raises(
        CheckerError, match=r"(?s)reviews/a\.yaml:1.*reviews/b\.yaml:2.*2 errors in the recorded decisions"
    ):
        store.load(folder)
