"""Issuer, date of issue, languages and title: read from the head and the foot, outranked by what is stated."""

from __future__ import annotations

import pytest

from checker.ingest import Issuers, Stated
from checker.model.document import Document, Fact, Origin
from tests.ingest.pdfs import column, pdf, reading

KNOWN: Issuers = (
    ("President of the United States", ("Executive Order", "Proclamation", "The White House")),
    ("Department of Commerce", ("Commerce Department", "Bureau of Industry and Security", "Secretary of Commerce")),
    ("国土交通省", ("国交省", "国土交通大臣")),
)
BODY = (
    "\n\nThe Secretary of Commerce shall, in consultation with the United States Trade Representative, determine "
    "whether modifications are necessary, as provided in the order of July 30, 2025, and shall publish them.\n"
)


def document_of(text: str, stated: Stated | None = None) -> Document:
    return reading(text.encode(), "notice.txt", KNOWN, stated).document


def issuer_of(text: str) -> str | None:
    issuer = document_of(text).issuer
    return issuer.value if issuer else None


def date_of(text: str) -> str | None:
    dated = document_of(text).dated
    return dated.value if dated else None


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("AGENCY: Bureau of Industry and Security, U.S. Department of Commerce.", "Department of Commerce"),
        ("AGENCY: Federal Maritime Commission.", "Federal Maritime Commission"),
        ("Rates of duty\nIssued by: Ministry of Finance, Japan", "Ministry of Finance, Japan"),
        ("Executive Order 14345 of September 4, 2025\nImplementing the Agreement", "President of the United States"),
        ("THE WHITE HOUSE\nFact sheet", "President of the United States"),
        ("DEPARTMENT OF COMMERCE\nInternational Trade Administration", "Department of Commerce"),
        ("Ministry of Economy, Trade and Industry\nNotice", "Ministry of Economy, Trade and Industry"),
        ("令和七年十二月十八日\n国土交通省物流・自動車局\n乗用車の受入れについて", "国土交通省"),
        ("発出者：公正取引委員会\n指針", "公正取引委員会"),
        ("令和8年2月16日\n公正取引委員会\n指針について", "公正取引委員会"),
        ("経済産業大臣　赤澤亮正\n告示第五号", "経済産業大臣"),
    ],
)
def test_an_issuer_named_in_the_head(head: str, issuer: str) -> None:
    assert issuer_of(head + BODY) == issuer


def test_the_subject_of_the_first_sentence_is_the_issuer() -> None:
    sentence = (
        "The Ministry of Land, Infrastructure, Transport and Tourism today decided that passenger vehicles made in the "
        "United States and certified there will be accepted for sale without additional testing."
    )
    assert issuer_of(sentence) == "Ministry of Land, Infrastructure, Transport and Tourism"


@pytest.mark.parametrize(
    "text",
    [
        "Vehicles\n\nIt is agreed that the Department of Commerce was consulted about the rate of duty.",
        "Japan and the United States agreed on a rate of 15 percent.",
        "経済産業省が公表した資料によれば、関税率は15％である。",
    ],
)
def test_a_body_that_is_only_mentioned_is_not_the_issuer(text: str) -> None:
    assert issuer_of(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tuesday, September 9, 2025\nExecutive Order 14345 of September 4, 2025\nImplementing" + BODY, "2025-09-04"),
        ("NOTICE\nDated: September 3, 2025." + BODY, "2025-09-03"),
        ("NOTICE\nOctober 28, 2025" + BODY, "2025-10-28"),
        ("FOR IMMEDIATE RELEASE: October 28, 2025" + BODY, "2025-10-28"),
        ("TOKYO, December 18, 2025 - The company announced a plan." + BODY, "2025-12-18"),
        ("令和8年2月16日　経済産業省\n乗用車の受入れについて", "2026-02-16"),
        ("乗用車の受入れについて\n令和七年十二月十八日（木）\n本文", "2025-12-18"),
        ("NOTICE" + BODY + "THE WHITE HOUSE,\nSeptember 4, 2025.\n", "2025-09-04"),
        ("NOTICE" + BODY + "[FR Doc. 2025–17389 Filed 9–8–25; 11:15 am]", "2025-09-08"),
        ("Tuesday, September 9, 2025" + BODY, "2025-09-09"),
    ],
)
def test_the_date_of_issue(text: str, iso: str) -> None:
    assert date_of(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "NOTICE" + BODY,
        "The rate applies from September 9, 2025 to all vehicles.",
        "関税率は、2025年9月16日から適用する。",
        "The order of September 9, 2025, is amended.",
        "乗用車の受入れについて\n2025年4月2日の大統領令による措置",
        "NOTICE\n2025年4月2日付大統領令に基づく措置",
        "NOTICE\nOctober 28, 2025 rates remain" + BODY,
    ],
)
def test_a_date_in_a_sentence_is_not_the_date_of_issue(text: str) -> None:
    assert date_of(text) is None


