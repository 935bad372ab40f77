"""HTML: what a reader of the page sees, with the element and line of each block."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from checker.ingest.characters import clean
from checker.ingest.charset import decode
from checker.ingest.complete import letters, lost
from checker.ingest.html import prune
from checker.ingest.html.walk import written
from checker.ingest.kinds import Kind
from checker.ingest.pieces import text_of, unmarked
from checker.ingest.reading import Alternative, Issuers, Other, Reading, Source
from checker.ingest.writer import Account, reading_of
from checker.ingest.xmltree import too_deep
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_LABEL = re.compile(
    rb"""<(?:meta\b[^>]*?|\?xml\b[^>]*?\b(?:en))(?:charset|coding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I
)
_HEAD = 4096
_TOO_DEEP = 114
_SHOWN = 5
_DATES = ("date", "dc.date", "dcterms.issued", "article:published_time")


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of an HTML page; places are its elements and lines."""
    return reading_of(source, kind, known_issuers, account_of(source.data, source.stated.encoding))


def account_of(data: bytes, encoding: str = "") -> Account | Problem:
    """What the page in `data` shows; `encoding` is the one the user states, which outranks the page's own."""
    label = _LABEL.search(data[:_HEAD])
    decoded = decode(data, encoding or (label.group(1).decode("ascii") if label else ""))
    if not decoded.encoding and decoded.problem:
        return decoded.problem
    root, whole = _parsed(decoded.text)
    if root is None:
        return Problem(
            "E-UNREADABLE", "the page cannot be read: it holds nothing that makes sense", hint="fetch it again"
        )
    metadata = _metadata(root)
    suspicious = "hidden" in decoded.text or "style" in decoded.text
    hidden, deleted = prune.hidden(root) if suspicious else [], prune.deleted(root)
    notes = (*_left_out(hidden), *_struck(deleted))
    everything = _everything(root) if hidden else ""
    prune.empty((*hidden, *deleted))
    prune.drop_unspoken(root)
    held = letters(text_of(root))
    shown = written(root)
    return Account(
        shown,
        metadata,
        (*(() if whole else (too_deep(),)), *lost(held, shown.text), *filter(None, (decoded.problem,)), *notes),
        (Alternative(Other.SHOWN, everything),) if everything else (),
    )


def _everything(root: _Element) -> str:
    """The text of a page with what it hides."""
    copied = deepcopy(root)
    prune.empty(prune.deleted(copied))
    prune.drop_unspoken(copied)
    return written(copied).text


def _parsed(text: str) -> tuple[_Element | None, bool]:
    """The root of a page, and whether the parser reached its end."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(unmarked(clean(text).encode("utf-8", "replace")), parser)
    except etree.ParserError:
        return None, True
    return root, not any(entry.type == _TOO_DEEP for entry in parser.error_log)


def _metadata(root: _Element) -> dict[str, str]:
    title = root.find(".//title")
    found = {"title": " ".join((title.text or "").split())} if title is not None else {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _DATES:
            found.setdefault("dated", meta.get("content", ""))
        elif name == "author":
            found["author"] = meta.get("content", "")
    return found


def _left_out(elements: list[_Element]) -> tuple[Problem, ...]:
    if not elements:
        return ()
    message = "the page holds words that no reader sees (hidden, white, tiny or off the page); they were left out"
    hint = "where they would change a verdict, it is left to a reviewer"
    return (Problem("W-HIDDEN-TEXT", message, _lines(elements), hint),)


def _struck(elements: list[_Element]) -> tuple[Problem, ...]:
    if not elements:
        return ()
    message = "words that are struck out were left out of the text"
    return (Problem("W-DELETED-TEXT", message, _lines(elements), "if they still hold, ask for a clean copy"),)


def _lines(elements: list[_Element]) -> str:
    lines = list(dict.fromkeys(f"line {element.sourceline}" for element in elements))
    return ", ".join(lines[:_SHOWN]) + (f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else "")
