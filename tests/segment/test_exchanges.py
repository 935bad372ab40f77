"""Questions and answers: an answer reads with its question."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import holding, lead_ins, told

PRESS = """Regular press conference, 10 June 2026

Q. Has the Commission sent questions only to California companies?

A. No. A Shenzhen group has been sent the same sheet.

It was sent in May.

Q. And the timing?

A. The report is due in December.
"""


def test_an_answer_reads_with_its_question_and_not_with_another() -> None:
    assert lead_ins(PRESS, "Shenzhen") == ["Q. Has the Commission sent questions only to California companies?"]
    assert lead_ins(PRESS, "due in December") == ["Q. And the timing?"]


def test_a_second_paragraph_still_answers() -> None:
    second = holding(PRESS, "sent in May")
    assert (second.kind, second.label) == (Kind.ANSWER, "question 1, answer, paragraph 2")


def test_a_question_and_its_answer_on_one_line_are_two() -> None:
    text = "Q2. Does the law change patent law? In the Commission's view it does not. A holder may sue.\n"
    assert told(text) == [
        (Kind.QUESTION, "Q2", "Q2. Does the law change patent law?"),
        (Kind.ANSWER, "Q2, answer", "In the Commission's view it does not. A holder may sue."),
    ]
    assert lead_ins(text, "holder may") == ["Q2. Does the law change patent law?"]


def test_a_paragraph_that_opens_with_a_question_answers_it() -> None:
    text = "May I still warn the user? Yes, in neutral words.\n\nNotices are free of charge.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER, Kind.PARAGRAPH]


def test_a_heading_that_asks_is_answered_below_it() -> None:
    text = (
        "## Must I test the car?\n\nNo.\n\n## May I sell it?\n\nYes, in these cases:\n\n- it is new;\n- it is safe.\n"
    )
    assert lead_ins(text, "No.") == ["Must I test the car?"]
    assert lead_ins(text, "it is safe") == ["May I sell it?", "Yes, in these cases:"]


@pytest.mark.parametrize(
    ("member", "office"),
    [("Mr Okabe", "The Minister"), ("Mrs. Kudo (Osaka)", "Minister of State"), ("Reporter", "Director Sato")],
)
def test_a_minister_answers_the_member_who_asked(member: str, office: str) -> None:
    text = f"{member}: A sedan is certified in Kentucky. Can it be sold untested?\n\n{office}: I am afraid it cannot.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER]
    assert lead_ins(text, "afraid")[-1] == "Can it be sold untested?"


def test_a_request_by_a_member_is_a_question_where_an_office_replies() -> None:
    text = "Mr Okabe: Tell us what the rate will be.\nThe Secretary: It will be 15 percent.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER]


def test_a_speech_that_nobody_asked_for_is_a_paragraph() -> None:
    text = "Secretary-General, JFTC: A provider describes its charge. We have come to no view.\n"
    assert [(kind, label) for kind, label, _ in told(text)] == [(Kind.PARAGRAPH, "Secretary-General, JFTC")]


def test_who_asked_does_not_answer_the_own_question() -> None:
    text = "Mr Okabe: Is it so?\nThe Minister: It is.\nMr Okabe: I thank the Minister.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER, Kind.PARAGRAPH]


def test_a_heading_ends_the_exchange() -> None:
    text = "Q. Is it so?\nA. It is.\n\nNotes\n\nThe transcript is provisional.\n"
    assert holding(text, "transcript").kind is Kind.PARAGRAPH


def test_comments_and_responses_of_a_final_rule() -> None:
    text = "Comment 1: One commenter asked that tests be kept.\n\nResponse: We disagree. Tests are not needed.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("問１　米国の会社も対象ですか。", "答　対象となります。国籍は問いません。"),
        ("Ｑ１．米国の会社も対象か。", "Ａ１．対象となる。"),
        ("【問】米国の会社も対象か。", "【答】対象となる。"),
        ("○岡部君　米国の会社も対象でしょうか。", "○国務大臣（石井啓一君）　対象となります。"),
        ("記者：米国の会社も対象ですか。", "大臣：対象となります。"),
    ],
)
def test_japanese_questions_and_answers(asked: str, answered: str) -> None:
    text = f"{asked}\n{answered}\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION, Kind.ANSWER]
    assert lead_ins(text, "対象とな") == [asked]


def test_an_item_of_a_list_lettered_a_is_no_answer() -> None:
    text = "The Agency acts as follows.\nA. It tests cars.\nB. It tests buses.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM]
