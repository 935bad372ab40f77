"""What a document says of a concept, read with its surroundings."""

from __future__ import annotations

import pytest

from checker.match.lexicon import Lexicon
from checker.model.commitment import Concept
from checker.model.document import Document, State
from checker.read.cues import concepts
from checker.read.reading import read
from checker.read.standing import Standing, Voices
from checker.read.statement import Statement, statements
from checker.segment import segment

LEXICON = Lexicon(
    {
        "test": Concept("test", {"en": ("test",), "ja": ("試験",)}),
        "ministry": Concept("ministry", {"en": ("ministry",), "ja": ("国土交通省",)}),
        "federation": Concept("federation", {"en": ("federation",), "ja": ("団体", "連盟")}),
        **{concept.id: concept for concept in concepts()},
    }
)
VOICES = Voices(frozenset({"ministry"}), frozenset({"federation"}))


def said(text: str) -> tuple[Statement, ...]:
    document = Document("a.txt", "0" * 64, len(text), "text/plain", text, State.CHECKED)
    return tuple(statements(read(document, segment(document), LEXICON), frozenset({"test"}), VOICES))


def only(text: str) -> Statement:
    (statement,) = said(text)
    return statement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry shall run a test.", Standing.ACT),
        ("A car that could reasonably be expected to pass a test is let in.", Standing.ACT),
        ("Article proposed by the Ministry:\n\nA test shall be run.", Standing.DRAFT),
        ("If the cabinet were to fall, the test could return.", Standing.HYPOTHESIS),
        ("Before the agreement a test was run on every car.", Standing.HISTORY),
        ("The federation urged the Ministry to run a test.", Standing.DEMAND),
        ("The Ministry should require a test.", Standing.DEMAND),
        ("The federation told the Ministry that a test should be made.", Standing.DEMAND),
        ("The Ministry wrote to the federation, saying that a test is run.", Standing.ACT),
        ("The Ministry's study group has reported. A test should be made.", Standing.PROPOSED),
        ("The federation says that the Ministry runs a test.", Standing.THIRD_PARTY),
        ("The Ministry has answered the federation. It says that a test is run.", Standing.ACT),
        ("The federation wrote to the Ministry. It says that a test is run.", Standing.THIRD_PARTY),
        ("Draft for public comment. A test shall be run.", Standing.DRAFT),
        ("Does the Ministry run a test?", Standing.QUESTION),
        ("The Ministry intends to run a test.", Standing.PLANNED),
        ("The Ministry does not intend to run a test.", Standing.ACT),
        ("国土交通省は試験を行う計画である。", Standing.PLANNED),
        ("The Ministry announced that it will run a test.", Standing.ANNOUNCED),
        ("国土交通省は試験の実施を表明した。", Standing.ANNOUNCED),
        ("国土交通省に試験を行う計画はない。", Standing.ACT),
        ("The federation writes: 'Run a test on every car that comes in.'", Standing.DEMAND),
        ('The Ministry rules that the federation "shall give every car of its members a test".', Standing.ACT),
        ("連盟は、国土交通省が試験を行っていると主張している。", Standing.THIRD_PARTY),
        ("連盟は試験を行うなと訴えた。", Standing.DEMAND),
        ("仮に試験を行うとすれば、費用がかかる。", Standing.HYPOTHESIS),
        ("国土交通省は結論を公表した。試験を行うという。", Standing.ACT),
        ("連盟は意見を公表した。試験を行うという。", Standing.THIRD_PARTY),
    ],
)
def test_the_force_of_what_is_said(text: str, expected: Standing) -> None:
    assert only(text).standing.standing is expected


def test_a_refused_demand_turns_what_was_demanded() -> None:
    statement = only("The federation urged the Ministry to run a test; the Ministry declined.")
    assert (statement.standing.standing, statement.holds) == (Standing.ACT, False)


@pytest.mark.parametrize(
    "text",
    [
        "Asked to treat the maker kindly, the Ministry declined and ran a test.",
        "The federation urged the Ministry to wait; the Ministry declined; it ran a test.",
        "To a request that the car be sold, the Ministry replied that a test is run.",
    ],
)
def test_what_follows_the_answer_is_not_what_was_demanded(text: str) -> None:
    statement = only(text)
    assert (statement.standing.standing, statement.holds) == (Standing.ACT, True)


def test_a_refusal_leaves_alone_what_was_not_demanded() -> None:
    first, *_ = said("The Ministry runs a test; it turned down a call for a label.")
    assert first.holds


def test_an_answer_says_yes_or_no_to_its_question() -> None:
    denied = said("Q. Is a test required before sale?\n\nA. No. The papers are read.\n")[0]
    assert (denied.standing.standing, denied.holds) == (Standing.ACT, False)


def test_a_defined_term_carries_its_definition() -> None:
    text = "In this Notice, 'final step' means a test at the institute.\n\nThe final step must be completed first.\n"
    through = [statement for statement in said(text) if statement.via is not None]
    assert [statement.holds for statement in through] == [True]


@pytest.mark.parametrize(("cell", "holds"), [("required", True), ("not required", False), ("none", False), ("○", True)])
def test_a_cell_answers_for_its_header(cell: str, holds: bool) -> None:
    table = f"| Class | Test |\n|---|---|\n| Sedan | {cell} |\n"
    (statement,) = said(table)
    assert statement.holds is holds


def test_a_cell_with_a_figure_says_nothing_of_its_header() -> None:
    assert said("| Class | Test |\n|---|---|\n| Sedan | 12 |\n") == ()


@pytest.mark.parametrize(("mark", "holds"), [("a", True), ("n", False)])
def test_a_mark_in_a_table_says_what_its_key_says(mark: str, holds: bool) -> None:
    key = "Key: a = a test is due; n = no test is due.\n\n"
    table = f"| Class | Mark |\n|---|---|\n| Sedan | {mark} |\n"
    through = [statement for statement in said(key + table) if statement.via is not None]
    assert [statement.holds for statement in through] == [holds]


def test_a_key_may_explain_its_marks_after_a_dash() -> None:
    table = "| Class | Mark |\n|---|---|\n| Sedan | N |\n"
    through = [s for s in said(table + "\nKey: A – a test is due; N – no test is due.\n") if s.via is not None]
    assert [statement.holds for statement in through] == [False]


@pytest.mark.parametrize(("cell", "found"), [("(a)", [False]), ("(b)", [])])
def test_a_cell_carries_the_note_it_refers_to(cell: str, found: list[bool]) -> None:
    table = f"| Class | Remark |\n|---|---|\n| Sedan | {cell} |\n\n"
    note = "(a) The class was opened in March. No test is due since then.\n"
    assert [statement.holds for statement in said(table + note) if statement.via is not None] == found


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ('In paragraph 4, for "a test" read "no test".', False),
        ('In paragraph 4, for "no test" substitute "a test".', True),
        ("第十二条中「試験を要しない」とあるのは「試験を受けなければならない」と読み替えるものとする。", True),
        ("「試験を経ずに」とあるのは、車については、「試験の後に」と読み替えるものとする。", True),
        ('For the words "without a test" there were substituted the words "after a test".', True),
        ("第十二条中「試験を受けなければならない」を「試験を要しない」に改める。", False),
    ],
)
def test_an_amendment_says_only_what_it_puts_in(text: str, holds: bool) -> None:
    assert only(text).holds is holds
