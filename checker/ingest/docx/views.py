"""Two views of a Word file with tracked changes, and what a reader does not see of it taken out of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.ingest.docx import names as w

if TYPE_CHECKING:
    from lxml.etree import _Element

JOINED = "joined"
"""Set on a paragraph whose end is struck out: it runs on into the next one."""
BOXED = "boxed"
"""Set on a paragraph that stands in a text box, with the box's number."""
_TINY = 8  # half points; smaller writing cannot be read
_FALSE = ("0", "false", "off", "none")
_PAPER = ("FFFFFF", "auto", "")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def has_changes(root: _Element) -> bool:
    """Whether any change in the tree waits to be accepted or rejected."""
    return any(True for _ in root.iter(*w.INSERTED, *w.DELETED))


def settle_changes(root: _Element, accepted: bool) -> None:
    """Take the changes out of the tree as if all of them were accepted, or all rejected."""
    gone = w.DELETED if accepted else w.INSERTED
    for change in list(root.iter(*gone)):
        owner = change.getparent()
        if owner is None:
            continue
        if owner.tag == w.ROW_PROPERTIES:
            _remove(owner.getparent())
        elif owner.tag == w.R_PROPERTIES:
            _join(owner)
        else:
            _remove(change)
    if not accepted:
        for words in root.iter(w.DELETED_TEXT):
            words.tag = w.T


def drop_unspoken(root: _Element) -> None:
    """Take out what stands twice or is no word: the fallback of a text box, fields' codes, readings beside kanji."""
    from lxml import etree

    etree.strip_elements(root, *w.NO_WORDS, with_tail=False)


def free_boxes(root: _Element) -> None:
    """Put the paragraphs of text boxes after the paragraph that each box hangs on."""
    for number, box in enumerate(list(root.iter(w.TEXT_BOX)), 1):
        hosts = list(box.iterancestors(w.P))
        for child in reversed(list(box)) if hosts else ():
            child.set(BOXED, str(number))
            hosts[-1].addnext(child)


def spell_signs(root: _Element) -> None:
    """Write tabs, line ends, hyphens and raised figures as the characters they show."""
    for sign in root.iter(*w.SIGNS):
        owner = sign.getparent()  # tab stops bear the name of tabs, but stand elsewhere
        if owner is not None and owner.tag == w.R:
            sign.text = w.SIGNS[str(sign.tag)]
    for mark in root.iter(w.RAISED):
        run = _run_of(mark) if mark.get(w.VAL) == "superscript" else None
        for words in run.iter(w.T) if run is not None else ():
            words.text = (words.text or "").translate(_FIGURES)


def number_notes(root: _Element, numbers: dict[tuple[str, str], int]) -> None:
    """Write the marks of notes, numbered as they come; `numbers` holds those so far by kind and name."""
    for reference in root.iter(*w.NOTE_MARKS):
        key = w.NOTE_MARKS[str(reference.tag)], reference.get(w.ID, "")
        reference.text = str(numbers.setdefault(key, len(numbers) + 1)).translate(_FIGURES)


def hidden_runs(root: _Element, hidden_styles: frozenset[str]) -> tuple[_Element, ...]:
    """The runs that hold words which no reader sees: hidden, white on white, or tiny."""
    found: dict[_Element, None] = {}
    for mark in root.iter(w.HIDDEN, w.COLOUR, w.SIZE, w.R_STYLE, w.P_STYLE):
        for run in _runs(mark) if _hides(mark, hidden_styles) else ():
            found[run] = None
    return tuple(run for run in found if any((words.text or "").strip() for words in run.iter(w.T)))


def remove(elements: Iterable[_Element]) -> None:
    """Take `elements` out of their tree."""
    for element in elements:
        _remove(element)


def _hides(mark: _Element, hidden_styles: frozenset[str]) -> bool:
    value = mark.get(w.VAL, "")
    if mark.tag in (w.R_STYLE, w.P_STYLE):
        return value in hidden_styles
    if mark.tag == w.HIDDEN:
        return value not in _FALSE
    if mark.tag == w.SIZE:
        return value.isdigit() and int(value) < _TINY
    return value.upper() == "FFFFFF" and not _is_shaded(mark)


def _is_shaded(mark: _Element) -> bool:
    """Whether the words of a mark stand on a coloured ground: their own, their paragraph's or their cell's."""
    properties = [mark.getparent(), *(each.find(name) for each in mark.iterancestors(w.P, w.CELL) for name in _GROUNDS)]
    for each in properties:
        shade = each.find(w.SHADE) if each is not None else None
        if shade is not None and shade.get(w.FILL, "auto") not in _PAPER:
            return True
        if each is not None and each.find(w.HIGHLIGHT) is not None:
            return True
    return False


_GROUNDS = (w.P_PROPERTIES, w.CELL_PROPERTIES)


def _runs(mark: _Element) -> Iterator[_Element]:
    """The runs a mark speaks of: its own, or all of its paragraph where it names the paragraph's style."""
    if mark.tag == w.P_STYLE:
        paragraph = next(mark.iterancestors(w.P), None)
        yield from paragraph.iter(w.R) if paragraph is not None else ()
    else:
        run = _run_of(mark)
        yield from (run,) if run is not None else ()


def _run_of(mark: _Element) -> _Element | None:
    properties = mark.getparent()
    run = properties.getparent() if properties is not None and properties.tag == w.R_PROPERTIES else None
    return run if run is not None and run.tag == w.R else None


def _join(mark_properties: _Element) -> None:
    paragraph = next(mark_properties.iterancestors(w.P), None)
    if paragraph is not None:
        paragraph.set(JOINED, "1")


def _remove(element: _Element | None) -> None:
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)
