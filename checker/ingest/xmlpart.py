"""The XML parts of archives, which Word files, OpenDocument texts and books are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive, damaged
from checker.ingest.xmltree import parse_xml
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element


def tree_of(archive: Archive, name: str, common: Callable[[bytes], bytes] = bytes) -> _Element | Problem:
    """The root of the part of this name, or the problem that keeps it from being read.

    `common` brings what makers write in several ways into one before it is parsed.
    """
    if not archive.has(name):
        return damaged(f"the part {name} is missing", name)
    data = archive.read(name)
    return data if isinstance(data, Problem) else parse_xml(common(data), name)
