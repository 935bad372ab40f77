"""Headings: blocks that are one, and the titles that open a block ("Sec. 4. Rates. Subject to ...")."""

from __future__ import annotations

import re

from checker.model.text import Span
from checker.segment.blocks import Block
from checker.segment.numbering import Family
from checker.segment.spans import trim
from checker.segment.tables import Table
from checker.segment.titles import LONGEST, could_be_title, in_capitals, in_title_case, is_japanese

_RUN_IN = re.compile(r"(?P<title>[^.:;?!]{2,110}\.)(?:\s*(?:[—–]|--)|(?=\s))\s*(?=[\"'“‘(\[]*[A-Z(]|[^\x00-\x7f])")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,.'’&()/–-]{2,110}[A-Z0-9)]:(?=\s+\S)")
_ANSWERING = re.compile(r"(?:Yes|No|None|Nothing|Never|Not|Nor)\b")
_LONGEST_FIRST = 200
_STRONG = re.compile(r"(\*\*|__)(?=\S).+\1")
_BARE_LABEL = 60


def heading_end(
    text: str, block: Block, below: Block | Table | None, first: bool = False, untitled: bool = False
) -> int | None:
    """Where the heading that `block` is, or opens with, ends; None where it has none.

    `below` is what follows the block, `first` says that the document begins with it, `untitled` that the members before
    it in its series are no headings.
    """
    end = block.span.end
    if block.level:
        return end
    if block.marks:
        return _marked(text, block, below, untitled)
    if match := _CAPITALS.match(text, block.span.start, end):
        return match.end()
    if below is None or len(block.span) > _LONGEST_FIRST:
        return None
    words = block.span.of(text)
    if could_be_title(words) or (first and _could_be_first(words)):
        return end
    if in_capitals(words.rstrip(":")) or (_STRONG.fullmatch(words) and len(words) <= LONGEST):
        return end
    labels = words[-1] in ":：" and len(words) <= _BARE_LABEL and could_be_title(words[:-1])
    return end if labels and isinstance(below, Block) and not below.marks and not _goes_below(text, below) else None


def _could_be_first(words: str) -> bool:
    return (
        len(words) <= _LONGEST_FIRST
        and words[-1] not in ".。．;；:：,、?？"
        and words[0] not in "([\"'“‘"
        and "。" not in words
    )


def _goes_below(text: str, below: Block) -> bool:
    """Whether a block reads on from a colon above it: it begins small or ends like a member of a list."""
    return text[below.span.start].islower() or text[below.span.end - 1] in ";；,、"


def _marked(text: str, block: Block, below: Block | Table | None, untitled: bool) -> int | None:
    mark, body = block.marks[-1], trim(text, block.body, block.span.end)
    division = mark.family is Family.DIVISION
    if mark.family in (Family.BULLET, Family.TARIFF):
        return None
    if not body:
        return block.span.end if division else None
    if division and text[mark.end - 1] in "）)" and mark.end > mark.start + len(mark.text):
        return mark.end
    if run_in := _run_in(text, body):
        return run_in
    titles = division or (not untitled and _titles_what_follows(block, below))
    return block.span.end if titles and could_be_title(body.of(text)) else None


def _titles_what_follows(block: Block, below: Block | Table | None) -> bool:
    return isinstance(below, Table) or (
        below is not None and not _same_series(block, below) and not _closes_list(below)
    )


def _same_series(block: Block, below: Block | Table | None) -> bool:
    if not isinstance(below, Block) or not below.marks:
        return False
    ours = {series for series, _ in block.marks[-1].readings}
    return any(series in ours for mark in below.marks for series, _ in mark.readings)


def _closes_list(below: Block | Table) -> bool:
    """Whether what follows a list item belongs outside its list: it begins no list of its own."""
    if not isinstance(below, Block) or not below.marks:
        return False
    mark = below.marks[0]
    return mark.family is Family.DIVISION or all(value > 1 for _, value in mark.readings)


def _run_in(text: str, body: Span) -> int | None:
    match = _RUN_IN.match(text, body.start, body.end)
    if match is None or _ANSWERING.match(match["title"]):
        return None
    title = match["title"][:-1]
    short = len(title.split()) <= 4 or in_title_case(title)
    return match.end() if short and could_be_title(title) and not is_japanese(title) else None
