"""SARIF: valid, within what GitHub takes, with places it can show and fingerprints it compares."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.model.finding import Finding, Level, Verdict
from checker.model.report import Report
from checker.render import RENDERERS, AnchorKind, Options
from checker.render.anchor import Repository
from tests.render.factory import (
    BESIDE,
    GONE,
    HOSTILE_DOC,
    NOTICE_DOC,
    REVIEW,
    RULES,
    VIOLATION,
    WAIVED,
    document,
    report,
)

SCHEMA = Path(__file__).parents[1] / "vendor" / "sarif-2.1.0.schema.json"


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(of: Report, name: str = "sarif", options: Options | None = None) -> Any:
    """The only run of the log, which is valid."""
    log = json.loads(RENDERERS[name](of, options or Options()))
    assert [error.message for error in validator().iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def by_fingerprint(run: Any) -> dict[str, Any]:
    return {result["partialFingerprints"]["commitmentPassage/v1"]: result for result in run["results"]}


def many(number: int) -> Report:
    """A report with so many findings: every third one a violation, the severe ones last."""
    text = "".join(f"{n}. All vehicles shall undergo a test.\n" for n in range(number))
    doc = document("filings/many.txt", text)
    doc = replace(doc, media_type="text/plain", pages=())
    start = 0
    found = []
    for n in range(number):
        quote = f"{n}. All vehicles shall undergo a test."
        span = replace(VIOLATION.evidence[0].span, start=start, end=start + len(quote))
        evidence = replace(VIOLATION.evidence[0], quote=quote, span=span, page=None, boxes=())
        start += len(quote) + 1
        found.append(
            replace(
                VIOLATION,
                id=f"{n:064x}",
                document=doc.path,
                verdict=Verdict.NEEDS_REVIEW if n % 3 else Verdict.VIOLATION,
                severity=Level.LOW if n < number // 2 else Level.HIGH,
                evidence=(evidence,),
            )
        )
    return report(documents=(doc,), findings=tuple(found))


@pytest.mark.parametrize("name", ["sarif", "sarif-full"])
@pytest.mark.parametrize(
    "changes", [{}, {"documents": (), "findings": (), "problems": (), "interrupted": True}, {"list_all": True}]
)
def test_every_report_is_valid(name: str, changes: dict[str, object]) -> None:
    run_of(report(**changes), name)


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(RENDERERS["sarif"](report(), Options()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator().is_valid(log)


def test_github_gets_what_breaks_a_commitment_or_needs_review_and_nothing_waived() -> None:
    run = run_of(report())
    assert {key: result["level"] for key, result in by_fingerprint(run).items()} == {
        VIOLATION.id: "error",
        REVIEW.id: "note",
    }
    assert all("kind" not in result for result in run["results"])


def test_all_loaded_commitments_are_rules_so_that_alerts_can_close() -> None:
    rules = run_of(report(findings=()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [commitment.id for commitment in RULES.commitments]
    assert rules[0]["shortDescription"]["text"] == "U.S.-certified vehicles accepted without further tests."
    assert rules[0]["help"]["markdown"].startswith("> accept for sale in Japan U.S. manufactured")


def test_the_fingerprint_stands_under_the_key_that_github_compares_too() -> None:
    result = by_fingerprint(run_of(report()))[VIOLATION.id]
    assert result["partialFingerprints"]["primaryLocationLineHash"] == VIOLATION.id


def test_the_full_log_has_every_verdict_and_waived_findings_as_suppressed_ones() -> None:
    run = run_of(report(), "sarif-full")
    assert len(run["results"]) == len(report().findings)
    results = by_fingerprint(run)
    assert results[WAIVED.id]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Known misprint"}
    ]
    kinds = {result["properties"]["verdict"]: (result["kind"], result["level"]) for result in run["results"]}
    assert kinds == {
        "violation": ("fail", "error"),
        "needs_review": ("review", "none"),
        "compliant": ("pass", "none"),
        "not_addressed": ("informational", "none"),
        "not_applicable": ("notApplicable", "none"),
        "not_checked": ("open", "none"),
    }


def line_shown(finding: Finding, options: Options) -> tuple[str, int]:
    shown = by_fingerprint(run_of(report(), "sarif-full", options))[finding.id]["locations"][0]["physicalLocation"]
    return shown["artifactLocation"]["uri"], shown["region"]["startLine"]


def test_a_page_is_shown_at_its_rule_where_the_repository_holds_the_rule() -> None:
    repository = Repository(rule_files={VIOLATION.commitment: "rules/vehicle acceptance.yaml"})
    assert line_shown(VIOLATION, Options(repository=repository)) == ("rules/vehicle%20acceptance.yaml", 1)
    related = by_fingerprint(run_of(report(), options=Options(repository=repository)))[VIOLATION.id]["relatedLocations"]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "filings/notice-12.pdf"
    assert related[0]["message"]["text"] == "filings/notice-12.pdf, p. 1, item 2"


def test_a_page_without_a_rule_in_the_repository_is_shown_at_the_configuration_or_at_the_document() -> None:
    assert line_shown(VIOLATION, Options(repository=Repository(config="checker.toml"))) == ("checker.toml", 1)
    assert line_shown(VIOLATION, Options()) == ("filings/notice-12.pdf", 1)
    at_document = Options(repository=Repository(config="checker.toml"), anchor=AnchorKind.DOCUMENT)
    assert line_shown(VIOLATION, at_document) == ("filings/notice-12.pdf", 1)


def test_a_text_is_shown_at_the_line_of_its_words_from_the_top_of_the_repository() -> None:
    run = run_of(many(30), options=Options(repository=Repository(prefix="trade", config="trade/checker.toml")))
    shown = by_fingerprint(run)[f"{12:064x}"]["locations"][0]["physicalLocation"]
    assert (shown["artifactLocation"]["uri"], shown["region"]["startLine"]) == ("trade/filings/many.txt", 13)


def test_what_was_found_inside_a_file_is_shown_at_the_file() -> None:
    outer, inner = document("a.zip", "a"), replace(many(3).documents[0], path="a.zip!many.txt")
    found = tuple(replace(each, document=inner.path) for each in many(3).findings)
    (first, *_) = run_of(report(documents=(outer, inner), findings=found))["results"]
    shown = first["locations"][0]["physicalLocation"]
    assert (shown["artifactLocation"]["uri"], shown["region"]["startLine"]) == ("a.zip", 1)


def test_unread_documents_are_notifications() -> None:
    (invocation,) = run_of(report())["invocations"]
    told = {notification["descriptor"]["id"]: notification for notification in invocation["toolExecutionNotifications"]}
    assert told["E-ENCRYPTED"]["level"] == "error"
    assert told["E-ENCRYPTED"]["message"]["text"] == "the file asks for a password (save a copy without the password)"
    assert told["I-CACHE"]["level"] == "note"
    assert invocation["exitCode"] == 3


def test_words_of_a_document_are_no_link_and_no_command() -> None:
    text = "See [the tariff](https://example.org) of {0} percent: ##[error] and ##vso[task.complete]"
    doc = document("a.txt", text)
    evidence = replace(
        VIOLATION.evidence[0], quote=text, span=replace(VIOLATION.evidence[0].span, start=0, end=len(text))
    )
    of = report(documents=(doc,), findings=(replace(VIOLATION, document="a.txt", evidence=(evidence,)),))
    data = RENDERERS["sarif"](of, Options())
    assert b"##[" not in data
    assert b"##vso" not in data
    (result,) = run_of(of)["results"]
    assert "[the tariff] (https://example.org) of { 0} percent" in result["message"]["text"]
    assert result["properties"]["evidence"][0]["quote"] == text


def test_nothing_unprintable_of_a_document_is_in_the_log() -> None:
    assert "\x1b" in HOSTILE_DOC.text
    data = RENDERERS["sarif-full"](report(), Options())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", data.decode())


def test_the_standing_beside_a_baseline_is_told() -> None:
    states = {key: result["baselineState"] for key, result in by_fingerprint(run_of(report(baseline=BESIDE))).items()}
    assert states == {VIOLATION.id: "new", REVIEW.id: "unchanged"}
    full = by_fingerprint(run_of(report(baseline=BESIDE), "sarif-full"))
    assert full[GONE.fingerprint]["baselineState"] == "absent"
    assert full[GONE.fingerprint]["message"]["text"] == "No longer found in filings/gone.pdf"


def test_thirty_thousand_findings_are_cut_to_what_github_keeps_with_a_notice() -> None:
    of = many(30_000)
    log = json.loads(RENDERERS["sarif"](of, Options()))
    (run,) = log["runs"]
    assert len(run["results"]) == 5000
    severe = [f.id for f in of.findings if f.verdict is Verdict.VIOLATION and f.severity is Level.HIGH]
    assert len(severe) == 5000
    assert list(by_fingerprint(run)) == severe
    (invocation,) = run["invocations"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == (
        "25000 further findings were left out, the least severe: at most 5000 fit. The exit status counts them."
    )
    assert invocation["exitCode"] == of.exit_code == 1
    run["results"] = run["results"][::50]
    assert [error.message for error in validator().iter_errors(log)] == []


def test_the_most_results_of_a_log_can_be_chosen() -> None:
    assert len(run_of(many(30), options=Options(sarif_max=7))["results"]) == 7


def test_the_place_of_a_document_is_relative_and_in_percent_form() -> None:
    doc = replace(NOTICE_DOC, path="filings/省令 1#2?.pdf")
    of = report(documents=(doc,), findings=(replace(VIOLATION, document=doc.path),))
    (result,) = run_of(of)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "filings/%E7%9C%81%E4%BB%A4%201%232%3F.pdf"
