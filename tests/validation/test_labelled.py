"""Labelled files are read as they are, halved by hash, and refused in prose."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.model.finding import Verdict
from checker.validation import Half, Labelled, load

SHORT = """\
- id: closed
  commitment: open-gate
  lang: en
  genre: order
  document: The guard shall close the north gate.
  verdict: violation
  evidence: close the north gate
  why: closed
"""
LONG = """\
- id: report
  lang: en
  document: A long report.
  verdicts: {open-gate: compliant, fair-toll: not_addressed}
  evidences: {open-gate: the gate is open}
  unscored: [wide-road]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "cases.yaml"
    file.write_text(text, "utf-8")
    return file


def test_a_case_with_one_commitment(tmp_path: Path) -> None:
    assert load([written(tmp_path, SHORT)]) == (
        Labelled(
            "cases.yaml",
            "closed",
            "en",
            "The guard shall close the north gate.",
            {"open-gate": Verdict.VIOLATION},
            {"open-gate": "close the north gate"},
        ),
    )


def test_a_long_case_with_several(tmp_path: Path) -> None:
    (case,) = load([written(tmp_path, LONG)])
    assert case.long
    assert case.verdicts == {"open-gate": Verdict.COMPLIANT, "fair-toll": Verdict.NOT_ADDRESSED}
    assert (case.evidences, case.unscored) == ({"open-gate": "the gate is open"}, ("wide-road",))


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "e", "f"])
def test_each_case_is_in_one_half_by_the_hash_of_its_id(name: str) -> None:
    unread = hashlib.sha256(name.encode()).digest()[0] % 2 == 1
    assert (Half.UNREAD.holds(name), Half.READ.holds(name), Half.ALL.holds(name)) == (unread, not unread, True)


def test_both_halves_are_made_use_of(tmp_path: Path) -> None:
    many = "".join(SHORT.replace("closed", f"closed-{n}") for n in range(40))
    file = written(tmp_path, many)
    read, unread = load([file], Half.READ), load([file], Half.UNREAD)
    assert read
    assert unread
    assert len(read) + len(unread) == 40


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- [", "this is not YAML in line 2"),
        ("id: closed\n", "this is not a list of labelled cases: Expected `array`, got `object`"),
        ("- {id: closed, lang: en}\n", "this is not a list of labelled cases: Object missing required field"),
        (SHORT.replace("violation", "breach"), "this is not a list of labelled cases: Invalid enum value 'breach'"),
        (SHORT.replace("  verdict: violation\n", ""), "the case closed has no label"),
    ],
)
def test_other_files_are_refused(text: str, message: str, tmp_path: Path) -> None:
    file = written(tmp_path, text)
    with pytest.raises(CheckerError, match=r".") as caught:
        load([file])
    assert str(caught.value).startswith(f"{file.as_posix()}: {message}")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="the file cannot be read"):
        load([tmp_path / "none.yaml"])
