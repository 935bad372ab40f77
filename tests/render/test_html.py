from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from checker.fingerprint import finding_sha
from checker.model.document import Fact, Origin, Problem
from checker.model.finding import Finding, Silence, Verdict
from checker.model.report import Report
from checker.render import RENDERERS, Options, view_findings, view_matrix
from checker.render.colour import contrast
from checker.render.visible import UNSEEN
from checker.resources import data
from tests.render.factory import (
    COMPLIANT,
    NOTICE_DOC,
    ORDINANCE_DOC,
    REVIEW,
    RULES,
    SCAN_DOC,
    SOFTWARE,
    SOURCE,
    TARIFF,
    VEHICLES,
    VIOLATION,
    WAIVED,
    document,
    finding,
    report,
    webp,
    with_running_heads,
)
from tests.render.pages import Element, Page

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])


def source(of: Report, lang: str = "en", command: str = "checker check filings") -> str:
    return RENDERERS["html"](of, Options(lang=lang, command=command)).decode()


def page(of: Report, lang: str = "en", command: str = "checker check filings") -> Page:
    return Page(source(of, lang, command))


def card(of: Page, found: Finding) -> Element:
    return of.by_id(f"f-{found.id[:12]}")


# One file, nothing from outside, nothing run but its own script


@LANGUAGES
def test_the_page_holds_no_inline_style_or_handler_and_loads_nothing(lang: str) -> None:
    shown = page(report(list_all=True), lang)
    names = {name for element in shown.elements for name in element.attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert not names & {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping"}
    assert {element.tag for element in shown.elements}.isdisjoint({"link", "base", "iframe", "object", "embed", "form"})
    loaded = [element.attributes["href"] for element in shown.elements if element.tag in ("image", "use")]
    assert all(address.startswith("data:image/webp;base64,") for address in loaded)


@LANGUAGES
def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(lang: str) -> None:
    shown = page(report(), lang)
    (style,), (island, script) = shown.all("style"), shown.all("script")
    assert island.attributes["type"] == "application/json"
    (policy,) = shown.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src '{sha256(style.text)}'; script-src '{sha256(script.text)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_stands_before_anything_it_governs() -> None:
    text = source(report())
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script>")


def test_assets_ask_for_nothing_from_outside() -> None:
    assets = [file for file in sorted((data("reports") / "html").iterdir()) if file.suffix in (".css", ".js")]
    assert len(assets) >= 7
    for file in assets:
        asset = file.read_text("utf-8")
        assert not re.search(r"https?:/|//[a-z]|url\(|@import|fetch|XMLHttp|innerHTML|document\.write|eval", asset), (
            file
        )


def test_no_template_switches_escaping_off() -> None:
    templates = sorted((data("reports") / "html").glob("*.j2"))
    assert len(templates) >= 8
    for template in templates:
        text = template.read_text("utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup|\braw\b", text), template.name
        assert not re.search(r"""=\{\{|=\s*\{%""", text), f"an attribute without quotes in {template.name}"


def test_words_of_a_document_stay_words() -> None:
    text = source(report())
    assert text.count("<script>") == 1
    assert "&lt;script&gt;window.pwned = 1&lt;/script&gt;" in text
    assert "{{ 7 * 7 }}" in text
    assert "<img" not in text
    assert not UNSEEN & {ord(character) for character in text}
    assert "␛[2J␇ ⟨U+202E⟩txet⟨U+202C⟩ ⟨U+D800⟩" in text


def test_a_link_leads_only_to_the_web_or_into_the_page() -> None:
    source_of_evil = replace(SOURCE, url="javascript:alert(1)")
    rules = replace(RULES, instruments={SOURCE.id: source_of_evil})
    assert all(re.match(r"#|https?://", link) for link in links(page(report())))
    assert all(link.startswith("#") for link in links(page(report(rules=rules))))


def links(shown: Page) -> list[str]:
    return [element.attributes["href"] for element in shown.all("a")]


def test_a_link_out_tells_the_other_side_nothing() -> None:
    out = [element for element in page(report()).all("a") if element.attributes["href"].startswith("http")]
    assert out
    assert {element.attributes["rel"] for element in out} == {"noopener noreferrer"}


# Structure


@LANGUAGES
@pytest.mark.parametrize("list_all", [False, True])
def test_every_anchor_is_unique_and_every_link_into_the_page_arrives(lang: str, list_all: bool) -> None:
    shown = page(report(list_all=list_all), lang)
    ids = [element.attributes["id"] for element in shown.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    into = {link[1:] for link in links(shown) if link.startswith("#") and not link.startswith("#v=")}
    assert into <= set(ids)
    labels = [
        element.attributes["aria-labelledby"] for element in shown.elements if "aria-labelledby" in element.attributes
    ]
    assert set(labels) <= set(ids)


@LANGUAGES
def test_the_page_is_built_for_every_reader(lang: str) -> None:
    shown = page(report(), lang)
    (html,), (title, *_), (_,) = shown.all("html"), shown.all("title"), shown.all("main")
    assert html.attributes["lang"] == lang
    assert title.text
    levels = [int(element.tag[1]) for element in shown.elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    (skip,) = shown.all("a", class_="skip")
    assert skip.attributes["href"] == "#findings"
    assert {status.attributes["aria-live"] for status in shown.all("output")} == {"polite"}
    assert all("scope" in element.attributes for element in shown.all("th"))


def test_the_sections_come_in_the_order_of_a_reviewer_s_questions() -> None:
    sections = [element.attributes["id"] for element in page(over_time()).all("section")]
    order = ["verdicts", "unread", "status", "commitments", "matrix", "findings"]
    assert sections == [*order, "timeline", "documents", "reviews", "method", "provenance"]


@LANGUAGES
def test_every_quote_says_its_language(lang: str) -> None:
    quotes = page(report(), lang).all("blockquote")
    assert {quote.attributes["lang"] for quote in quotes} == {"en", "ja"}
    assert all(
        quote.attributes["lang"] == ("ja" if re.search(r"[ぁ-んァ-ヶ一-龠]", quote.text) else "en") for quote in quotes
    )


# Content


@LANGUAGES
@pytest.mark.parametrize("list_all", [False, True])
def test_every_listed_finding_is_on_the_page(lang: str, list_all: bool) -> None:
    of = report(list_all=list_all)
    shown = page(of, lang)
    for found in of.listed:
        assert found.id in card(shown, found).text


def test_the_header_says_what_was_checked_against_what() -> None:
    (header,) = page(report()).all("header", class_="top")
    for words in (
        "2 violations (1 of them waived), 1 needs review",
        "Checked against Fact sheet of 28 October 2025",
        "2026-04-01",
        "us-japan-2025 0.1.0 (sha256 abababababab…)",
        "0.1.0",
    ):
        assert words in header.text


def banners(of: Report) -> list[str]:
    return [element.text.split()[0] for element in page(of).all("p", class_="banner")]


def test_banners_stand_above_everything() -> None:
    assert banners(report(interrupted=True)) == ["INCOMPLETE", "Not"]
    assert banners(report()) == ["Not"]
    assert banners(report(documents=(NOTICE_DOC,), findings=(VIOLATION,), problems=())) == []


def test_a_run_in_which_nothing_was_checked_does_not_look_clean() -> None:
    nothing = page(report(documents=(), findings=(), problems=()))
    assert [banner.text.strip().split("\n")[0] for banner in nothing.all("p", class_="banner")] == [
        "Nothing was checked See what could not be read, and what to do about it"
    ]
    assert "There was no document to read." in nothing.by_id("unread").text
    assert banners(report(documents=(SCAN_DOC,), findings=())) == ["Nothing"]


def test_tiles_count_every_verdict_and_lead_to_what_is_listed() -> None:
    shown = page(report())
    tiles = [(tile, shown.inside(tile, "a")) for tile in shown.inside(shown.by_id("verdicts"), "li")]
    counted = [(tile.text.split()[:2], bool(links)) for tile, links in tiles]
    assert counted == [
        (["✕", "2"], True),
        (["▲", "1"], True),
        (["▨", "4"], True),
        (["✓", "2"], True),
        (["○", "2"], False),
        (["◇", "1"], False),
    ]
    assert "counted, not listed" in tiles[4][0].text


def test_what_could_not_be_read_comes_with_the_next_step() -> None:
    shown = page(report())
    scan = next(item for item in shown.all("article", class_="unread") if "scan.pdf" in item.text)
    assert "Not read: the file asks for a password E-ENCRYPTED" in " ".join(scan.text.split())
    assert "What to do: save a copy without the password" in scan.text


def test_the_least_read_document_is_told_first() -> None:
    turned = report(documents=report().documents[::-1])
    unread = [item.text for item in page(turned).all("article", class_="unread")]
    assert ["W-HIDDEN-TEXT" in item for item in unread] == [False, False, True, False]
    assert "The run as a whole" in unread[-1]


def test_what_is_merely_worth_knowing_stands_beside_its_document() -> None:
    shown = page(report())
    assert "I-ACTIVE-CONTENT" not in shown.by_id("unread").text
    assert "a script in the file was not run" in shown.by_id("d-4").text


def test_a_note_that_several_documents_share_is_told_once_and_each_keeps_its_code() -> None:
    shown = page(report(documents=with_running_heads(3)))
    section = shown.by_id("documents").text
    assert "left out of the text of 3 documents; `checker text` shows what was read (I-RUNNING-HEADS)" in section
    assert "“Page 1”" not in section
    rows = [" ".join(shown.by_id(f"d-{number}").text.split()) for number in (1, 2, 3, 4)]
    assert ["I-RUNNING-HEADS" in row for row in rows] == [False, True, True, True]
    assert "a script in the file was not run I-ACTIVE-CONTENT I-RUNNING-HEADS" in rows[3]
    assert rows[0].endswith("none")


def test_a_run_without_trouble_says_that_too() -> None:
    shown = page(report(documents=(NOTICE_DOC,), findings=(), problems=()))
    assert "every document was read in full" in shown.by_id("unread").text


def test_commitments_stand_under_the_headings_of_the_source() -> None:
    shown = page(report())
    section = shown.by_id("commitments")
    assert [heading.text for heading in shown.inside(section, "h3")] == [
        "STRENGTHENING U.S. MANUFACTURING AND EXPORTS",
        "THE DEALMAKER IN CHIEF",
    ]
    vehicles = shown.by_id("c-vehicle-acceptance")
    assert "Government of Japan · Duty to act, committed" in vehicles.text
    (tallies,) = shown.inside(vehicles, "ul", class_="tallies")
    assert tallies.text.split("\n")[1:-1] == [
        "✕ Violation: 1",
        "▲ Needs review: 1",
        "▨ Not checked: 1",
        "✓ Compliant: 1",
    ]


def test_the_matrix_shows_every_pair_and_tells_silence_from_unread() -> None:
    shown = page(report())
    (table,) = shown.all("table", class_="matrix")
    rows = [[cell.text for cell in shown.inside(row, "td")] for row in shown.inside(table, "tr")]
    assert rows == [[], ["✕V", "▲R", "▨U", "✓C"], ["○N", "▨U", "▨U", "○N"], ["◇X", "✓C", "▨U", "✕V"]]
    linked = [cell for cell in shown.inside(table, "td") if shown.inside(cell, "a")]
    assert len(linked) == len(report().listed)


def test_a_pair_that_was_never_reached_is_not_checked() -> None:
    shown = page(report(findings=(VIOLATION,), interrupted=True))
    cells = shown.all("td", class_="not_checked")
    assert len(cells) == len(RULES.commitments) * len(report().documents) - 1


def test_what_no_document_speaks_of_stands_together_and_has_no_row() -> None:
    of = report(documents=(NOTICE_DOC,), findings=(VIOLATION,), silences={NOTICE_DOC.path: Silence()}, problems=())
    shown = page(of)
    (table,) = shown.all("table", class_="matrix")
    assert [row.text for row in shown.inside(table, "th", scope="row")] == [VEHICLES.title.en]
    assert "2 further commitments have no row" in shown.by_id("matrix").text
    (one, other) = shown.all("details", class_="silent")
    assert "says anything about 1 commitment under" in one.text
    assert SOFTWARE.title.en in one.text
    assert TARIFF.title.en in other.text


def test_a_document_that_says_nothing_has_no_column_and_is_counted() -> None:
    quiet = replace(NOTICE_DOC, path="quiet.pdf")
    silences = {NOTICE_DOC.path: Silence(), quiet.path: Silence()}
    shown = page(report(documents=(NOTICE_DOC, quiet), findings=(VIOLATION,), silences=silences))
    matrix = shown.by_id("matrix")
    assert len(shown.inside(matrix, "th", scope="col")) == 2
    assert "1 further document has no column: it was read" in matrix.text
    nothing = page(report(documents=(quiet,), findings=(), silences={quiet.path: Silence()}))
    assert not nothing.all("table", class_="matrix")


def test_more_documents_than_columns_stand_together_by_month() -> None:
    documents = tuple(
        replace(NOTICE_DOC, path=f"{number:03}.pdf", dated=Fact(f"2026-0{1 + number % 3}-11", Origin.TEXT))
        for number in range(view_matrix.COLUMNS)
    )
    documents += (replace(NOTICE_DOC, path="undated.pdf", dated=None),)
    verdicts = (Verdict.COMPLIANT, Verdict.NEEDS_REVIEW, Verdict.VIOLATION)
    findings = tuple(
        finding(VEHICLES, each, verdicts[number % 3], "frontal crash test") for number, each in enumerate(documents)
    )
    silences = {each.path: Silence() for each in documents}
    shown = page(report(documents=documents, findings=findings, silences=silences))
    (table,) = shown.all("table", class_="matrix")
    heads = [head.text.strip() for head in shown.inside(table, "th", scope="col")]
    assert heads == ["Commitment", "2026-01", "2026-02", "2026-03", "no date"]
    cells = shown.inside(table, "td")
    assert [cell.text for cell in cells] == ["✓C 20", "▲R 20", "✕V 20", "✓C 1"]
    assert "#v=needs_review&c=vehicle-acceptance&m=2026-02" in links(shown)
    assert "61 documents speak of commitments" in shown.by_id("matrix").text


def over_time() -> Report:
    """Two documents of different dates that speak of one commitment."""
    later = replace(NOTICE_DOC, path="later.pdf", dated=Fact("2026-03-22", Origin.TEXT))
    findings = (VIOLATION, finding(VEHICLES, later, Verdict.COMPLIANT, "frontal crash test"))
    silences = {each.path: Silence() for each in (NOTICE_DOC, later)}
    return report(documents=(NOTICE_DOC, later), findings=findings, silences=silences)


def test_the_course_of_a_commitment_runs_from_document_to_document() -> None:
    shown = page(over_time())
    section = shown.by_id("timeline")
    (strip,) = shown.inside(section, "svg", class_="strip")
    assert strip.attributes["aria-label"] == "2026-03-02 Violation, 2026-03-22 Compliant"
    drawn = [(one.attributes["class"], one.attributes["x"]) for one in shown.inside(strip, "rect")]
    assert drawn == [("violation", "0.0"), ("compliant", "666.7")]  # 20 of the 30 days up to the date of the report
    assert "2026-03-02 ✕ Violation" in section.text
    twin = [[cell.text for cell in shown.inside(row, "td")] for row in shown.inside(section, "tr")][1:]
    assert twin == [["2026-03-02", "Violation", "filings/notice-12.pdf"], ["2026-03-22", "Compliant", "later.pdf"]]


def test_without_two_dates_nothing_is_drawn_over_time() -> None:
    assert not [one for one in page(report()).all("section") if one.attributes["id"] == "timeline"]


@LANGUAGES
def test_the_status_of_a_heading_is_drawn_told_and_tabled(lang: str) -> None:
    shown = page(report(), lang)
    section = shown.by_id("status")
    rows = [[cell.text for cell in shown.inside(row, "td")] for row in shown.inside(section, "tr")][1:]
    assert rows == [["1", "0", "1", "0", "0", "0"], ["1", "0", "0", "0", "0", "0"]]
    strips = shown.inside(section, "svg", class_="strip")
    assert [[one.attributes["class"] for one in shown.inside(strip, "rect")] for strip in strips] == [
        ["violation", "not_checked"],
        ["violation"],
    ]
    assert all(strip.attributes["role"] == "img" and strip.attributes["aria-label"] for strip in strips)


def test_a_finding_shows_the_promise_beside_the_passage() -> None:
    shown = page(report())
    violation = card(shown, VIOLATION)
    (promise,) = shown.inside(violation, "div", class_="promise")
    (passages,) = shown.inside(violation, "div", class_="passages")
    for words in (
        VEHICLES.quote,
        "Government of Japan",
        "United States",
        "Duty to act",
        "committed, in the words “commitment to accept”",
        "Fact sheet of 28 October 2025",
        f"characters 100 to {100 + len(VEHICLES.quote)} of the source text",
    ):
        assert words in promise.text
    (mark,) = shown.inside(violation, "mark")
    assert mark.text == "shall undergo a frontal crash test in Japan before they are offered for sale"
    assert "Vehicles manufactured in the United States and certified there shall undergo" in passages.text
    assert "The test is carried out by the Agency. Fees are set by ordinance." in passages.text
    assert "p. 1, item 2" in passages.text
    assert "The notice makes a crash test in Japan a condition of sale." in violation.text
    assert "How sure the rule is: high" in violation.text
    assert "How well the text was read: high" in violation.text


def test_the_reasoning_is_an_ordered_list() -> None:
    shown = page(report())
    (trace,) = shown.inside(card(shown, VIOLATION), "ol")
    assert [" ".join(step.text.split()) for step in shown.inside(trace, "li")] == [
        "shall undergo → modality required (criterion of the rule: statement)",
        "criterion → met",
    ]


def test_the_page_picture_is_embedded_with_a_box_around_each_line() -> None:
    shown = page(report())
    (picture,) = shown.all("svg", class_="crop")
    assert picture.attributes["viewbox"] == "60.00 100.00 480.00 80.00"
    assert picture.attributes["aria-label"] == "Page 1 of filings/notice-12.pdf, with the quoted words outlined"
    (image,) = shown.inside(picture, "image")
    assert base64.b64decode(image.attributes["href"].partition(",")[2]) == webp()
    first, second = (rectangle.attributes for rectangle in shown.inside(picture, "rect"))
    assert (first["x"], first["y"], first["width"], first["height"]) == ("71.00", "119.50", "453.12", "13.50")
    assert (second["x"], second["y"]) == ("71.00", "133.50")


def test_evidence_for_another_verdict_says_so() -> None:
    shown = page(report())
    asides = shown.inside(card(shown, REVIEW), "span", class_="aside")
    assert [aside.text for aside in asides] == ["These words speak for: Compliant"]


def test_a_waived_finding_stays_listed_with_its_waiver() -> None:
    waived = card(page(report()), WAIVED)
    assert "Waived" in waived.text
    assert "Accepted until 2026-06-30: Known misprint (reviewed by A. Reviewer, approved by B. Approver)" in waived.text


def test_a_review_without_quoted_words_says_so() -> None:
    silent = replace(REVIEW, evidence=())
    shown = page(report(findings=(silent,)))
    assert "No words of the document are quoted" in card(shown, silent).text


def test_documents_come_with_their_facts_and_where_they_are_from() -> None:
    shown = page(report())
    notice = shown.by_id("d-1").text
    assert "Ministry of Land, Infrastructure, Transport and Tourism (from its text)" in notice
    assert "2026-03-02 (as stated by you)" in notice
    assert "Read in part" in shown.by_id("d-2").text
    assert "the file asks for a password" in shown.by_id("d-3").text


def test_the_provenance_says_how_to_get_the_same_page_again() -> None:
    provenance = page(report()).by_id("provenance").text
    for words in (
        "checker check filings",
        "ab" * 32,
        SCAN_DOC.sha256,
        "a separate process with limits on time and memory",
    ):
        assert words in provenance
    assert "checker check" not in page(report(), command="").by_id("provenance").text


def test_an_isolation_this_page_has_no_words_for_is_shown_as_it_is() -> None:
    assert "sandbox-9" in page(report(isolation="sandbox-9")).by_id("provenance").text


# Limits, filter, colours


def test_beyond_the_limit_findings_stand_in_the_data_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.render.as_html.FULL", 2)
    shown = page(report())
    findings = shown.by_id("findings")
    assert len(shown.inside(findings, "article", class_="finding")) == 2
    assert "The 2 most severe of 5 findings stand below." in findings.text
    assert COMPLIANT.id not in findings.text
    assert COMPLIANT.id in {finding["id"] for finding in island(shown)["findings"]}


def island(of: Page) -> Any:
    return json.loads(of.by_id("data").text)


@LANGUAGES
def test_the_data_hold_every_finding_in_full_with_its_words(lang: str) -> None:
    data = island(page(report(), lang))
    full = [found for found in report().listed if found.verdict is not Verdict.NOT_CHECKED]
    assert {finding["id"] for finding in data["findings"]} == {found.id for found in full}
    assert data["run"]["id"] == report().run_id
    shown = {finding["id"]: finding for finding in data["findings"]}
    assert shown[VIOLATION.id]["passages"][0]["words"].startswith("shall undergo a frontal crash test in Japan")
    assert shown[VIOLATION.id]["sha"] == finding_sha(VIOLATION)
    assert data["commitments"][0]["promise"]["quote"]["text"] == VEHICLES.quote
    assert data["documents"][0]["sha256"] == NOTICE_DOC.sha256


def test_decisions_name_the_json_output_of_the_same_run() -> None:
    options = Options(command="checker check filings")
    results = hashlib.sha256(RENDERERS["json"](report(), options)).hexdigest()
    assert island(page(report()))["run"]["results_sha256"] == results


def test_large_data_are_packed_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = island(page(report()))
    monkeypatch.setattr("checker.render.island.PLAIN_BYTES", 10)
    packed = page(report()).by_id("data")
    assert packed.attributes["data-packed"] == "gzip"
    assert json.loads(gzip.decompress(base64.b64decode(packed.text))) == plain


def test_waivers_and_decisions_are_listed_with_what_is_to_be_said_about_them() -> None:
    rows = [" ".join(row.text.split()) for row in page(report()).all("tr")]
    (active,) = [row for row in rows if "reviews/baseline-tariff.yaml:4" in row]
    (ended,) = [row for row in rows if "reviews/baseline-tariff.yaml:12" in row]
    assert "waived in effect" in active
    assert "approved by B. Approver" in active
    assert "waived without effect in this run" in ended
    assert "Expired: this waiver ended on 2025-12-31; its findings count again" in ended
    assert "No decision is recorded yet." in page(report(findings=(), decisions=(), notices=())).by_id("reviews").text


def test_beyond_the_second_limit_the_page_names_the_output_that_holds_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_findings, "LINES", 1)
    shown = page(report())
    assert "3 further findings are not on this page; they are in the JSON output." in shown.by_id("findings").text


def test_each_tile_narrows_the_list_to_its_verdict() -> None:
    shown = page(report())
    tiles = [tile.attributes["href"] for tile in shown.all("a", class_="tile")]
    assert tiles == ["#v=violation", "#v=needs_review", "#v=not_checked", "#v=compliant"]
    (verdicts,) = shown.all("select", **{"data-key": "v"})
    choices = [choice.attributes["value"] for choice in shown.inside(verdicts, "option")]
    assert choices == ["", "violation", "needs_review", "not_checked", "compliant"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_stands_out_from_every_ground(scheme: str) -> None:
    style = (data("reports") / "html" / "colours.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--([\w]+): (#[0-9a-f]{6});", block)) for block in style.split(":root")[1:3])
    colours = light if scheme == "light" else {**light, **dark}
    inks = ["ink", "soft", "link", *(verdict.value for verdict in Verdict)]
    pairs = [(ink, ground) for ink in inks for ground in ("paper", "sunken")] + [("ink", "mark")]
    weak = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    assert weak == []


def test_hundreds_of_hostile_documents_still_give_one_sound_page() -> None:
    documents = tuple(document(f'a"{number}<i>.txt', "x \" <b> & ' y") for number in range(view_findings.FULL + 1))
    findings = tuple(finding(VEHICLES, doc, Verdict.NEEDS_REVIEW, '" <b> &') for doc in documents)
    problems = (Problem("W-X", "<u>"),)
    shown = page(report(documents=documents, findings=findings, problems=problems))
    assert len(shown.all("article", class_="finding")) == view_findings.FULL
    assert {element.tag for element in shown.elements}.isdisjoint({"i", "b", "u"})
    assert ORDINANCE_DOC.path not in shown.source
