"""A run honours the decisions that reviewers recorded under reviews/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.reviews.test_store import WAIVER


@pytest.fixture
def waived(filings: Path) -> Path:
    """A folder with the filings and a waiver of the one violation; it is the root of the paths."""
    root = filings.parent
    (root / ".git").mkdir()
    (root / "reviews").mkdir()
    (root / "reviews" / "open-gate.yaml").write_text(WAIVER, "utf-8")
    return root


def test_a_waiver_keeps_its_finding_from_failing_the_run_and_shows_it(toy: Program, waived: Path) -> None:
    outcome = toy(waived)
    assert outcome.status == 0
    assert "Violation (Waived)" in outcome.stdout
    assert "Accepted until 2026-06-30: Repairs until June. (reviewed by A. Sato, approved by B. Mori)" in outcome.stdout


def test_the_files_of_decisions_are_no_documents(toy: Program, waived: Path) -> None:
    documents = toy(waived, "--format", "json").json["documents"]
    assert [each["path"] for each in documents] == ["filings/close.txt", "filings/open.txt", "filings/silent.txt"]


def test_decisions_and_notices_are_in_the_json(toy: Program, waived: Path) -> None:
    report = toy(waived, "--as-of", "2026-06-15", "--format", "json").json
    (finding,) = [each for each in report["findings"] if each["verdict"] == "violation"]
    assert finding["standing"] == "waived"
    assert finding["waiver"]["expires"] == "2026-06-30"
    assert report["decisions"][finding["decisions"][0]]["place"] == "reviews/open-gate.yaml:4"
    assert [(each["kind"], each["findings"]) for each in report["notices"]] == [("expiring", [finding["id"]])]


def test_an_expired_waiver_is_told_on_standard_error_and_the_finding_returns(toy: Program, waived: Path) -> None:
    outcome = toy(waived, "--as-of", "2026-07-01", "--format", "json")
    assert outcome.status == 1
    assert "Expired: reviews/open-gate.yaml:4: this waiver ended on 2026-06-30" in outcome.stderr


def test_no_waivers_shows_what_would_fail_without_them(toy: Program, waived: Path) -> None:
    assert toy(waived, "--no-waivers").status == 1


def test_reviews_names_another_folder(toy: Program, waived: Path, filings: Path) -> None:
    (waived / "reviews").rename(waived / "decided")
    assert toy(filings).status == 1
    assert toy(filings, "--reviews", waived / "decided").status == 0
    assert toy(waived, "--reviews", waived / "decided").status == 0
    missing = toy(filings, "--reviews", waived / "gone")
    assert missing.status == 2
    assert "gone: there is no such folder of decisions" in missing.stderr


def test_a_wrong_decision_stops_the_run(toy: Program, waived: Path) -> None:
    (waived / "reviews" / "open-gate.yaml").write_text(WAIVER.replace("waive", "wave"), "utf-8")
    outcome = toy(waived)
    assert outcome.status == 2
    assert 'reviews/open-gate.yaml:6:13: "wave" is not an action; did you mean "waive"?' in outcome.stderr


def test_decisions_beside_the_folder_of_documents_are_honoured(toy: Program, waived: Path, filings: Path) -> None:
    (waived / ".git").rmdir()
    store = waived / "reviews" / "open-gate.yaml"
    store.write_text(WAIVER.replace("filings/close.txt", "close.txt"), "utf-8")
    assert toy(filings).status == 0


def test_decisions_outside_a_marked_project_are_not(toy: Program, waived: Path, filings: Path) -> None:
    (waived / ".git").rename(filings / ".git")
    store = waived / "reviews" / "open-gate.yaml"
    store.write_text(WAIVER.replace("filings/close.txt", "close.txt"), "utf-8")
    assert toy(filings).status == 1
