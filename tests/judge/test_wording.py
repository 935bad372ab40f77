"""What was read, in words a lawyer can check, with the words that set every attribute."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.judge import wording
from checker.judge.scope import Reach, ReachRead
from checker.match.lexicon import Mention
from checker.model.commitment import Exceptions, Modality
from checker.model.text import Span
from checker.read.standing import Standing, StandingRead
from tests.judge.conftest import Explain

ACT = StandingRead(Standing.ACT)


def told(explained: Explain, text: str) -> str:
    """The one statement on inspections of nets that `text` makes."""
    (seen,) = explained("packs/mini", "port-access", text).seen
    return seen.attributes


def test_a_statement_is_told_in_one_sentence(explained: Explain) -> None:
    text = "Vessels enter the port\nwithout anyone being required to inspect\ntheir nets."
    assert told(explained, text) == (
        'The words "inspect their nets" speak of net inspection; the sentence says that it does not take place '
        '(turned by "without"); it is not required (told by "required"); it is said as an act in force; '
        "no word places it inside or outside the commitment."
    )


@pytest.mark.parametrize(
    ("sentence", "modality", "phrase"),
    [
        ("The Agency must inspect the nets.", Modality.REQUIRED, 'it is required (told by "must")'),
        ("The Agency may inspect the nets.", Modality.PERMITTED, 'it is permitted (told by "may")'),
        ("The Agency may not inspect the nets.", Modality.FORBIDDEN, 'it is forbidden (told by "may")'),
        (
            "The Agency is not required to inspect the nets.",
            Modality.NOT_REQUIRED,
            'it is not required (told by "required")',
        ),
        (
            "The Agency may, in its discretion, inspect the nets.",
            Modality.DISCRETION,
            'it is left to someone\'s discretion (told by "in its discretion")',
        ),
        ("The Agency inspects the nets.", Modality.PLAIN, "it is neither ordered nor permitted, only stated"),
    ],
)
def test_each_modality(sentence: str, modality: Modality, phrase: str, explained: Explain) -> None:
    assert phrase.startswith(wording.MODALITY[modality].en)
    assert f"; {phrase}; " in told(explained, f"Vessels enter the port. {sentence}")


def test_wordings_that_say_the_contrary_and_answers_that_turn(explained: Explain) -> None:
    opposite = told(explained, "Nets go uninspected where vessels enter the port.")
    assert "says that it does not take place (the wording itself says the contrary)" in opposite
    question = "Q. Does the Agency inspect nets of vessels that enter the port?\nA. No, it does not."
    answered = explained("packs/mini", "port-access", question).seen[0].attributes
    assert "says that it does not take place (turned by the answer)" in answered


@pytest.mark.parametrize(
    ("standing", "phrase"),
    [
        (Standing.ACT, "it is said as an act in force"),
        (Standing.DRAFT, "it stands in a draft"),
        (Standing.PROPOSED, "it is only proposed"),
        (Standing.ANNOUNCED, "it is only announced"),
        (Standing.PLANNED, "it is only planned"),
        (Standing.UNDECIDED, "it is not decided yet"),
        (Standing.THIRD_PARTY, "it is someone else's account"),
        (Standing.HYPOTHESIS, "it supposes a case"),
        (Standing.HISTORY, "it tells of an earlier state of things"),
        (Standing.CORRECTED, "it tells of something that was set right later"),
        (Standing.DEMAND, "it is a demand that was not answered"),
        (Standing.QUESTION, "it is asked, not said"),
    ],
)
def test_each_standing(standing: Standing, phrase: str) -> None:
    assert wording.standing(StandingRead(standing), "the words").en == phrase
    assert wording.standing(StandingRead(standing, Span(0, 3)), "the words").en == f'{phrase} (told by "the")'


@pytest.mark.parametrize(
    ("reach", "phrase"),
    [
        (Reach.INSIDE, "it is about something inside the commitment"),
        (Reach.OUTSIDE, "it is about something outside the commitment"),
        (Reach.OPEN, "it is open whether the commitment reaches what it is about"),
        (Reach.GENERAL, "no word places it inside or outside the commitment"),
    ],
)
def test_each_place_in_the_scope(reach: Reach, phrase: str) -> None:
    assert wording.scope(ReachRead(reach), "the words").en == phrase
    assert wording.scope(ReachRead(reach, "", Span(4, 9)), "the words").en == f'{phrase} (told by "words")'


@pytest.mark.parametrize(
    ("sentence", "exception", "end"),
    [
        (
            "The Agency inspects nets where vessels enter a port, except on Sundays.",
            Exceptions.INSIDE,
            'something inside the commitment is taken back from it ("except on Sundays.").',
        ),
        (
            "The Agency inspects nets where vessels enter a port, except for newspaper boats.",
            Exceptions.OUTSIDE,
            'only something outside the commitment is taken back from it ("except for newspaper boats.").',
        ),
        (
            "The Agency inspects nets where vessels enter a port.",
            Exceptions.NONE,
            "no word places it inside or outside the commitment.",
        ),
    ],
)
def test_each_exception(sentence: str, exception: Exceptions, end: str, explained: Explain) -> None:
    assert exception in wording.EXCEPTION
    assert told(explained, sentence).endswith(f"; {end}")


def test_a_defined_term_names_its_definition(explained: Explain) -> None:
    text = '"Control" means an order to inspect nets. Control is required where vessels enter the port.'
    used = explained("packs/mini", "port-access", text).seen[-1].attributes
    assert used.startswith(
        'The words "inspect nets", through the definition ""Control" means an order to inspect nets.", speak of'
    )


def test_amounts_are_told_with_the_test_they_meet() -> None:
    rates = {"total": Decimal("9.50"), "base": Decimal(8)}
    assert wording.amounts(rates, "total > 8", ACT, ReachRead(Reach.GENERAL), "").en == (
        'The rates read are base 8%, total 9.5%, which meets "total > 8"; it is said as an act in force; '
        "no word places it inside or outside the commitment."
    )


def test_columns_are_told_with_their_values() -> None:
    assert wording.columns({"5 marks"}, {"3 marks", "2 marks"}, ACT, "").en == (
        'The columns compared say "5 marks" on one side and "2 marks" and "3 marks" on the other; '
        "it is said as an act in force."
    )


def test_measures_are_told_with_what_is_done_to_them() -> None:
    text = "Port Act No. 12 is revoked."
    act, named = Mention("revoking", Span(19, 26), False, ""), Mention("instrument:port-act-12", Span(0, 15), False, "")
    assert wording.measure(act, named, "port-act-12", ACT, ReachRead(Reach.INSIDE, "", Span(0, 4)), text).en == (
        'The words "revoked" speak of revoking and "Port Act No. 12" names port-act-12; '
        'it is said as an act in force; it is about something inside the commitment (told by "Port").'
    )


def test_the_same_is_told_in_japanese_with_the_words_in_their_own_language() -> None:
    text = "Port Act No. 12 is revoked."
    act, named = Mention("revoking", Span(19, 26), False, ""), Mention("instrument:port-act-12", Span(0, 15), False, "")
    assert wording.measure(act, named, "port-act-12", ACT, ReachRead(Reach.INSIDE, "", Span(0, 4)), text).ja == (
        "「revoked」の語は「revoking」について述べ、「Port Act No. 12」は「port-act-12」を指す。"
        "効力のある行為として述べられている。約束の対象に含まれる事柄である（「Port」による）。"
    )
    rates = {"total": Decimal("9.50"), "base": Decimal(8)}
    assert wording.amounts(rates, "total > 8", ACT, ReachRead(Reach.GENERAL), "").ja == (
        "読み取った税率は基本税率8%、合計税率9.5%であり、条件「total > 8」を満たす。"
        "効力のある行為として述べられている。"
        "約束の対象に含まれるか否かを示す語はない。"
    )
