"""Japanese laws, notices and wrapped text."""

from __future__ import annotations

import pytest

from checker.model.provision import Kind
from tests.segment.told import headings, holding, lead_ins, provisions, told, words

RULES = """特定ソフトウェアに関する規則

（定義）
第二条　この規則において「事業者」とは、次に掲げる者をいう。
一　国内に本店を有する者
二　次のいずれかに該当する者
イ　米国に本店を有する者
ロ　その他の者
２　前項の規定は、次の各号に掲げる者には適用しない。ただし、長官が認めるときは、この限りでない。
一　清算中の者
二　休業中の者
（指定）
第三条（指定の基準）　指定は、利用者数による。
附則
第一条　この規則は、令和八年十月一日から施行する。
"""


@pytest.mark.parametrize(
    ("sought", "label"),
    [
        ("この規則において", "第二条第一項"),
        ("国内に本店", "第二条第一項第一号"),
        ("米国に本店", "第二条第一項第二号イ"),
        ("前項の規定", "第二条第二項"),
        ("休業中", "第二条第二項第二号"),
        ("指定は、", "第三条"),
        ("この規則は、", "附則第一条"),
    ],
)
def test_provisions_of_a_law_are_cited_as_lawyers_do(sought: str, label: str) -> None:
    assert holding(RULES, sought).label == label


def test_items_of_a_law_read_with_every_level() -> None:
    assert lead_ins(RULES, "米国に本店") == [
        "第二条　この規則において「事業者」とは、次に掲げる者をいう。",
        "二　次のいずれかに該当する者",
    ]


def test_a_proviso_follows_the_sentence_it_limits_and_leads_into_nothing() -> None:
    second = holding(RULES, "前項の規定")
    assert words(RULES, second.sentences) == [
        "２　前項の規定は、次の各号に掲げる者には適用しない。",
        "ただし、長官が認めるときは、この限りでない。",
    ]
    assert lead_ins(RULES, "休業中") == ["２　前項の規定は、次の各号に掲げる者には適用しない。"]


def test_captions_head_the_article_below_them_only() -> None:
    assert headings(RULES, "国内に本店") == ["特定ソフトウェアに関する規則", "（定義）"]
    assert headings(RULES, "指定は、") == ["特定ソフトウェアに関する規則", "（指定）", "第三条（指定の基準）"]
    assert headings(RULES, "この規則は、") == ["特定ソフトウェアに関する規則", "附則"]


def test_articles_in_arabic_digits_are_cited_in_arabic_digits() -> None:
    text = "第３条　指定は毎年行う。\n２　基準は、次のとおりとする。\n(1) 利用者数\n(2) 売上高\n"
    assert holding(text, "売上高").label == "第３条第２項(2)"
    assert lead_ins(text, "売上高") == ["２　基準は、次のとおりとする。"]


def test_a_list_inside_a_paragraph_is_cut_into_items() -> None:
    text = "次に掲げる者は、指定しない。(1) 国内の会社 (2) 清算中の会社\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM]
    assert lead_ins(text, "清算中") == ["次に掲げる者は、指定しない。"]


def test_notices_number_their_paragraphs_with_full_width_digits() -> None:
    text = "第１　考え方\n１　安全を重視する。\n（１）青少年を保護する。\nア　年齢を確認する。\n２　競争を重視する。\n"
    assert [label for _, label, _ in told(text)] == [
        "第１の見出し",
        "第１の１",
        "第１の１（１）",
        "第１の１（１）ア",
        "第１の２",
    ]


def test_a_wrapped_paragraph_is_one_provision() -> None:
    text = (
        "検査の取扱いについて\n\n米国で製造され、同国の安全基準への適合が証明された乗用自動車\n"
        "については、国内での販売前に追加の試験を求めない。ただし、１２．\n"
        "５％を超える排出がある場合（第三条第二項。以下「特例」という。）は、\nこの限りでない。\n"
    )
    _, paragraph = provisions(text)
    assert len(paragraph.sentences) == 2
    assert text[paragraph.sentences[1].start :].startswith("ただし")


def test_an_article_named_in_a_sentence_opens_nothing() -> None:
    text = "指針を改める。\n第三条の規定は、適用しない。\n第三章第二節中「検査」を削る。\n"
    assert [label for _, label, _ in told(text)] == ["第1段落", "第2段落", "第3段落"]


def test_a_date_at_the_start_of_a_line_is_no_mark() -> None:
    assert [kind for kind, _, _ in told("通知する。\n\n８ 月 １ 日から施行する。\n")] == [
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
    ]


def test_supplementary_provisions_in_one_line() -> None:
    assert holding("指針を改める。\n附則　この改正は、十月一日から適用する。\n", "この改正").label == "附則"
