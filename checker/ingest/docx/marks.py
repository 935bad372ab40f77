"""What a part of a Word file says of its paragraphs, cells and rows beside their words, looked up once for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from checker.ingest.docx import names as w
from checker.ingest.docx.views import BOXED, JOINED

if TYPE_CHECKING:
    from lxml.etree import _Element

Properties = dict[str, "_Element"]
"""The first property of each name."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The properties that matter, by the paragraph, cell or row that bears them; most bear none.

    `boxed` are the paragraphs of text boxes, with the box's number, `joined` those that run on into the next one.

    Asking every element for its properties would cost more than all the rest of the reading.
    """

    paragraphs: dict[_Element, Properties]
    cells: dict[_Element, Properties]
    rows: dict[_Element, Properties]
    boxed: dict[_Element, str]
    joined: frozenset[_Element]


def marks_of(root: _Element) -> Marks:
    """The marks of the part under `root`."""
    return Marks(
        _borne(root, (w.P_STYLE, w.NUMBERING, w.OUTLINE), w.P_PROPERTIES, w.P),
        _borne(root, (w.COLUMNS, w.MERGED), w.CELL_PROPERTIES, w.CELL),
        _borne(root, (w.ROW_HEADS,), w.ROW_PROPERTIES, w.ROW),
        {paragraph: paragraph.get(BOXED, "") for paragraph in _with(root, BOXED)},
        frozenset(_with(root, JOINED)),
    )


def _with(root: _Element, attribute: str) -> list[_Element]:
    return cast("list[_Element]", root.xpath(f"//*[@{attribute}]"))


def _borne(root: _Element, names: tuple[str, ...], properties: str, bearer: str) -> dict[_Element, Properties]:
    found: dict[_Element, Properties] = {}
    for each in root.iter(*names):
        owner = each.getparent()  # older properties are kept in the newer ones
        if owner is not None and owner.tag == properties:
            above = owner.getparent()
            if above is not None and above.tag == bearer:
                found.setdefault(above, {}).setdefault(str(each.tag), each)
    return found
