from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.document import Document, Problem, State
from checker.model.finding import Finding, Verdict
from checker.render.outcome import conditions, outcome
from checker.render.words import Words
from tests.render.factory import (
    COMPLIANT,
    FINDINGS,
    NOTICE_DOC,
    ORDINANCE_DOC,
    REVIEW,
    SCAN_DOC,
    SOFTWARE,
    VIOLATION,
    finding,
    report,
)

READ = replace(ORDINANCE_DOC, state=State.CHECKED, problems=())
ONE_UNDECIDED = finding(SOFTWARE, NOTICE_DOC, Verdict.NOT_CHECKED)


@pytest.mark.parametrize(
    ("documents", "findings", "sentence"),
    [
        ((NOTICE_DOC, READ), (VIOLATION, REVIEW), "1 violation, 1 needs review, all 2 documents were checked."),
        ((READ,), (COMPLIANT,), "No violations, nothing needs review, the document was checked."),
        (
            (NOTICE_DOC, SCAN_DOC),
            (VIOLATION,),
            "1 violation, nothing needs review, 1 of 2 documents could not be checked.",
        ),
        (
            (ORDINANCE_DOC, NOTICE_DOC),
            (),
            "No violations, nothing needs review, 1 of 2 documents could be read only in part.",
        ),
        (
            (NOTICE_DOC,),
            (ONE_UNDECIDED,),
            "No violations, nothing needs review, 1 commitment could not be checked in a document that was read.",
        ),
        ((SCAN_DOC,), (), "Nothing was checked: the document could not be read."),
        ((SCAN_DOC, replace(SCAN_DOC, path="b")), (), "Nothing was checked: none of the 2 documents could be read."),
        ((), (), "Nothing was checked: there was no document."),
    ],
)
def test_the_outcome_is_one_sentence(
    documents: tuple[Document, ...], findings: tuple[Finding, ...], sentence: str
) -> None:
    assert outcome(report(documents=documents, findings=findings), Words("en")) == sentence


def test_waived_violations_are_counted_and_told_apart() -> None:
    assert outcome(report(findings=FINDINGS), Words("en")).startswith("2 violations (1 of them waived), 1 needs review")


def test_an_interrupted_run_says_so_first() -> None:
    assert outcome(report(interrupted=True), Words("en")).startswith("Incomplete, the run was stopped: 2 violations")


def test_the_outcome_in_japanese() -> None:
    assert outcome(report(), Words("ja")) == (
        "違反2件（うち免除1件）、要確認1件、4文書中1文書は検査できず、4文書中1文書は一部のみ読み取り。"
    )


def test_every_exit_status_that_applies_is_told_the_winner_first() -> None:
    assert conditions(report(), Words("en")) == (
        "Exit status 3: some input could not be checked.",
        "Exit status 1 would apply too: a finding fails the run.",
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"documents": (READ,), "findings": (COMPLIANT,), "problems": ()},
            "Exit status 0: nothing that fails the run.",
        ),
        ({"documents": (SCAN_DOC,), "findings": ()}, "Exit status 4: nothing was checked."),
        ({"interrupted": True}, "Exit status 130: the run was stopped before its end."),
        (
            {"documents": (READ,), "findings": (), "problems": (Problem("E-PATH", "no such file"),)},
            "Exit status 3: some input could not be checked.",
        ),
    ],
)
def test_the_winning_exit_status_in_words(changes: dict[str, object], sentence: str) -> None:
    assert conditions(report(**changes), Words("en"))[0] == sentence
