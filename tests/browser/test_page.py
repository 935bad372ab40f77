"""What a reviewer does with the page, in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker.model.baseline import Comparison, Novelty
from checker.model.finding import Verdict
from checker.reviews.export import parse
from checker.reviews.incoming import receive
from tests.browser.conftest import Open, Opened
from tests.browser.reports import many
from tests.render.factory import FINDINGS, REVIEW, VIOLATION, report

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])
PHONE = {"width": 320, "height": 640}
PLAIN = report(findings=tuple(f for f in FINDINGS if f.waiver is None), decisions=(), notices=())


def shown(opened: Opened) -> list[str]:
    """The anchors of the findings in the list, as they stand."""
    anchors: list[str] = opened.page.eval_on_selector_all("#list > .finding", "cards => cards.map(card => card.id)")
    return anchors


def anchor(of: Any) -> str:
    return f"f-{of.id[:12]}"


# One file, nothing from outside, nothing that a document says is run


@LANGUAGES
def test_it_opens_from_disk_asks_for_nothing_and_complains_of_nothing(opened: Open, lang: str) -> None:
    page = opened(report(list_all=True), lang=lang)
    page.page.wait_for_load_state("networkidle")
    assert [each for each in page.requests if not each.startswith(("file:", "data:"))] == []
    assert page.complaints == []


def test_words_of_a_document_are_not_run(opened: Open) -> None:
    page = opened(report(list_all=True), "v=compliant")
    assert page.page.evaluate("typeof window.pwned") == "undefined"
    assert page.page.locator("main img, main script").count() == 0
    assert "<script>window.pwned = 1</script>" in page.page.locator("#list").inner_text()


def test_words_of_a_document_are_not_run_from_the_data_either(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.render.as_html.FULL", 0)
    monkeypatch.setattr("checker.render.view.FULL", 0)
    monkeypatch.setattr("checker.render.island.FULL", 0)
    page = opened(report(list_all=True))
    assert page.page.evaluate("typeof window.pwned") == "undefined"
    assert page.page.locator("main img, main script").count() == 0
    assert "<script>window.pwned = 1</script>" in page.page.locator("#list").inner_text()
    assert page.complaints == []


def test_the_policy_blocks_what_is_put_into_the_page(opened: Open) -> None:
    page = opened(report())
    page.page.evaluate(
        "() => { const made = document.createElement('script'); made.textContent = 'window.pwned = 1';"
        " document.body.append(made); const drawn = document.createElement('img');"
        " drawn.src = 'https://example.org/x.png'; document.body.append(drawn); }"
    )
    assert page.page.evaluate("typeof window.pwned") == "undefined"
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


# The list: filters, address, pages


def test_a_tile_narrows_the_list_and_the_address_keeps_it(opened: Open) -> None:
    page = opened(report())
    page.page.locator("a.tile.violation").click()
    assert page.page.evaluate("location.hash") == "#v=violation"
    assert shown(page) == [anchor(VIOLATION), *[anchor(f) for f in FINDINGS if f.waiver]]
    assert page.page.locator("#shown").inner_text() == "2 of 5 findings."
    page.page.get_by_role("button", name="Show all findings").click()
    assert len(shown(page)) == 5


def test_at_first_only_what_is_new_and_not_settled_is_shown(opened: Open) -> None:
    known = Comparison(novelty={VIOLATION.id: Novelty.NEW, REVIEW.id: Novelty.KNOWN}, since={REVIEW.id: "2026-01-01"})
    page = opened(report(baseline=known))
    settled = [anchor(found) for found in FINDINGS if found.waiver]
    assert anchor(VIOLATION) in shown(page)
    assert not {anchor(REVIEW), *settled} & set(shown(page))
    assert "3 of 5 findings: those that are new and not settled" in page.page.locator("#shown").inner_text()
    page.page.get_by_role("button", name="Show all findings").click()
    page.page.wait_for_function("document.querySelectorAll('#list > .finding').length === 5")
    assert {anchor(REVIEW), *settled} <= set(shown(page))


def test_a_link_to_a_settled_finding_leads_to_it(opened: Open) -> None:
    waived = next(found for found in FINDINGS if found.waiver)
    assert opened(report(), anchor(waived)).page.locator(f"#{anchor(waived)}").is_visible()


def test_a_month_of_the_matrix_narrows_the_list(opened: Open) -> None:
    page = opened(report(), "m=2026-03")
    assert shown(page) == [anchor(VIOLATION)]
    assert page.page.locator("[data-key=m]").input_value() == "2026-03"


def test_a_mailed_address_gives_the_same_list(opened: Open) -> None:
    first = opened(many(130))
    first.page.locator("[data-key=c]").select_option("smartphone-act")
    first.page.locator("[type=search]").fill("0001.pdf")
    first.page.wait_for_function("document.querySelectorAll('#list > .finding').length === 1")
    second = opened(many(130), first.page.evaluate("location.hash.slice(1)"))
    assert shown(second) == shown(first)
    assert len(shown(second)) == 1
    assert second.page.locator("[type=search]").input_value() == "0001.pdf"


def test_the_search_finds_words_in_both_widths_and_any_case(opened: Open) -> None:
    page = opened(report())
    page.page.locator("[type=search]").fill(["１５", "FRONTAL"][1])
    page.page.wait_for_function("document.querySelectorAll('#list > .finding').length === 1")
    assert shown(page) == [anchor(VIOLATION)]


def test_fifty_findings_stand_on_a_page_and_the_others_come_from_the_data(opened: Open) -> None:
    page = opened(many(130))
    first = shown(page)
    page.page.get_by_role("button", name="Next page").click()
    page.page.wait_for_function("document.getElementById('page-of').textContent.startsWith('page 2')")
    second = shown(page)
    assert (len(first), len(second), set(first) & set(second)) == (50, 50, set())
    assert page.page.locator("#page-of").inner_text() == "page 2 of 3"


def test_a_card_made_from_the_data_is_the_card_in_the_markup(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    read = "cards => cards.map(card => card.innerText.replace(/\\s+/g, ' '))"
    static = opened(report(), "w=all").page.eval_on_selector_all("#list > .finding", read)
    for module in ("as_html", "view", "island"):
        monkeypatch.setattr(f"checker.render.{module}.FULL", 0)
    made = opened(report(), "w=all").page.eval_on_selector_all("#list > .finding", read)
    assert made == static
    assert len(made) == 5


def test_a_link_to_a_finding_leads_to_it_on_whatever_page_it_stands(opened: Open) -> None:
    of = many(130)
    last = next(found for found in reversed(of.listed) if found.verdict is Verdict.COMPLIANT)
    page = opened(of, anchor(last))
    assert page.page.locator(f"#{anchor(last)}").is_visible()
    assert page.page.evaluate("document.activeElement.id") == anchor(last)


def test_large_data_are_unpacked(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.render.island.PLAIN_BYTES", 10)
    assert len(shown(opened(many(60), "p=2"))) == 10


# Decisions


def decide(page: Opened, reason: str = "Repealed in March.") -> None:
    card = page.page.locator(f"#{anchor(VIOLATION)}")
    card.get_by_role("button", name="Decide").click()
    card.locator("[name=action]").select_option("waive")
    card.locator("[name=expires]").fill("2026-09-01")
    card.locator("[name=approver]").fill("B. Mori")
    card.locator("[name=reason]").fill(reason)


def test_drafts_survive_a_reload_and_are_counted(opened: Open) -> None:
    page = opened(PLAIN)
    decide(page)
    page.page.on("dialog", lambda dialog: dialog.accept())
    page.page.reload()
    page.page.wait_for_selector("html.js")
    assert page.page.locator("#drafts").inner_text() == "Decisions not exported yet: 1"
    assert "Your draft: Waive" in page.page.locator(f"#{anchor(VIOLATION)}").inner_text()
    card = page.page.locator(f"#{anchor(VIOLATION)}")
    card.get_by_role("button", name="Decide").click()
    assert card.locator("[name=reason]").input_value() == "Repealed in March."


def test_exported_decisions_are_what_the_store_takes(opened: Open, tmp_path: Path) -> None:
    page = opened(PLAIN)
    decide(page, "「改正」 — repealed\nin March.")
    page.page.locator("#reviewer").fill("佐藤 A.")
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="Export decisions").click()
    assert waiting.value.suggested_filename == "decisions.json"
    file = tmp_path / "decisions.json"
    waiting.value.save_as(file)
    export = parse(file.read_bytes(), "decisions.json")
    received = receive(export, {found.id: found for found in PLAIN.listed}, export.exported_at)
    refused = [refusal.why for refusal in received.refusals]
    # A waiver may begin today only if it ends within 180 days of today; the test must not depend on the day it is run.
    assert all("180 days" in why or "ended on" in why for why in refused)
    assert (export.reviewer, export.run_id, export.decisions[0].reason) == (
        "佐藤 A.",
        PLAIN.run_id,
        "「改正」 — repealed\nin March.",
    )
    assert export.decisions[0].fingerprint == VIOLATION.id


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("#reviewer", "Enter your name first."),
        ("[name=reason]", "This decision is not complete"),
        ("[name=approver]", "This"),
    ],
)
def test_an_incomplete_decision_is_not_exported(opened: Open, missing: str, told: str) -> None:
    page = opened(PLAIN)
    decide(page)
    page.page.locator("#reviewer").fill("A. Sato")
    page.page.locator(missing).fill("")
    page.page.get_by_role("button", name="Export decisions").click()
    assert told in page.page.locator("#export-told").inner_text()


def test_a_citation_can_be_copied_as_text_and_as_data(opened: Open) -> None:
    page = opened(report(), permissions=["clipboard-read", "clipboard-write"])
    card = page.page.locator(f"#{anchor(VIOLATION)}")
    card.get_by_role("button", name="Copy citation").click()
    card.get_by_text("Copied.").wait_for()
    text = page.page.evaluate("navigator.clipboard.readText()")
    assert (
        "“shall undergo a frontal crash test in Japan before they are offered for sale” (filings/notice-12.pdf, p. 1"
        in text
    )
    assert VIOLATION.id[:12] in text
    card.get_by_role("button", name="Copy as JSON").click()
    page.page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('{'))")
    assert json.loads(page.page.evaluate("navigator.clipboard.readText()"))["finding"] == VIOLATION.id


# Keyboard, small windows, paper, no script


def test_the_keyboard_alone_leads_from_the_list_to_a_decision(opened: Open) -> None:
    page = opened(PLAIN)
    keys = page.page.keyboard
    keys.press("j")
    assert page.page.evaluate("document.activeElement.id") == anchor(VIOLATION)
    keys.press("j")
    assert page.page.evaluate("document.activeElement.id") == anchor(REVIEW)
    keys.press("k")
    keys.press("d")
    assert page.page.evaluate("document.activeElement.name") == "action"
    keys.press("Escape")
    assert page.page.evaluate("document.activeElement.dataset.act") == "decide"
    keys.press("?")
    assert page.page.locator("#help").is_visible()
    keys.press("Escape")
    keys.press("/")
    assert page.page.evaluate("document.activeElement.type") == "search"


def test_the_first_tab_skips_to_the_findings(opened: Open) -> None:
    page = opened(report())
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.getAttribute('href')") == "#findings"
    outline = page.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


@LANGUAGES
@pytest.mark.parametrize("list_all", [False, True])
def test_nothing_is_wider_than_a_small_window(opened: Open, lang: str, list_all: bool) -> None:
    page = opened(report(list_all=list_all), lang=lang, viewport=PHONE)
    page.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.page.locator("[data-act=decide]").first.click()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_what_is_pressed_is_large_enough(opened: Open) -> None:
    page = opened(report(), viewport=PHONE)
    small = page.page.eval_on_selector_all(
        "button, select, input, .tile, .matrix a, nav a, summary",
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24)"
        ".map(one => one.outerHTML)",
    )
    assert small == []


@LANGUAGES
def test_without_script_the_page_can_be_read(opened: Open, lang: str) -> None:
    page = opened(report(), lang=lang, java_script_enabled=False)
    for part in ("#verdicts", "#commitments", "#matrix", "#documents", f"#{anchor(VIOLATION)}"):
        assert page.page.locator(part).is_visible(), part
    assert page.page.locator("button").first.is_hidden()
    assert page.page.locator("noscript p").count() == 1


@LANGUAGES
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_print_edition_has_every_finding_on_paper(opened: Open, tmp_path: Path, lang: str, paper: str) -> None:
    from pypdfium2 import PdfDocument

    page = opened(report(), lang=lang, name="print")
    file = tmp_path / "printed.pdf"
    page.page.pdf(path=file, format=paper)
    with PdfDocument(file) as printed:
        text = "".join(each.get_textpage().get_text_range() for each in printed)
    flat = re.sub(r"\s", "", text)
    assert [found.id for found in report().listed if found.id not in flat] == []


# For every reader


AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("decisions", [False, True])
def test_axe_finds_nothing_to_mend(opened: Open, lang: str, scheme: str, decisions: bool) -> None:
    page = opened(report(list_all=True), lang=lang, color_scheme=scheme, bypass_csp=True)
    if decisions:
        page.page.locator("[data-act=decide]").first.click()
        page.page.locator("[name=action]").first.select_option("waive")
    page.page.add_script_tag(path=AXE)
    found = page.page.evaluate("axe.run()")
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found["violations"]] == []


def test_verdicts_are_told_apart_where_colours_are_forced(opened: Open) -> None:
    page = opened(report(), forced_colors="active")
    signs = page.page.eval_on_selector_all(".tile .shape", "all => all.map(one => one.textContent)")
    assert len(set(signs)) == 6
    border = page.page.evaluate("getComputedStyle(document.querySelector('.badge')).borderTopStyle")
    assert border == "solid"
