"""What an unread document, or an unread part, does to its verdicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.model.document import Document, Problem, State
from checker.model.finding import Evidence, Finding, Level, Reason, Verdict
from checker.model.text import Bilingual, Span
from checker.selection import Selection
from checker.unread import not_checked, settle

TEXT = "The guard shall close the north gate."
SCAN = Problem("E-NO-TEXT", "page 2 is a picture without text", "page 2", "run OCR on it")
WHOLE = Document("order.pdf", "0" * 64, 100, "application/pdf", TEXT, State.CHECKED)
PART = replace(WHOLE, state=State.PARTLY_CHECKED, problems=(Problem("W-ENCODING", "a guess"), SCAN))
NONE = replace(PART, state=State.NOT_CHECKED, text="")
COMMITMENTS = Selection((str(Path(__file__).with_name("toy_pack")),)).load().commitments


def finding(verdict: Verdict) -> Finding:
    quoted = verdict not in (Verdict.NOT_ADDRESSED, Verdict.NOT_APPLICABLE)
    return Finding(
        id="1",
        commitment="open-gate",
        document="order.pdf",
        verdict=verdict,
        reason=Reason("closed", Bilingual("The gate is closed.", "門が閉じられる。")),
        confidence=Level.HIGH,
        reading=Level.HIGH,
        severity=Level.HIGH,
        evidence=(Evidence(TEXT, Span(0, len(TEXT)), "paragraph 1", verdict),) if quoted else (),
    )


def settled(document: Document, verdict: Verdict) -> Finding:
    (found,) = settle(document, [finding(verdict)])
    return found


def test_in_a_document_read_as_a_whole_every_verdict_stands() -> None:
    assert [settled(WHOLE, verdict) for verdict in Verdict] == [finding(verdict) for verdict in Verdict]


def test_words_that_keep_a_commitment_may_be_taken_back_in_the_unread_part() -> None:
    found = settled(PART, Verdict.COMPLIANT)
    assert (found.verdict, found.reason.code) == (Verdict.NEEDS_REVIEW, "unread_part")
    assert found.reason.text.en == (
        "The part that was read keeps the commitment, but part of the document was not read "
        "(unread_part: page 2 is a picture without text, page 2)."
    )
    assert found.evidence == finding(Verdict.COMPLIANT).evidence


def test_silence_of_the_part_that_was_read_says_nothing_about_the_rest() -> None:
    found = settled(PART, Verdict.NOT_ADDRESSED)
    assert (found.verdict, found.reason.code) == (Verdict.NOT_CHECKED, "unread_part")


def test_a_violation_stands_whatever_the_rest_says() -> None:
    found = settled(PART, Verdict.VIOLATION)
    assert (found.verdict, found.reason.code) == (Verdict.VIOLATION, "closed")
    assert found.reason.text.en == (
        "The gate is closed. However, part of the document was not read "
        "(unread_part: page 2 is a picture without text, page 2)."
    )
    assert found.reason.text.ja == "門が閉じられる。ただし、読み取れない部分がある（unread_part: E-NO-TEXT, page 2）。"


def test_what_is_open_or_does_not_apply_stays_so() -> None:
    for verdict in (Verdict.NEEDS_REVIEW, Verdict.NOT_APPLICABLE):
        assert settled(PART, verdict) == finding(verdict)


def test_a_document_that_was_not_read_leaves_every_commitment_unchecked_for_the_documents_own_reason() -> None:
    (found,) = not_checked(NONE, COMMITMENTS)
    assert (found.commitment, found.verdict, found.reason.code) == ("open-gate", Verdict.NOT_CHECKED, "E-NO-TEXT")
    assert found.reason.text.en == "Not checked: page 2 is a picture without text, page 2."
