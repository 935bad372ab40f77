"""Marks of divisions: "Sec. 2.", "Article 5", "ANNEX II", "第三条", "附則", and how they rank."""

from __future__ import annotations

import re

from checker.segment.numbering import Family, Mark
from checker.segment.numerals import kanji, numeral
from checker.segment.titles import could_be_title

ANNEX = 10
PART = 20
CHAPTER = 30
SUBCHAPTER = 40
PLAIN = 60
CAPTION = 69
SECTION = 70

_RANKS = {
    "annex": ANNEX, "appendix": ANNEX, "schedule": ANNEX, "exhibit": ANNEX, "attachment": ANNEX,
    "title": PART, "part": PART, "division": PART,
    "chapter": CHAPTER, "subchapter": SUBCHAPTER, "subpart": SUBCHAPTER,
    "section": SECTION, "sections": SECTION, "sec.": SECTION, "§": SECTION, "§§": SECTION,
    "article": SECTION, "art.": SECTION, "rule": SECTION, "regulation": SECTION, "clause": SECTION,
    "paragraph": SECTION, "para.": SECTION, "principle": SECTION, "guideline": SECTION, "item": SECTION,
    "step": 0, "phase": 0, "stage": 0, "option": 0,
}  # fmt: skip
_RANKS_JA = {
    "附則": ANNEX, "付則": ANNEX, "別表": ANNEX, "別紙": ANNEX, "別添": ANNEX, "別記": ANNEX, "様式": ANNEX,
    "編": PART, "部": PART, "章": CHAPTER, "節": SUBCHAPTER, "款": SUBCHAPTER + 5, "目": SUBCHAPTER + 7,
    "条": SECTION, "": SECTION,
}  # fmt: skip
DIVISION_WORDS = "|".join(sorted(map(re.escape, _RANKS), key=len, reverse=True))
_ENGLISH = re.compile(
    rf"""(?P<word>(?i:{DIVISION_WORDS}))(?:(?<=§)\s?|\s+)(?P<number>\d{{1,4}}[A-Za-z]?(?:[.–-]\d{{1,4}}[A-Za-z]?)*|[IVXLC]{{1,7}}|[A-Z])(?![\w(])
    (?P<tail>\.?[—–]|[.:)](?=\s|$)|\s[—–-](?=\s)|(?=\s*$)|(?=\s\([^()]*\)\s*$))?""",
    re.VERBOSE,
)
_UNNUMBERED = re.compile(r"(?:ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule)(?=[.:]?\s*$)[.:]?")
_NUMBER_JA = "[0-9０-９〇一二三四五六七八九十百]{1,5}"
_JAPANESE = re.compile(
    rf"""(?P<text>第(?P<number>{_NUMBER_JA})(?P<word>[編部章節款目条]|(?=[　\s]))(?:の{_NUMBER_JA})*
           |(?P<alone>附\s?則|付則|別表|別紙|別添|別記|様式)(?:第?{_NUMBER_JA}(?:の{_NUMBER_JA})*)?)
        (?=[　\s]|$|(?P<caption>\s?[（(][^（()）]{{1,40}}[）)])(?:[　\s]|$))""",
    re.VERBOSE,
)
_TITLED = re.compile(r"\s+(?P<title>[A-Z(].*)")
_ABBREVIATED = ("sec.", "art.", "para.", "§", "§§", "step")


def division_mark(text: str, start: int, end: int, titled: bool = False) -> Mark | None:
    """The mark of a division at `start` in a block that ends at `end`, or None.

    "Article 5 National Treatment" opens a division, "Article 5 of the Act applies." speaks of one: without a stop
    behind the number the block must be `titled`, or read like a title. "Step 1" marks an item, not a division.
    """
    first = text[start]
    if first in "第附付別様":
        return _japanese(text, start, end)
    if not ("A" <= first <= "Z" or first in "§sa"):
        return None
    match = _ENGLISH.match(text, start, end)
    if match is not None:
        return _english(match, titled or could_be_title(text[start:end]))
    alone = _UNNUMBERED.match(text, start, end)
    return None if alone is None else _mark(alone[0].rstrip(".:"), start, alone.end(), 0, "annex", ANNEX)


def _english(match: re.Match[str], title: bool) -> Mark | None:
    word, number = match["word"].lower(), match["number"]
    capital = match["word"][0].isupper() or word[0] == "§"
    if not capital:
        return None
    abbreviated = word in _ABBREVIATED and _TITLED.match(match.string, match.end())
    if match["tail"] is None and not abbreviated and not title:
        return None
    written = f"{match['word'] if word[0] == '§' else match['word'].capitalize()} {number}"
    values = numeral(re.split(r"[^0-9A-Za-z]", number)[-1]) or (("1", 0),)
    if not _RANKS[word]:
        return Mark(Family.ITEM, written, match.start(), match.end(), ((word, values[0][1]),))
    return _mark(written, match.start(), match.end(), values[0][1], word, _RANKS[word])


def _japanese(text: str, start: int, end: int) -> Mark | None:
    match = _JAPANESE.match(text, start, end)
    if match is None:
        return None
    word = match["alone"] or match["word"] or ""
    number = match["number"] or ""
    value = int(number) if number.isdecimal() else kanji(number)
    rank = _RANKS_JA[re.sub(r"\s", "", word)]
    return _mark(match["text"], start, match.end("caption") if match["caption"] else match.end(), value, word, rank)


def _mark(written: str, start: int, end: int, value: int, series: str, rank: int) -> Mark:
    return Mark(Family.DIVISION, written, start, end, ((series, value),), rank)
