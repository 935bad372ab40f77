"""XML parsed without entities, network or depth without end; what is refused says why."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from checker.ingest.pieces import unmarked
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOO_DEEP = 114  # libxml2's code for a document that breaks one of its limits
_DECLARATION = re.compile(rb"\A\s*<\?xml[^>]*\?>")


def parse_xml(data: bytes, where: str = "") -> _Element | Problem:
    """The root element of `data`, or the problem that keeps it from being read; `where` names the part of a file."""
    from lxml import etree

    data = unmarked(_narrow(data))
    if b"<!DOCTYPE" in data and b"<!ENTITY" in data:
        return _entities(where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return too_deep(where) if _code(error) == _TOO_DEEP else _malformed(error.lineno or 1, where)
    return root


def too_deep(where: str = "") -> Problem:
    """The problem of a document whose elements are nested without reason."""
    message = "its parts are nested more than 255 deep; what lies deeper was not read"
    return Problem("E-STRUCTURE", message, where, "save it as PDF or as plain text and check that")


def _code(error: Exception) -> int:
    """libxml2's code of an error, which the type stubs do not know."""
    return int(getattr(error, "code", 0))


def _narrow(data: bytes) -> bytes:
    """A file in UTF-16 written in UTF-8, without the declaration that says otherwise."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return _DECLARATION.sub(b"", data.decode("utf-16", "replace").encode("utf-8", "replace"))


def _entities(where: str) -> Problem:
    message = "it declares entities of its own, which can make a small file endless or reach for other files"
    return Problem("E-DTD", message, where, "ask for the document as PDF, or save it without a DOCTYPE")


def _malformed(line: int, where: str) -> Problem:
    place = ", ".join(filter(None, (where, f"line {line}")))
    message = "the file cannot be read: its XML is damaged or cut short"
    return Problem("E-UNREADABLE", message, place, "download or save it again")
