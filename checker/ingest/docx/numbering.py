"""The lists that a Word file defines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.ingest.counting import Level, Numbering
from checker.ingest.docx import names as w

if TYPE_CHECKING:
    from lxml.etree import _Element


def numbering_of(root: _Element | None) -> Numbering:
    """The lists that a numbering part defines."""
    if root is None:
        return Numbering({})
    abstract = {each.get(w.ABSTRACT_ID, ""): _levels(each) for each in root.iter(w.ABSTRACT)}
    lists: dict[str, dict[int, Level]] = {}
    for each in root.iter(w.NUM):
        named = each.find(w.ABSTRACT_ID)
        levels = dict(abstract.get(named.get(w.VAL, "") if named is not None else "", {}))
        for override in each.iter(w.OVERRIDE):
            levels |= _overridden(override, levels)
        lists[each.get(w.NUMBER_ID, "")] = levels
    return Numbering(lists)


def _levels(owner: _Element) -> dict[int, Level]:
    found = {}
    for level in owner.iter(w.LVL):
        at, start = level.get(w.LEVEL, ""), _value(level, w.START)
        if at.isdigit():
            first = int(start) if start.isdigit() else 1
            found[int(at)] = Level(first, _value(level, w.FORMAT) or "decimal", _value(level, w.LEVEL_TEXT))
    return found


def _overridden(override: _Element, levels: Mapping[int, Level]) -> dict[int, Level]:
    at, start = override.get(w.LEVEL, ""), _value(override, w.START_OVERRIDE)
    if start.isdigit() and at.isdigit() and int(at) in levels:
        level = levels[int(at)]
        return {int(at): Level(int(start), level.format, level.text)}
    return _levels(override)


def _value(owner: _Element, name: str) -> str:
    found = owner.find(name)
    return found.get(w.VAL, "") if found is not None else ""
