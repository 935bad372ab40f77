"""JUnit files: valid, never green for what was not checked, whatever the documents say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from checker.model.baseline import Comparison, Novelty
from checker.model.profile import FailOn
from checker.model.report import Report
from checker.render import RENDERERS, Options
from tests.render.factory import COMPLIANT, HOSTILE_DOC, REVIEW, VIOLATION, WAIVED, finding, report
from tests.render.factory import HOSTILE_COMPLIANT as HOSTILE

XSD = Path(__file__).parents[1] / "vendor" / "junit-10.xsd"


def suites(of: Report) -> etree._Element:
    """The file's root, valid against the schema of Jenkins."""
    root = etree.fromstring(RENDERERS["junit"](of, Options()))
    etree.XMLSchema(etree.parse(str(XSD))).assertValid(root)
    return root


def outcome(of: Report, document: str, commitment: str) -> list[tuple[str, str]]:
    """What stands in the test of a commitment: tags with their message or text."""
    path = f"testsuite[@name='{document}']/testcase[@name='{commitment}']"
    (case,) = suites(of).findall(path)
    return [(child.tag, child.get("message") or child.text or "") for child in case]


@pytest.mark.parametrize(
    "changes",
    [{}, {"list_all": True}, {"fail_on": FailOn.NEEDS_REVIEW}, {"documents": (), "findings": (), "problems": ()}],
)
def test_every_report_is_valid(changes: dict[str, object]) -> None:
    suites(report(**changes))


def test_a_violation_is_a_failure_with_its_words_and_their_place() -> None:
    (case,) = suites(report()).findall("testsuite[@name='filings/notice-12.pdf']/testcase/failure/..")
    failure = case[0]
    assert failure.get("type") == "test_before_sale"
    assert failure.get("message") == "Violation: U.S.-certified vehicles accepted without further tests"
    assert failure.text == (
        "The notice makes a crash test in Japan a condition of sale. “shall undergo a frontal crash test in Japan"
        " before they are offered for sale” (filings/notice-12.pdf, p. 1, item 2)"
    )


def test_what_needs_review_passes_with_a_word_unless_the_run_fails_on_it() -> None:
    ((tag, text),) = outcome(report(), REVIEW.document, REVIEW.commitment)
    assert tag == "system-out"
    assert text.startswith("Needs review: U.S.-certified vehicles")
    ((tag, _),) = outcome(report(fail_on=FailOn.NEEDS_REVIEW), REVIEW.document, REVIEW.commitment)
    assert tag == "failure"


def test_what_keeps_a_commitment_passes() -> None:
    assert outcome(report(), COMPLIANT.document, COMPLIANT.commitment) == []


def test_what_could_not_be_checked_is_an_error() -> None:
    (suite,) = suites(report()).findall("testsuite[@name='filings/scan.pdf']")
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("3", "3", "0")
    assert suite.findall("testcase/error")[0].get("message") == (
        "Not checked: the file asks for a password. (filings/scan.pdf)"
    )


def test_what_is_waived_is_skipped_alone() -> None:
    ((tag, message),) = outcome(report(documents=(HOSTILE_DOC,), findings=(WAIVED,)), *names(WAIVED.commitment))
    assert tag == "skipped"
    assert message == "Accepted until 2026-06-30: Known misprint (reviewed by A. Reviewer, approved by B. Approver)"


def names(commitment: str) -> tuple[str, str]:
    """The hostile document as the file names it; XPath cannot quote both kinds of quotation marks."""
    (suite,) = suites(report(documents=(HOSTILE_DOC,), findings=(WAIVED,))).findall("testsuite")
    return suite.get("name") or "", commitment


def test_what_the_baseline_knows_is_skipped() -> None:
    known = Comparison({VIOLATION.id: Novelty.KNOWN}, {VIOLATION.id: "2026-01-01"})
    ((tag, message),) = outcome(report(baseline=known), VIOLATION.document, VIOLATION.commitment)
    assert tag == "skipped"
    assert message.endswith("(known since 2026-01-01)")


def test_a_run_without_documents_is_not_green() -> None:
    root = suites(report(documents=(), findings=(), problems=()))
    assert root.get("errors") == "1"
    assert root.findall("testsuite/testcase/error")[0].get("message") == "Nothing was checked: there was no document."


def test_the_fingerprints_are_told() -> None:
    (suite,) = suites(report()).findall("testsuite[@name='filings/notice-12.pdf']")
    told = {each.get("name"): each.get("value") for each in suite.findall("properties/property")}
    assert told[f"fingerprint:{VIOLATION.commitment}"] == VIOLATION.id
    assert told["needs_review"] == "0"


def test_words_of_a_document_are_no_markup_no_control_and_no_command() -> None:
    quote = HOSTILE.evidence[0].quote + "\n::error::stop ##vso[task.complete]"
    text = HOSTILE_DOC.text.replace(HOSTILE.evidence[0].quote, quote)
    doc = replace(HOSTILE_DOC, text=text, pages=())
    broken = finding(report().rules.commitments[0], replace(doc, pages=()), VIOLATION.verdict, quote)
    broken = replace(broken, evidence=tuple(replace(each, page=None, boxes=()) for each in broken.evidence))
    of = report(documents=(doc,), findings=(broken,))
    data = RENDERERS["junit"](of, Options())
    assert b"\x1b" not in data
    assert b"::" not in data
    assert b"##" not in data
    told = suites(of).findall("testsuite/testcase/failure")[0].text or ""
    assert "<script>window.pwned = 1</script>" in told
    assert "::error::stop ##vso[task.complete]" in told
