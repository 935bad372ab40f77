"""Places in the language of the output: what a document calls a place stays, what we call it is told in Japanese."""

from __future__ import annotations

import re

_NUMBER = r"[A-Za-z]?\d+(?:[.\-–]\w+)*(?:\(\w+\))*"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(form), japanese)
    for form, japanese in (
        (r'row (\d+) of the table ("[^"]*")', r"表\2の\1行目"),
        (r'header of the table ("[^"]*")', r"表\1の見出し行"),
        (rf"row ({_NUMBER}) of table ({_NUMBER})", r"表\2の\1行目"),
        (rf"header of table ({_NUMBER})", r"表\1の見出し行"),
        (rf"line ({_NUMBER}) of the list", r"一覧の\1行目"),
        (rf"after row ({_NUMBER})", r"\1行目の後"),
        (rf"\bparagraphs? ({_NUMBER})", r"段落\1"),
        (rf"\brows? ({_NUMBER})", r"\1行目"),
        (rf"\blines? ({_NUMBER})", r"\1行目"),
        (rf"\bpages? ({_NUMBER})", r"\1ページ"),
        (rf"\btable ({_NUMBER})", r"表\1"),
        (rf"\bcell ({_NUMBER})", r"\1列目"),
        (rf"\bpoint ({_NUMBER})", r"項\1"),
        (r"\bitem (\S+)", r"項目\1"),
        (rf"\bbullet ({_NUMBER})", r"項目\1"),
        (rf"\bsection ({_NUMBER})", r"第\1節"),
        (r"\bfootnote (\S+)", r"注\1"),
        (rf"\bnote ({_NUMBER})", r"注\1"),
        (rf"\bquestion ({_NUMBER})", r"問\1"),
        (r"\bsheet ([^,]+)", r"シート「\1」"),
        (r"\bcolumn ([^,]+)", r"列「\1」"),
        (r"\banswer\b", "答"),
        (r"\bheading\b", "見出し"),
        (r" and ", "及び"),
        (r", ", "、"),
    )
)
_QUOTED = re.compile(r'("[^"]*")')


def place_in(where: str, lang: str) -> str:
    """A symbolic place as an output in `lang` tells it; words of the document in quotation marks are never changed."""
    if lang == "en" or not where:
        return where
    # The name of a table stands in quotation marks in the middle of its row's place, so these forms come first.
    for form, japanese in _FORMS[:2]:
        where = form.sub(japanese, where)
    parts = _QUOTED.split(where)
    return "".join(f"「{part[1:-1]}」" if place % 2 else _told(part) for place, part in enumerate(parts))


def _told(words: str) -> str:
    for form, japanese in _FORMS[2:]:
        words = form.sub(japanese, words)
    return words.replace("見出し ", "見出し")
