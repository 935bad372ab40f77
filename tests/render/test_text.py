from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.model.document import Problem
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.render import RENDERERS, Options
from checker.render.layout import columns
from checker.render.visible import UNSEEN
from tests.conftest import Golden
from tests.render.factory import (
    COMPLIANT,
    HOSTILE_DOC,
    NOTICE_DOC,
    REVIEW,
    VEHICLES,
    VIOLATION,
    WAIVED,
    document,
    finding,
    report,
    with_running_heads,
)

COLOR = re.compile(r"\x1b\[[0-9;]*m")


def text(of: Report, **options: object) -> str:
    return RENDERERS["text"](of, replace(Options(), **options)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_sample_report_as_text(lang: str, golden: Golden) -> None:
    golden(f"report.{lang}.txt", text(report(), lang=lang).encode())


def test_the_outcome_comes_first() -> None:
    assert text(report()).startswith("2 violations (1 of them waived), 1 needs review, 1 of 4 documents could not be")


def test_a_finding_says_what_where_and_why() -> None:
    (block,) = [part for part in text(report()).split("\n\n") if VIOLATION.id[:12] in part]
    assert block.split("\n") == [
        "  ✕ Violation · U.S.-certified vehicles accepted without further tests",
        f"      vehicle-acceptance#{VIOLATION.id[:12]}",
        "      severity high, certainty high, reading high",
        "      The notice makes a crash test in Japan a condition of sale.",
        "      ┃ “shall undergo a frontal crash test in Japan before they are offered for sale”",
        "      ┃ p. 1, item 2",
    ]


@pytest.mark.parametrize("list_all", [False, True])
def test_every_listed_finding_is_there(list_all: bool) -> None:
    of = report(list_all=list_all)
    assert all(f"{found.commitment}#{found.id[:12]}" in text(of) for found in of.listed)


def test_the_most_severe_finding_of_a_document_comes_first() -> None:
    shown = text(report())
    assert shown.index(REVIEW.id[:12]) < shown.index(COMPLIANT.id[:12])


def test_evidence_for_another_verdict_says_so() -> None:
    (block,) = [part for part in text(report()).split("\n\n") if REVIEW.id[:12] in part]
    assert "“追加の試験を要しないものとする”\n      ┃ p. 1, 第二条\n      ┃ These words speak for: Compliant" in block


def test_a_waiver_is_shown_beside_its_finding() -> None:
    (block,) = [part for part in text(report()).split("\n\n") if WAIVED.id[:12] in part]
    assert "✕ Violation (Waived) · Baseline tariff" in block
    assert "Accepted until 2026-06-30: Known misprint (reviewed by A. Reviewer, approved by B. Approver)" in block


def test_a_long_quote_is_cut_and_says_how_much_is_missing() -> None:
    long = document("long.txt", "x" * 350)
    found = finding(VEHICLES, long, Verdict.VIOLATION, "x" * 350)
    shown = text(report(documents=(long,), findings=(found,)))
    assert shown.count("x") >= 300
    assert "… (+50 characters)" in shown


def test_what_could_not_be_read_comes_with_a_hint() -> None:
    assert (
        "  filings/scan.pdf (Not checked)\n"
        "    Not read: the file asks for a password (E-ENCRYPTED)\n"
        "      What to do: save a copy without the password\n"
    ) in text(report())


def test_what_is_merely_worth_knowing_stands_apart() -> None:
    unread, notes = text(report()).split("── Notes on the reading")
    assert "I-ACTIVE-CONTENT" not in unread
    assert "a script in the file was not run (I-ACTIVE-CONTENT)" in notes


def test_a_note_that_several_documents_share_is_told_once_with_their_number() -> None:
    shown = text(report(documents=with_running_heads(3)))
    assert " ".join(shown.split("── Notes on the reading")[1].split("── Waivers")[0].replace("─", "").split()) == (
        "Worth knowing: running heads, feet or codes were left out of the text of 3 documents; `checker text` shows "
        "what was read (I-RUNNING-HEADS) "
        'filings/<b>"x"␛⟨U+202E⟩.txt: a script in the file was not run (I-ACTIVE-CONTENT)'
    )


def test_a_note_of_one_document_keeps_its_own_words() -> None:
    shown = " ".join(text(report(documents=with_running_heads(1))).split())
    assert (
        "filings/scan.pdf: running heads, feet or codes were left out of the text: “Page 1” (I-RUNNING-HEADS)" in shown
    )


def test_a_run_read_without_trouble_has_no_such_section() -> None:
    assert "What could not be read" not in text(report(documents=(NOTICE_DOC,), findings=(), problems=()))


def test_documents_without_a_listed_finding_are_counted() -> None:
    assert "1 document has nothing to list." in text(report(documents=(NOTICE_DOC,), findings=()))


def test_counts_that_are_not_listed_name_the_option_that_lists_them() -> None:
    assert "○ Not addressed        2  counted, not listed; --all lists them" in text(report())
    assert "counted, not listed" not in text(report(list_all=True))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_a_hundred_columns(lang: str, color: bool) -> None:
    lines = COLOR.sub("", text(report(list_all=True), lang=lang, color=color)).split("\n")
    assert max(columns(line) for line in lines) <= 100


def test_colours_change_nothing_but_the_colours() -> None:
    plain, coloured = text(report()), text(report(), color=True)
    assert "\x1b[1;31m" in coloured
    assert COLOR.sub("", coloured) == plain


def test_words_of_a_document_reach_no_terminal_and_no_build_service() -> None:
    commands = "::error::stop ##vso[task.complete] ##[group]"
    doc = document(f"{commands}\x1b]0;title\x07\u202e.txt", f"{'word ' * 17}{commands} \x1b[2J\u202e")
    doc = replace(doc, problems=(Problem("W-HIDDEN-TEXT", f"hidden: {commands}", commands),))
    shown = text(report(documents=(doc, HOSTILE_DOC), findings=(finding(VEHICLES, doc, Verdict.VIOLATION, doc.text),)))
    assert not UNSEEN & {ord(character) for character in shown}
    assert not [mark for mark in ("::", "##vso[", "##[") if mark in shown]
    assert "“word word" in shown
    assert shown.count(": :error: :stop # #vso[task.complete] # #[group]") >= 3


def test_facts_come_with_where_they_are_from() -> None:
    heading = text(report()).split("── filings/省令")[0].replace("\n", " ")
    assert "issuer: Ministry of Land, Infrastructure, Transport and Tourism (from its text)" in heading
    assert "date: 2026-03-02 (as stated by you)" in heading


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="reports are written in en or ja, not in 'fr'"):
        Options(lang="fr")