def test_facts_say_where_they_stand() -> None:
    document = document_of("Rates\nTHE WHITE HOUSE\n\nOctober 28, 2025" + BODY)
    assert document.issuer == Fact("President of the United States", Origin.TEXT, "line 2")
    assert document.dated == Fact("2025-10-28", Origin.TEXT, "line 4")


def test_a_stated_value_wins() -> None:
    stated = Stated(issuer="Embassy of Japan", dated="2026-01-02", language="ja")
    document = document_of("THE WHITE HOUSE\nOctober 28, 2025" + BODY, stated)
    assert document.issuer == Fact("Embassy of Japan", Origin.STATED)
    assert document.dated == Fact("2026-01-02", Origin.STATED)
    assert document.languages == ("ja",)


def test_the_author_of_a_pdf_counts_only_if_known() -> None:
    words = column(72, 700, ["Rates of duty."])
    known = reading(pdf(words, author="Bureau of Industry and Security"), known=KNOWN).document
    assert known.issuer == Fact("Department of Commerce", Origin.METADATA)
    assert reading(pdf(words, author="M. Tanaka"), known=KNOWN).document.issuer is None


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The rate shall be 15 percent.", ("en",)),
        ("関税率は15％とする。", ("ja",)),
        ("関税定率法", ("ja",)),
        ("The rate shall be 15 percent.\n関税率は、日本国産の乗用車について15％とする。", ("en", "ja")),
        ("WTO協定及びGATTに基づく関税率は、日本国産の乗用車について15％とする。", ("ja",)),
        ("Der Zollsatz wird auf Waren aus Japan angewendet und ist mit dem Abkommen vereinbar. " * 12, ()),
        ("15 % 25 % 9903.01.63", ()),
    ],
)
def test_languages_by_their_letters_and_small_words(text: str, languages: tuple[str, ...]) -> None:
    assert document_of(text).languages == languages


def test_a_text_in_another_language_is_told() -> None:
    german = "Der Zollsatz wird auf Waren aus Japan angewendet und ist mit dem Abkommen vereinbar. " * 12
    (problem,) = document_of(german).problems
    assert problem.code == "W-LANGUAGE"
    assert problem.message.startswith("the text seems to be neither English nor Japanese")
    assert document_of(german, Stated(language="en")).problems == ()


def test_both_languages_are_seen_in_a_long_document_wherever_they_stand() -> None:
    english = "The rate of duty that applies to vehicles of Japan shall be 15 percent.\n" * 300
    japanese = "日本国産の乗用車に適用する関税率は、15％とする。\n" * 300
    assert document_of(english + japanese).languages == ("en", "ja")


def test_the_title_is_the_last_line_before_the_text() -> None:
    head = "Presidential Documents\n\nExecutive Order 14345 of September 4, 2025\nImplementing the Agreement"
    assert document_of(head + BODY).title == "Implementing the Agreement"


@pytest.mark.parametrize(
    ("title", "expected"), [("Rates of Duty", "Rates of Duty"), ("final_v3.docx", "Order"), ("", "Order")]
)
def test_the_title_noted_in_a_pdf_unless_it_is_a_file_name(title: str, expected: str) -> None:
    words = column(
        72, 700, ["Order", "", "The rate of duty shall be 15 percent, and it shall be so from today on. " * 2]
    )
    assert reading(pdf(words, title=title, points=6)).document.title == expected
