import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.match.lexicon import Lexicon
from checker.model.commitment import Concept, Modality
from checker.model.text import Span
from checker.read.cues import concepts
from checker.read.modality import modality
from checker.read.passage import Passage, passage
from checker.read.sense import sense

TEST = Concept("test", {"en": ("test", "measurement"), "ja": ("試験",)}, {"en": ("untested",), "ja": ("無試験",)})
LEXICON = Lexicon({"test": TEST, **{concept.id: concept for concept in concepts()}})


def read(text: str) -> Passage:
    return passage(LEXICON, 0, Span(0, len(text)), text)


def holds(text: str) -> bool:
    sentence = read(text)
    (mention, *_) = sentence.of(("test",))
    return sense(sentence, mention).holds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan has been dropped.", True),
        ("The plan has not been dropped.", False),
        ("The plan, which nobody wanted, has not yet been dropped.", False),
        ("The plan is no longer alive.", True),
    ],
)
def test_a_negation_in_the_gap_of_a_wording_turns_it(text: str, expected: bool) -> None:
    dropping = Concept("dropping", {"en": ("plan ...10 dropped", "plan ...3 no longer alive")})
    lexicon = Lexicon({"dropping": dropping, **{concept.id: concept for concept in concepts()}})
    sentence = passage(lexicon, 0, Span(0, len(text)), text)
    (mention, *_) = sentence.of(("dropping",))
    assert sense(sentence, mention).holds is expected


@pytest.mark.parametrize(
    "text",
    [
        "The car must undergo a test.",
        "No model will go untested.",
        "A car shall not be sold until a test has been passed.",
        "It is wrong to suppose that it is sold without a test.",
        "No car may be sold without a test.",
        "Nothing is asked except a test.",
        "It is not the case that no test is required.",
        "Cars sold without a label | a test is due",
        "A form free of charge and a test are asked for.",
        "A test is run without delay.",
        "The order is without prejudice to the test.",
        "What befalls a driver who cannot brake, is the subject of the test.",
        "Without a test, no car may be sold.",
        "A car whose test is abroad is not listed.",
        "Nothing in the Act, the ministry states, relieves a maker of a test.",
        "Unless it passes a test, the car is not released.",
        "Instead of a form, a test is required.",
        "(b) Unless it passes a test, the car is not released.",
        "If the maker does not object, the office runs a test.",
        "The fee covers, without limitation, a test.",
        "試験を受けなければならない。",
        "試験に合格したものでなければ、販売してはならない。",
        "試験を行わずに販売できるわけではない。",
        "試験を経るまでは販売してはならない。",
        "試験を受けないわけにはいかない。",
        "試験を受けることを要する。",
        "試験を行うことを妨げるものではない。",
        "試験を、結果のいかんを問わず行う。",
        "試験は、他の方法によっては足りない限り、これを行う。",
        "The makers keep the test and do not oblige others to run it.",
    ],
)
def test_the_thing_is_said_to_hold(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "In addition, except as agreed in writing, no maker shall run a test.",
        "The car need not undergo a test.",
        "It is sold without a test.",
        "A test is not required.",
        "The test is waived for such cars.",
        "Such cars are exempt from the test.",
        "The importer is under no obligation to run a test.",
        "They are no longer required to undergo a test.",
        "The Ministry dispenses with the test.",
        "Neither a label nor a test is asked for.",
        "It is untested.",
        "A test is without purpose.",
        "Instead of a test, the maker files a form.",
        "Nothing in the notice obliges the maker, whoever it is, to undergo a test.",
        "Without a test, the car is sold on its papers.",
        "試験を要しない。",
        "試験を受けることなく販売することができる。",
        "試験を免除する。",
        "試験は不要とする。",
        "試験を省略することができる。",
        "試験を行う必要はない。",
        "試験は、米国で製造され、かつ、米国で認証された車には行わない。",
        "試験が、製造され、又は輸入された車について姿を消した。",
        "無試験で販売する。",
        "試験を必要とするとの御指摘は当たりません。",
        "試験まで求めるものではございません。",
        "試験の有無を問わず販売できる。",
        "試験は課されず、販売を妨げない。",
        "試験を行わず、手数料も求めない。",
        "The test, under which a car could be refused, is abolished.",
        "The test, which nobody liked, is not required.",
        "The measurement was run by none of the makers.",
    ],
)
def test_the_thing_is_said_not_to_hold(text: str) -> None:
    assert not holds(text)


def test_a_negation_ends_with_its_clause() -> None:
    assert holds("The fee is not due, but a test is required.")
    assert holds("手数料は要しないが、試験を受けなければならない。")


def test_neutral_negators_turn_nothing() -> None:
    assert holds("Not only a label but a test is required.")
    assert holds("試験のみならず書面も求める。")


ACTS = st.sampled_from(["a test", "the test", "any measurement", "the measurement"])


@given(ACTS, st.sampled_from(["must undergo", "is to undergo", "requires", "has to pass"]))
def test_negating_an_english_statement_turns_it(act: str, verb: str) -> None:
    plain = f"The vehicle {verb} {act}."
    assert holds(plain)
    assert not holds(f"It is not the case that the vehicle {verb} {act}.")
    assert holds(f"It is not the case that no vehicle {verb} {act}.")


@given(
    st.sampled_from([("を受け", "なければならない"), ("を課", "す"), ("の対象と", "する"), ("を行", "うものとする")])
)
def test_negating_a_japanese_statement_turns_it(predicate: tuple[str, str]) -> None:
    assert holds("試験" + "".join(predicate) + "。")
    assert not holds("試験" + "".join(predicate) + "わけではない。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A test is mandatory.", Modality.REQUIRED),
        ("The car must undergo a test.", Modality.REQUIRED),
        ("The maker may ask for a test if it wishes.", Modality.PERMITTED),
        ("The Minister may, where he considers it fit, order a test.", Modality.DISCRETION),
        ("They run a test.", Modality.PLAIN),
        ("A test is not required.", Modality.NOT_REQUIRED),
        ("試験を受けなければならない。", Modality.REQUIRED),
        ("必要があると認めるときは、試験を行うことができる。", Modality.DISCRETION),
        ("試験を要しない。", Modality.NOT_REQUIRED),
        ("The maker shall not run a test.", Modality.FORBIDDEN),
        ("No test shall be required.", Modality.NOT_REQUIRED),
        ("The rule of 29 May sets a test.", Modality.PLAIN),
        ("試験を行ってはならない。", Modality.FORBIDDEN),
        ("試験を求めることができない。", Modality.NOT_REQUIRED),
    ],
)
def test_modality(text: str, expected: Modality) -> None:
    sentence = read(text)
    (mention, *_) = sentence.of(("test",))
    assert modality(sentence, mention, sense(sentence, mention).holds) is expected
