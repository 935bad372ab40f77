"""The kind of a document is told by its head, and lends its sentences their force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import rulebook
from checker.ingest import Source, read
from checker.model.document import Document
from checker.model.kind import DocumentKind, Force
from checker.model.text import Bilingual
from checker.read.kinds import Kinds

PACK = rulebook.load(["us-japan-2025"])
KINDS = Kinds(PACK.kinds)


def document(text: str) -> Document:
    return read(Source("a.txt", text.encode())).document


@pytest.mark.parametrize(
    ("head", "kind", "force", "words"),
    [
        ("Executive Order 14389 of February 20, 2026", "executive-order", "enacts", "Executive Order"),
        (
            "By the authority vested in me as President, I order:",
            "executive-order",
            "enacts",
            "By the authority vested in me as President",
        ),
        ("Proclamation 11012 of February 20, 2026", "proclamation", "enacts", "Proclamation"),
        ("Department of Commerce\nNotice of Proposed Rulemaking", "proposed-rule", "proposes", None),
        ("AGENCY: Department of Commerce.\nACTION: Final rule.", "final-rule", "enacts", "ACTION: Final rule"),
        ("Department of the Treasury, final rule. Effective 1 August 2026, fees end.", "final-rule", "enacts", None),
        ("Guidelines on app stores (draft)", "draft", "proposes", "(draft)"),
        ("DRAFT Guidelines on app stores", "draft", "proposes", "DRAFT"),
        ("FOR IMMEDIATE RELEASE\nThe Department said so.", "press-release", "states", "FOR IMMEDIATE RELEASE"),
        ("Form 8-K. On 9 June 2026 the parties signed.", "company-filing", "states", "Form 8-K"),
        ("Minutes of the board of Posey County", "minutes", "states", "Minutes"),
        ("TOKYO, June 3. The maker has left.", "press-account", "reports", "TOKYO, June 3"),
        ("NEW YORK (Reuters) - Shares fell.", "press-account", "reports", None),
        ("MEMORANDUM\nTo: the client", "memo", "reports", "MEMORANDUM"),
        ("Petition for relief", "submission", "demands", "Petition"),
        ("大統領令第14345号", "executive-order", "enacts", "大統領令"),
        ("道路運送車両の保安基準の一部を改正する省令案", "proposed-rule", "proposes", "省令案"),
        ("道路運送車両の保安基準の一部を改正する省令（令和８年）", "final-rule", "enacts", "を改正する省令"),
        ("国土交通省告示第百号", "notice", "enacts", None),
        ("スマホ法に関するよくある質問（令和８年５月２０日更新）", "guideline", "enacts", "よくある質問"),
        ("スマホ法に係る指針（案）", "draft", "proposes", "（案）"),
        ("米国製自動車に関する質問主意書", "parliamentary-question", "asks", None),
        ("米国製自動車に関する質問に対する答弁書", "parliamentary-answer", "states", None),
        ("参議院経済産業委員会会議録（令和七年十二月四日）", "minutes", "states", None),
        ("臨時報告書", "company-filing", "states", "臨時報告書"),
        ("固定資産の取得に関するお知らせ", "company-filing", "states", None),
        ("経済産業省　報道発表", "press-release", "states", "報道発表"),
        ("スマホ法の見直しに関する要望書", "submission", "demands", None),
        ("【ワシントン共同】米政府は二日、発表した。", "press-account", "reports", "【ワシントン共同】"),
    ],
)
def test_the_head_gives_the_kind_away(head: str, kind: str, force: str, words: str | None) -> None:
    found = KINDS.read(document(head + "\n\nThe rest speaks of the weather."))
    assert found is not None
    assert (found.id, found.force.value) == (kind, force)
    assert words in (None, found.words)


@pytest.mark.parametrize(
    "text",
    [
        "The President signed an executive order on Tuesday, which is described below in some detail for readers.",
        "ENTRY SUMMARY WORKSHEET - Line 1",
        "U.S.-Japan trade in May",
        "The notice was served late.",
        "本日は晴天なり。告示は関係がない。",
        "",
    ],
)
def test_words_in_passing_tell_no_kind(text: str) -> None:
    assert KINDS.read(Document("a.txt", "", 0, "text/plain", text, read(Source("a", b"x")).document.state)) is None


def test_words_far_down_tell_no_kind() -> None:
    assert KINDS.read(document("The weather is fine.\n" * 15 + "Minutes of the board")) is None


def test_the_first_of_two_kinds_counts() -> None:
    both = document("Press release\nExecutive Order 14389 is explained here.")
    assert getattr(KINDS.read(both), "id", None) == "press-release"


@given(st.text(max_size=400))
def test_the_words_told_stand_where_they_are_said_to(text: str) -> None:
    whole = "Notice\n" + text
    found = KINDS.read(Document("a.txt", "", 0, "text/plain", whole, read(Source("a", b"x")).document.state))
    assert found is not None
    assert found.span is not None
    assert " ".join(found.span.of(whole).split()) == found.words


def test_a_kind_needs_something_that_gives_it_away() -> None:
    with pytest.raises(ValueError, match="nothing gives the kind x away"):
        DocumentKind("x", Bilingual("X", "X"), Force.STATES)
