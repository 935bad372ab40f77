"""Akoma Ntoso: numbered units with headings and paragraphs; their identifiers are the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.flat import taken_out
from checker.ingest.html.words import joined
from checker.ingest.pieces import pieces, text_of
from checker.ingest.writer import Account, Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = ("meta", "del", "rt")
_TITLES = ("num", "heading", "subheading")
_BLOCKS = (*_TITLES, "p", "block", "docTitle", "docNumber", "docDate", "longTitle", "listIntroduction", "listWrapUp")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def account(root: _Element) -> Account:
    """The document's text, each unit with its number before it; notes follow the paragraph that carries their mark."""
    from lxml import etree

    space = str(root.tag).rsplit("}", 1)[0] + "}" if "}" in str(root.tag) else ""

    def named(*names: str) -> tuple[str, ...]:
        return tuple(space + name for name in names)

    etree.strip_elements(root, *named(*_SKIPPED), with_tail=False)
    title = next(root.iter(*named("docTitle")), None)
    metadata = {"title": joined(text_of(title))} if title is not None else {}
    _set_notes_apart(root, named("authorialNote")[0], space)
    tables = {table: taken_out(table, named("tr"), named("td", "th")) for table in list(root.iter(*named("table")))}
    writer = Writer()
    number = ""
    for piece in pieces(root, named(*_BLOCKS, "table")):
        tag, words, place = str(piece.element.tag).removeprefix(space), joined(piece.words), _place(piece.element)
        if tag == "num" and not piece.after:
            number = f"{number} {words}".strip()
            continue
        if tag == "table" and not piece.after:
            writer.table(tables[piece.element], place, 0)
        lead = "## " if tag in ("heading", "subheading") and not piece.after else ""
        if words:
            writer.block(lead + f"{number} {words}".strip(), place)
            number = ""
    return Account(writer.written(), metadata)


def _set_notes_apart(root: _Element, name: str, space: str) -> None:
    """Leave the mark of each note where it stands, and put the note after the block it stands in."""
    for note in list(root.iter(name)):
        mark = note.get("marker", "").translate(_FIGURES)
        host = next(note.iterancestors(space + "p", space + "block"), None)
        words = joined(text_of(note))
        tail = note.tail
        note.clear()
        note.text, note.tail = mark, tail
        if host is not None:
            apart = host.makeelement(space + "p", {})
            apart.text = f"{mark} {words}"
            host.addnext(apart)


def _place(element: _Element) -> str:
    """The identifier of the unit an element belongs to, and its line."""
    units = (each.get("eId") or each.get("id") for each in (element, *element.iterancestors()))
    name = next(filter(None, units), "")
    return f"{name}, line {element.sourceline}" if name else f"line {element.sourceline}"
