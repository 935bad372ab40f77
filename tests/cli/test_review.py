"""The round trip: report, decide, export, apply, run again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.reviews import store
from tests.cli.conftest import Outcome, Program

REASON = "The ordinance of 3 March repeals it; “repairs”.\nSee file 12: no #1 priority"


class Desk:
    """A folder with filings, the results of a run on them, and what a reviewer exports."""

    def __init__(self, root: Path, program: Program, toy: Program) -> None:
        (root / ".git").mkdir()
        self.root, self.toy, self.program = root, toy, program
        self.results = root / "findings.json"
        toy(root / "filings", "-o", f"json={self.results}")
        self.report = json.loads(self.results.read_text("utf-8"))
        (self.violation,) = [each for each in self.report["findings"] if each["verdict"] == "violation"]

    def item(self, **changes: Any) -> dict[str, Any]:
        """A decision on the one violation."""
        base = {"fingerprint": self.violation["id"], "finding_sha": self.violation["finding_sha"]}
        return {**base, "action": "confirm", "reason": REASON, **changes}

    def waiver(self, **changes: Any) -> dict[str, Any]:
        return self.item(action="waive", approver="B. Mori", expires="2026-09-01", **changes)

    def apply(self, *items: dict[str, Any], options: tuple[str, ...] = (), **changes: Any) -> Outcome:
        export = {
            "format": 1,
            "run_id": self.report["run_id"],
            "results_sha256": "0" * 64,
            "reviewer": "佐藤 A.",
            "exported_at": "2026-04-01",
            "decisions": items,
            **changes,
        }
        file = self.root / "decisions.json"
        file.write_text(json.dumps(export, ensure_ascii=False), "utf-8")
        return self.program(
            "review", "apply", file, "--results", self.results, "--reviews", self.root / "reviews",
            "--as-of", "2026-04-01", *options,
        )  # fmt: skip

    @property
    def recorded(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in store.files(self.root / "reviews")}


@pytest.fixture
def desk(filings: Path, program: Program, toy: Program) -> Desk:
    return Desk(filings.parent, program, toy)


def test_a_waiver_exported_and_applied_holds_in_the_next_run(desk: Desk) -> None:
    outcome = desk.apply(desk.waiver())
    assert outcome.status == 0
    assert (
        '+    reason: "The ordinance of 3 March repeals it; “repairs”.\\nSee file 12: no #1 priority"' in outcome.stdout
    )
    assert "Recorded 1 decision in " in outcome.stderr
    again = desk.toy(desk.root / "filings", "--format", "json")
    assert again.status == 0
    (violation,) = [each for each in again.json["findings"] if each["verdict"] == "violation"]
    assert (violation["standing"], violation["waiver"]["reason"]) == ("waived", REASON)
    assert again.json["decisions"][0]["reviewer"] == "佐藤 A."


def test_what_is_recorded_already_is_not_recorded_again(desk: Desk) -> None:
    desk.apply(desk.waiver())
    before = desk.recorded
    outcome = desk.apply(desk.waiver())
    assert "Nothing changes: every decision is recorded already." in outcome.stderr
    assert desk.recorded == before


def test_what_a_person_wrote_into_the_file_stays(desk: Desk) -> None:
    desk.apply(desk.item())
    (name,) = desk.recorded
    file = desk.root / "reviews" / name
    file.write_text("# Ask B. Mori first.\n" + file.read_text("utf-8"), "utf-8")
    desk.apply(desk.waiver())
    assert file.read_text("utf-8").startswith("# Ask B. Mori first.\nformat: 1\n")
    assert len(store.load(desk.root / "reviews")) == 2


def test_a_file_of_another_form_is_written_anew(desk: Desk) -> None:
    desk.apply(desk.item())
    (name,) = desk.recorded
    (desk.root / "reviews" / name).write_text("format: 1\ndecisions: []\ncommitment: open-gate\n", "utf-8")
    assert desk.apply(desk.waiver()).status == 0
    assert len(store.load(desk.root / "reviews")) == 1


def test_a_dry_run_shows_and_writes_nothing(desk: Desk) -> None:
    outcome = desk.apply(desk.waiver(), options=("--dry-run",))
    assert "+    action: waive" in outcome.stdout
    assert "Would record 1 decision" in outcome.stderr
    assert desk.recorded == {}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"fingerprint": "1" * 64}, "no finding of these results has this fingerprint"),
        ({"finding_sha": "1" * 64}, "the finding says something else than when it was decided on"),
        ({"reason": " "}, "it has no reason"),
        ({"action": "reject"}, "a rejection needs a cause"),
        ({"cause": "wrong_rule"}, "only a rejection has a cause"),
        ({"expires": "2026-05-01"}, "only a waiver has an approver and an expiry"),
        ({"action": "waive", "expires": "2026-05-01"}, "a waiver needs an approver"),
        (
            {"action": "waive", "approver": "B", "expires": "soon"},
            "a waiver needs an expiry, a date written year-month",
        ),
        ({"action": "waive", "approver": "B", "expires": "2026-03-31"}, "the waiver ended on 2026-03-31, before"),
        ({"action": "waive", "approver": "B", "expires": "2026-09-29"}, "one made on 2026-04-01 ends by 2026-09-28"),
    ],
)
def test_one_wrong_decision_keeps_all_from_being_recorded(desk: Desk, changes: dict[str, Any], message: str) -> None:
    (open_gate,) = [each for each in desk.report["findings"] if each["verdict"] == "compliant"]
    sound = desk.item(fingerprint=open_gate["id"], finding_sha=open_gate["finding_sha"])
    outcome = desk.apply(sound, desk.item(**changes))
    assert outcome.status == 2
    assert message in outcome.stderr
    assert outcome.stderr.count("Refused: ") == 1
    assert "Error: 1 of 2 decisions cannot be recorded, so none was." in outcome.stderr
    assert desk.recorded == {}


def test_decisions_of_the_future_are_refused_one_by_one(desk: Desk) -> None:
    outcome = desk.apply(desk.item(), exported_at="2026-04-02")
    assert outcome.status == 2
    assert f"Refused: {desk.violation['id'][:12]} (open-gate, filings/close.txt): it was decided on 2026-04-02" in (
        outcome.stderr
    )


def test_two_decisions_on_one_finding_are_refused(desk: Desk) -> None:
    assert "the export holds two decisions on this finding" in desk.apply(desk.item(), desk.waiver()).stderr


def test_a_changed_document_makes_its_decisions_stale_unless_kept(desk: Desk) -> None:
    stale = desk.item(finding_sha="1" * 64)
    assert desk.apply(stale).status == 2
    assert desk.apply(stale, options=("--keep-stale",)).status == 0
    assert desk.toy(desk.root / "filings", "--format", "json").json["notices"] == []


def test_decisions_on_another_run_are_compared_one_by_one(desk: Desk) -> None:
    outcome = desk.apply(desk.item(), run_id="f" * 16)
    assert outcome.status == 0
    assert "Note: these decisions were taken on another output (run ffffffffffffffff, here" in outcome.stderr


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 2}, "this is not an export of decisions"),
        ({"reviewer": " "}, "the reviewer has no name"),
        ({"exported_at": "yesterday"}, "this is not an export of decisions: Invalid isoformat string"),
        ({"decisions": []}, "there is no decision in this export"),
        ({"decisions": [{"fingerprint": "x"}]}, "missing required field `finding_sha` - at `$.decisions[0]`"),
        ({"verdicts": []}, "unknown field `verdicts`"),
    ],
)
def test_what_is_no_export_is_refused(desk: Desk, changes: dict[str, Any], message: str) -> None:
    outcome = desk.apply(desk.item(), **changes)
    assert outcome.status == 2
    assert message in outcome.stderr


def test_a_store_that_is_wrong_is_not_written_to(desk: Desk) -> None:
    desk.apply(desk.item())
    (name,) = desk.recorded
    (desk.root / "reviews" / name).write_text("format: 1\n", "utf-8")
    outcome = desk.apply(desk.waiver())
    assert outcome.status == 2
    assert 'reviews/open-gate.yaml:1:1: this reviews file lacks "commitment" and "decisions"' in outcome.stderr


def test_a_rejected_finding_becomes_a_case(desk: Desk) -> None:
    desk.apply(desk.item(action="reject", cause="wrong_reading"))
    desk.toy(desk.root / "filings", "-o", f"json={desk.results}")
    name = desk.violation["id"][:8]
    outcome = desk.program("review", "to-case", name, "--results", desk.results, "--verdict", "not_addressed")
    assert outcome.status == 0
    assert outcome.stdout == (
        f"  - id: rejected-{desk.violation['id'][:12]}\n"
        "    lang: en\n"
        "    document: |\n"
        "      The guard shall close the north gate at noon.\n"
        "    verdict: not_addressed\n"
        '    why: "The ordinance of 3 March repeals it; “repairs”. See file 12: no #1 priority"\n'
    )
    assert "Put this at the end of open-gate.cases.yaml" in outcome.stderr


def test_a_case_needs_a_finding_and_a_reason(desk: Desk) -> None:
    options = ("--results", desk.results, "--verdict", "not_addressed")
    unknown = desk.program("review", "to-case", "0" * 12, *options)
    assert (unknown.status, "no finding is called '000000000000'" in unknown.stderr) == (2, True)
    undecided = desk.program("review", "to-case", desk.violation["id"], *options)
    assert (undecided.status, "nobody decided on this finding yet" in undecided.stderr) == (2, True)
