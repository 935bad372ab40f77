"""The XML of the Federal Register: notices, rules and presidential documents, with the printed page as the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.ingest.html.words import joined
from checker.ingest.pdf.hyphens import joint
from checker.ingest.pieces import pieces, text_of
from checker.ingest.writer import Account, Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = (
    "FEDREG",
    "RULE",
    "PRORULE",
    "NOTICE",
    "PRESDOCU",
    "PRESDOC",
    "EXECORDR",
    "PROCLA",
    "RULES",
    "PRORULES",
    "NOTICES",
)
"""The root elements of its documents."""

_HEADINGS = {"HD1": "## ", "HD2": "### ", "HD3": "#### ", "HD4": "##### "}
_BLOCKS = (
    *re.findall(
        r"\w+",
        """AGENCY SUBAGY CFR DEPDOC RIN SUBJECT HD P FP AMDPAR AUTH SECTNO NAME TITLE DATE DATED PRES PLACE FRDOC BILCOD
        LI EFFDATE SIG EXTRACT EXECORD DETERM TITLE3 PARTNO RESERVED CONTENTS TNOTE TDESC FILED STARS""",
    ),
)
_TABLE = "GPOTABLE"
_SKIPPED = ("GPH", "GID", "MATH", "FTREF", "BOXHD")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def account(root: _Element) -> Account:
    """The document's text; raised marks and page numbers never touch the words beside them."""
    from lxml import etree

    for mark in root.iter("SU"):
        mark.text = (mark.text or "").strip().translate(_FIGURES)
    _mend(root)
    pages = _pages(root)
    tables = {table: _rows(table) for table in root.iter(_TABLE)}
    titles = {table: joined(" ".join(text_of(each) for each in table.iter("TTITLE"))) for table in tables}
    for table in tables:
        for child in list(table):
            table.remove(child)
        table.text = None
    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    writer = Writer()
    for piece in pieces(root, (*_BLOCKS, _TABLE)):
        element = piece.element
        place = ", ".join(filter(None, (pages.get(element, ""), f"line {element.sourceline}")))
        if element.tag == _TABLE and not piece.after:
            heads, rows = tables[element]
            writer.block(titles[element], place)
            writer.table(rows, place, heads)
        words = joined(piece.words)
        lead = _HEADINGS.get(element.get("SOURCE", ""), "") if element.tag == "HD" and not piece.after else ""
        writer.block(lead + words if words else "", place)
    return Account(writer.written(), _metadata(root))


def _metadata(root: _Element) -> dict[str, str]:
    subject = next(root.iter("SUBJECT"), None)
    return {"title": joined(text_of(subject)).strip("\ufdd0")} if subject is not None else {}


def _mend(root: _Element) -> None:
    """Put together words that a turn of the printed page breaks."""
    turns = list(root.iter("PRTPAGE"))
    for turn in turns:
        turn.text = "\n"  # lest the broken word itself seem to stand elsewhere with its hyphen
    whole = text_of(root)
    for turn in turns:
        turn.text = None
        before = turn.getprevious()
        parent = turn.getparent()
        words = before.tail if before is not None else parent.text if parent is not None else ""
        after = turn.tail or ""
        if not words or not words.endswith("-") or not after[:1].islower():
            continue
        mended = words[:-1] + joint(words[:-1], after, whole)
        if before is not None:
            before.tail = mended
        elif parent is not None:
            parent.text = mended


def _pages(root: _Element) -> dict[_Element, str]:
    """The printed page on which each block begins, where it is known."""
    page = ""
    pages: dict[_Element, str] = {}
    for element in root.iter("PRTPAGE", _TABLE, *_BLOCKS):
        if element.tag == "PRTPAGE":
            page = f"page {element.get('P', '?')}"
        elif page:
            pages[element] = page
    return pages


def _rows(table: _Element) -> tuple[int, list[list[str]]]:
    """How many rows head a table, and all rows with as many cells."""
    columns = list(table.iter("CHED"))
    depths = [int(each.get("H", "1")) if each.get("H", "1").isdigit() else 1 for each in columns]
    lowest = [
        joined(text_of(each))
        for each, depth, below in zip(columns, depths, [*depths[1:], 0], strict=True)
        if below <= depth
    ]
    rows = [[joined(text_of(cell)) for cell in row.iter("ENT")] for row in table.iter("ROW")]
    every = [*([lowest] if lowest else []), *(row for row in rows if row)]
    width = max(map(len, every), default=0)
    return (1 if lowest else 0), [[*row, *[""] * (width - len(row))] for row in every]
