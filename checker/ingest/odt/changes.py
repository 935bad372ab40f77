"""The original reading of an OpenDocument text: what was struck out put back, what was added taken out."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from checker.ingest.odt import names as o
from checker.ingest.pieces import BREAK

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 100
_PARAGRAPHS = (o.P, o.H)


def spell(body: _Element) -> None:
    """Write blanks, tabs and line ends as the characters they show."""
    for blanks in body.iter(o.SPACES):
        count = blanks.get(o.TEXT + "c", "1")
        blanks.text = " " * min(int(count) if count.isdigit() and len(count) < 4 else 1, _MOST)
    for sign, character in ((o.TAB, " "), (o.LINE_BREAK, BREAK)):
        for element in body.iter(sign):
            element.text = character


def is_changed(body: _Element) -> bool:
    """Whether any change in the text waits to be accepted or rejected."""
    return next(body.iter(o.CHANGED), None) is not None


def reject(body: _Element) -> None:
    """Make of a body what it was before all changes."""
    inserted, deleted = _regions(body, o.INSERTED), _regions(body, o.DELETED)
    _take_out(body, frozenset(inserted))
    for mark in list(body.iter(o.DELETED_HERE)):
        region = deleted.get(mark.get(o.CHANGE_ID, ""))
        blocks = [] if region is None else [each for each in region if each.tag in (*_PARAGRAPHS, o.GRID)]
        if blocks:
            _put_back(mark, list(map(deepcopy, blocks)))


def _regions(body: _Element, kind: str) -> dict[str, _Element]:
    """The changes of a kind, by the names that marks in the text call them."""
    found: dict[str, _Element] = {}
    for region in body.iter(o.CHANGED):
        change = next(region.iterchildren(kind), None)
        if change is not None:
            found[region.get(o.REGION_ID, "") or region.get(o.XML_ID, "")] = change
    return found


def _take_out(body: _Element, inserted: frozenset[str]) -> None:
    """Remove what stands between the marks of insertions; a paragraph whose end was inserted runs on into the next."""
    from lxml import etree

    open_: set[str] = set()
    whole: list[_Element] = []
    began: dict[_Element, bool] = {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if element.tag == o.INSERTED_TO:
                open_.discard(element.get(o.CHANGE_ID, ""))
            elif element.tag == o.INSERTED_FROM and element.get(o.CHANGE_ID, "") in inserted:
                open_.add(element.get(o.CHANGE_ID, ""))
            began[element] = bool(open_)
            if open_:
                element.text = None
        elif open_:
            if began[element]:
                whole.append(element)
            elif element.tag in _PARAGRAPHS:
                element.set(_RUNS_ON, "1")
            element.tail = None
    _run_on(body)
    for element in whole:
        parent = element.getparent()
        if parent is not None and element.tag != o.INSERTED_FROM:
            parent.remove(element)


_RUNS_ON = "runs-on"


def _run_on(body: _Element) -> None:
    """Put the rest of the paragraph in which an insertion ended behind the paragraph in which it began."""
    for first in [each for each in body.iter(*_PARAGRAPHS) if each.get(_RUNS_ON)]:
        mark = next(first.itersiblings(), None)
        while mark is not None and next(mark.iter(o.INSERTED_TO), None) is None:
            mark = mark.getnext()
        if mark is not None and mark.tag in _PARAGRAPHS:
            _append(first, mark)
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def _append(target: _Element, source: _Element) -> None:
    """Put the words of one paragraph behind those of another."""
    last = target[-1] if len(target) else None
    if last is None:
        target.text = (target.text or "") + (source.text or "")
    else:
        last.tail = (last.tail or "") + (source.text or "")
    target.extend(list(source))


def _put_back(mark: _Element, blocks: list[_Element]) -> None:
    """Put what was struck out where its mark stands: words into the paragraph, more than that as paragraphs."""
    above, paragraph = mark.getparent(), next(mark.iterancestors(*_PARAGRAPHS), None)
    if paragraph is None:
        for block in blocks:
            _place_before(mark, block)
    elif above is not paragraph or (len(blocks) < 2 and blocks[0].tag in _PARAGRAPHS):
        for number, block in enumerate(blocks):
            block.tag = o.TEXT + "span"
            block.text = (BREAK if number else "") + (block.text or "")
            _place_before(mark, block)
    else:
        _split(paragraph, mark, blocks)


def _place_before(mark: _Element, block: _Element) -> None:
    block.tail = None
    mark.addprevious(block)


def _split(paragraph: _Element, mark: _Element, blocks: list[_Element]) -> None:
    """Break a paragraph in two at a mark and put `blocks` between, the outer ones joined with the halves."""
    rest = paragraph.makeelement(paragraph.tag)
    rest.text, mark.tail = mark.tail, None
    rest.extend(list(mark.itersiblings()))
    if blocks[0].tag in _PARAGRAPHS:
        _append(paragraph, blocks.pop(0))
    if blocks[-1].tag in _PARAGRAPHS:
        _append(blocks[-1], rest)
    else:
        blocks.append(rest)
    for block in reversed(blocks):
        block.tail = None
        paragraph.addnext(block)
