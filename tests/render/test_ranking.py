from __future__ import annotations

from dataclasses import replace

from checker.model.finding import Level, Verdict
from checker.render.ranking import SIGNS, most_severe_first, short_id, told_together
from tests.render.factory import COMPLIANT, FINDINGS, REVIEW, SCAN_DOC, VIOLATION, WAIVED


def test_violations_come_first_and_what_was_not_read_before_what_is_well() -> None:
    order = [finding.verdict for finding in most_severe_first(FINDINGS)]
    assert list(dict.fromkeys(order)) == [
        Verdict.VIOLATION,
        Verdict.NEEDS_REVIEW,
        Verdict.NOT_CHECKED,
        Verdict.COMPLIANT,
        Verdict.NOT_ADDRESSED,
        Verdict.NOT_APPLICABLE,
    ]


def test_among_equals_the_worse_and_the_surer_come_first_and_a_waived_one_last() -> None:
    mild = replace(VIOLATION, id="mild", severity=Level.LOW)
    unsure = replace(VIOLATION, id="unsure", confidence=Level.LOW)
    assert most_severe_first([WAIVED, mild, unsure, VIOLATION]) == (VIOLATION, unsure, mild, WAIVED)


def test_equal_findings_keep_their_order() -> None:
    again = replace(REVIEW, id="again")
    assert most_severe_first([again, COMPLIANT, REVIEW]) == (again, REVIEW, COMPLIANT)


def test_findings_of_one_document_and_reason_are_told_together() -> None:
    unread = [finding for finding in FINDINGS if finding.document == SCAN_DOC.path]
    assert [len(group) for group in told_together([VIOLATION, *unread])] == [1, 3]


def test_every_verdict_has_a_shape_and_a_letter_of_its_own() -> None:
    assert set(SIGNS) == set(Verdict)
    assert len({sign.shape for sign in SIGNS.values()}) == len({sign.letter for sign in SIGNS.values()}) == len(Verdict)


def test_the_short_id_is_twelve_digits_of_the_fingerprint() -> None:
    assert short_id(VIOLATION) == VIOLATION.id[:12]
