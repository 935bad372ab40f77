"""ODT: OpenDocument texts with their headings, lists, tables and notes."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive, damaged, open_archive
from checker.ingest.changes import settled
from checker.ingest.complete import letters, lost
from checker.ingest.kinds import Kind
from checker.ingest.odt import changes
from checker.ingest.odt import names as o
from checker.ingest.odt.lists import hiding_styles, numbering_of
from checker.ingest.odt.walk import written
from checker.ingest.pieces import text_of
from checker.ingest.reading import Alternative, Issuers, Other, Reading, Source
from checker.ingest.writer import Account, Written, reading_of
from checker.ingest.xmlpart import tree_of
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of an OpenDocument text; places are its paragraphs, table cells and notes."""
    return reading_of(source, kind, known_issuers, _account(source))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a text: its body, the two parts that define its styles, what it notes about itself."""

    body: _Element
    content: _Element
    styles: _Element
    about: Mapping[str, str]
    comments: int


def _account(source: Source) -> Account | Problem:
    parts = _parts(source.data)
    if isinstance(parts, Problem):
        return parts
    changes.spell(parts.body)
    changed = changes.is_changed(parts.body)
    original = _view(parts, deepcopy(parts.body), accepted=False) if changed else None
    return settled(source, _view(parts, parts.body, accepted=True), original)


def _parts(data: bytes) -> _Parts | Problem:
    archive = open_archive(data)
    if isinstance(archive, Problem):
        return archive
    content = tree_of(archive, "content.xml")
    if isinstance(content, Problem):
        return content
    styles = tree_of(archive, "styles.xml") if archive.has("styles.xml") else content
    body = content.find(o.BODY)
    if isinstance(styles, Problem) or body is None:
        return styles if isinstance(styles, Problem) else damaged("it holds no text document", "content.xml")
    return _Parts(body, content, styles, _title(archive), sum(1 for _ in body.iter(o.COMMENT)))


def _view(parts: _Parts, body: _Element, accepted: bool) -> Account:
    """What the text says if its changes are accepted or rejected; `body` is used up by it."""
    from lxml import etree

    if not accepted:
        changes.reject(body)
    etree.strip_elements(body, *o.NO_WORDS, with_tail=False)
    hidden = _hidden(body, hiding_styles(parts.content, parts.styles))
    everything = _written(parts, deepcopy(body)).text if hidden else ""
    for element in hidden:
        tail = element.tail
        element.clear()
        element.tail = tail
    held = letters(text_of(body))
    shown = _written(parts, body)
    return Account(
        shown,
        parts.about,
        (*lost(held, shown.text), *_left_out(bool(hidden)), *_comments(parts.comments)),
        (Alternative(Other.SHOWN, everything),) if everything else (),
    )


def _written(parts: _Parts, body: _Element) -> Written:
    return written(body, numbering_of(parts.content, parts.styles))


def _hidden(body: _Element, styles: frozenset[str]) -> list[_Element]:
    """The elements whose words no reader sees."""
    found = [each for each in body.iter(o.P, o.H, o.TEXT + "span") if each.get(o.TEXT + "style-name", "") in styles]
    found += list(body.iter(o.TEXT + "hidden-text", o.TEXT + "hidden-paragraph"))
    return [each for each in found if any(not str(text).isspace() for text in each.itertext())]


def _title(archive: Archive) -> dict[str, str]:
    meta = tree_of(archive, "meta.xml") if archive.has("meta.xml") else None
    if meta is None or isinstance(meta, Problem):
        return {}
    title = next(meta.iter("{http://purl.org/dc/elements/1.1/}title"), None)
    return {"title": (title.text or "").strip()} if title is not None else {}


def _left_out(hidden: bool) -> tuple[Problem, ...]:
    if not hidden:
        return ()
    message = "the file holds words that no reader sees (hidden, white or tiny); they were left out"
    hint = "ask why they are hidden; where they would change a verdict, it is left to a reviewer"
    return (Problem("W-HIDDEN-TEXT", message, hint=hint),)


def _comments(count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = f"the file holds {count} comment{'s' if count > 1 else ''} in the margin, which are not part of its text"
    return (Problem("W-COMMENTS", message, hint="read them in its program if they matter"),)
