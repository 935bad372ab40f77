"""What GitHub and GitLab show of a run: the most severe of what is new, within their limits, and nothing they obey."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.model.baseline import Novelty
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.render import RENDERERS, Options
from checker.render.anchor import Repository
from checker.render.as_summary import MOST_BYTES
from tests.render.factory import BESIDE, REVIEW, SCAN_DOC, VIOLATION, WAIVED, document, report
from tests.render.test_sarif import many

HOSTILE = (
    "All | vehicles,\n::error file=x::stop ##[error] %0A `code` <b>@team</b> https://example.org \x1b[31m shall pass."
)


def hostile() -> Report:
    doc = document("a,b:c.txt", HOSTILE)
    span = replace(VIOLATION.evidence[0].span, start=0, end=len(HOSTILE))
    evidence = replace(VIOLATION.evidence[0], quote=HOSTILE, span=span)
    return report(
        documents=(doc,), findings=(replace(VIOLATION, document=doc.path, evidence=(evidence,)),), problems=()
    )


def commands(of: Report, options: Options | None = None) -> list[str]:
    return RENDERERS["github"](of, options or Options()).decode().splitlines()


def levels(of: Report) -> dict[str, int]:
    found = [line.split(" ", 1)[0].removeprefix("::") for line in commands(of)]
    return {level: found.count(level) for level in sorted(set(found))}


def test_annotations_tell_what_is_unread_what_counts_and_the_outcome() -> None:
    lines = commands(report(), Options(repository=Repository(prefix="trade")))
    assert "::error file=trade/filings/scan.pdf,title=E-ENCRYPTED::the file asks for a password" in lines
    assert any(line.startswith("::error file=trade/filings/notice-12.pdf,line=1,title=Violation%3A") for line in lines)
    assert any(line.startswith("::warning file=trade/filings/省令.pdf,line=1,title=Needs review%3A") for line in lines)
    assert lines[-1].startswith("::notice title=Commitment check::2 violations (1 of them waived), 1 needs review")
    assert not any("hostile" in line for line in lines)


def test_annotations_leave_out_what_the_baseline_knows() -> None:
    assert levels(report(documents=(*report().documents[:2],), problems=())) == {"error": 2, "notice": 1, "warning": 1}
    known = replace(BESIDE, novelty={VIOLATION.id: Novelty.KNOWN, REVIEW.id: Novelty.KNOWN}, since={})
    assert levels(report(baseline=known, problems=())) == {"error": 2, "notice": 1}


def test_no_more_annotations_than_github_shows_and_a_word_about_the_rest() -> None:
    of = many(100)
    assert levels(of) == {"error": 9, "notice": 1, "warning": 9}
    assert commands(of)[-1].endswith("82 more are in the summary of this step and in the other outputs.")
    assert all("severity" not in line for line in commands(of))


def test_an_annotation_is_one_command_whatever_a_document_says() -> None:
    error, notice = commands(hostile())
    assert error.startswith("::error file=a%2Cb%3Ac.txt,line=1,title=Violation%3A U.S.-certified vehicles")
    assert "vehicles, ::error file=x::stop ##[error] %250A" in error
    assert "\x1b" not in error
    assert notice.startswith("::notice ")


def summary(of: Report) -> str:
    return RENDERERS["github-summary"](of, Options()).decode()


def test_the_summary_says_what_is_new_what_is_known_and_what_was_not_read() -> None:
    text = summary(report(baseline=BESIDE))
    assert "1 new, 1 known, 2 fixed, 1 not looked at" in text
    assert "- filings/scan.pdf: the file asks for a password (E-ENCRYPTED)" in text
    assert (
        "| Violation (new under this name; the document was filings/notice.pdf) |".replace("(", r"\(").replace(
            ")", r"\)"
        )
        in text
    )
    rows = [line for line in text.splitlines() if line.startswith(("| Violation", "| Needs"))]
    assert len(rows) == 1


def test_the_summary_is_cut_below_the_limit_with_a_note() -> None:
    text = summary(many(9_000))
    rows = sum(line.startswith(("| Violation", "| Needs")) for line in text.splitlines())
    assert MOST_BYTES - 2048 < len(text.encode()) <= MOST_BYTES
    assert text.endswith(f"\n\n{9_000 - rows} more are in the other outputs.\n")


def test_the_summary_holds_words_of_documents_as_words() -> None:
    (row,) = (line for line in summary(hostile()).splitlines() if line.startswith("| Violation"))
    assert r"All \| vehicles, ::error file=x::stop \#\#\[error\] %0A \`code\` \<b\>" in row
    assert "@team" not in row
    assert "https://" not in row
    assert "\x1b" not in row


def entries(of: Report) -> dict[str, dict[str, object]]:
    listed = json.loads(RENDERERS["gitlab"](of, Options()))
    found = {entry["fingerprint"]: entry for entry in listed}
    assert len(found) == len(listed)
    return found


def test_gitlab_gets_what_counts_and_what_was_not_read() -> None:
    found = entries(report())
    assert found[VIOLATION.id]["severity"] == "critical"
    assert found[VIOLATION.id]["location"] == {"path": "filings/notice-12.pdf", "lines": {"begin": 1}}
    assert found[REVIEW.id]["severity"] == "info"
    assert WAIVED.id not in found
    (unread,) = (e for e in found.values() if e["location"] == {"path": SCAN_DOC.path, "lines": {"begin": 1}})
    assert unread["check_name"] == "E-ENCRYPTED"
    assert unread["description"] == "Not checked: filings/scan.pdf: the file asks for a password"


@pytest.mark.parametrize("name", ["gitlab", "github", "github-summary", "junit", "sarif"])
def test_a_report_that_says_nothing_has_its_outputs_too(name: str) -> None:
    assert RENDERERS[name](report(documents=(), findings=(), problems=()), Options())


def test_every_finding_that_counts_is_in_gitlab() -> None:
    of = many(300)
    assert len(entries(of)) == sum(f.counts_as in (Verdict.VIOLATION, Verdict.NEEDS_REVIEW) for f in of.findings)
