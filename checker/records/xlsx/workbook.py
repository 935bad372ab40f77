"""What a workbook says once for all its sheets: their names, shared texts, number formats, first day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive
from checker.ingest.xmltree import parse_xml
from checker.model.document import Problem
from checker.records.table import TableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# The formats that every program knows by number: percentages, and days with or without a time.
_PERCENT, _DAYS = {9, 10}, {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets, the texts that cells share, and the styles (by number) that show percentages and days."""

    sheets: tuple[Listed, ...]
    texts: tuple[str, ...]
    percent_styles: frozenset[int]
    day_styles: frozenset[int]
    from_1904: bool


def workbook(archive: Archive) -> Workbook:
    """The workbook in an archive. Raises TableError."""
    if not archive.has("xl/workbook.xml"):
        message = "this is not an Excel workbook, whatever its name says: it has no xl/workbook.xml"
        raise TableError(Problem("E-TYPE", message, hint="open it in its own program and save it as .xlsx or CSV"))
    root = _tree(archive, "xl/workbook.xml")
    targets = _targets(archive)
    sheets = tuple(_sheets(root, targets))
    percent, days = _styles(archive)
    properties = next(root.iter("{*}workbookPr"), None)
    dated = properties.get("date1904", "") if properties is not None else ""
    return Workbook(sheets, _texts(archive), percent, days, dated in ("1", "true"))


def part_bytes(archive: Archive, name: str) -> bytes:
    """The bytes of a part. Raises TableError."""
    data = archive.read(name)
    if isinstance(data, Problem):
        raise TableError(data)
    if b"<!DOCTYPE" in data[:4096]:
        message = "it declares a document type, which no workbook needs and which can reach for other files"
        raise TableError(Problem("E-DTD", message, name, "save it anew in Excel, or as CSV"))
    return data


def _tree(archive: Archive, name: str) -> _Element:
    root = parse_xml(part_bytes(archive, name), name)
    if isinstance(root, Problem):
        raise TableError(root)
    return root


def _sheets(root: _Element, targets: dict[str, str]) -> Iterator[Listed]:
    for sheet in root.iter("{*}sheet"):
        relation = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""
        if "worksheets" in targets.get(relation, ""):
            yield Listed(sheet.get("name", ""), targets[relation], sheet.get("state", "visible") != "visible")


def _targets(archive: Archive) -> dict[str, str]:
    """The parts that the workbook refers to, by the names of its references."""
    root = _tree(archive, "xl/_rels/workbook.xml.rels")
    return {each.get("Id", ""): _part(each.get("Target", "")) for each in root.iter("{*}Relationship")}


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _texts(archive: Archive) -> tuple[str, ...]:
    if not archive.has("xl/sharedStrings.xml"):
        return ()
    root = _tree(archive, "xl/sharedStrings.xml")
    return tuple(text_of(item) for item in root.iterchildren("{*}si"))


def text_of(item: _Element) -> str:
    """The text of a shared or inline string; readings above kanji are left out."""
    return "".join(
        piece.text or "" for piece in item.iter("{*}t") if not any(True for _ in piece.iterancestors("{*}rPh"))
    )


def _styles(archive: Archive) -> tuple[frozenset[int], frozenset[int]]:
    if not archive.has("xl/styles.xml"):
        return frozenset(), frozenset()
    root = _tree(archive, "xl/styles.xml")
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter("{*}numFmt")}
    cells = next(root.iter("{*}cellXfs"), None)
    formats = [int(each.get("numFmtId", "0")) for each in cells] if cells is not None else []
    percent = {number for number, format_ in enumerate(formats) if format_ in _PERCENT or "%" in _bare(own, format_)}
    days = {number for number, format_ in enumerate(formats) if format_ in _DAYS or _shows_days(_bare(own, format_))}
    return frozenset(percent), frozenset(days)


def _bare(own: dict[int, str], number: int) -> str:
    """A number format without its literal texts."""
    return _QUOTED.sub("", own.get(number, "")).lower()


def _shows_days(code: str) -> bool:
    return ("y" in code or "d" in code) and "general" not in code
