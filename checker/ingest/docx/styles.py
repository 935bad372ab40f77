"""Paragraph styles of a Word file: which are headings, which are numbered, which hide their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.ingest.docx import names as w

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 20
_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Styles:
    """What each style says: the level of a heading (from 1), its list and level; and the styles that hide words."""

    headings: dict[str, int] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


def styles_of(root: _Element) -> Styles:
    """The styles that a styles part defines."""
    found = {style.get(w.STYLE_ID, ""): style for style in root.iter(w.STYLE)}
    headings: dict[str, int] = {}
    lists: dict[str, tuple[str, int]] = {}
    hidden: set[str] = set()
    for name, style in found.items():
        for each in _properties(style, found):
            level, numbering = level_of(each.find(w.OUTLINE)), each.find(w.NUMBERING)
            if level:
                headings.setdefault(name, level)
            if numbering is not None:
                lists.setdefault(name, list_of(numbering))
        mark = style.find(f"{w.R_PROPERTIES}/{w.HIDDEN}")
        if mark is not None and mark.get(w.VAL, "1") not in ("0", "false", "off"):
            hidden.add(name)
    return Styles(headings, lists, frozenset(hidden))


def level_of(outline: _Element | None) -> int:
    """The level of the heading that a style or paragraph says it is; 0 for none."""
    value = outline.get(w.VAL, "") if outline is not None else ""
    return int(value) + 1 if value.isdigit() and int(value) < _LEVELS else 0


def list_of(numbering: _Element) -> tuple[str, int]:
    """The list and its level that a style or paragraph names; the list "0" is none."""
    number, level = numbering.find(w.NUMBER_ID), numbering.find(w.LEVEL)
    at = level.get(w.VAL, "0") if level is not None else "0"
    return (number.get(w.VAL, "0") if number is not None else "", int(at) if at.isdigit() else 0)


def _properties(style: _Element, found: dict[str, _Element]) -> Iterator[_Element]:
    """The paragraph properties of a style and of those it is based on, the nearest first."""
    for _ in range(_DEEPEST):
        properties = style.find(w.P_PROPERTIES)
        if properties is not None:
            yield properties
        based = style.find(w.BASED_ON)
        above = found.get(based.get(w.VAL, "")) if based is not None else None
        if above is None:
            return
        style = above
