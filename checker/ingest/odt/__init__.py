"""ODT: OpenDocument texts with their headings, lists, tables and notes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive, damaged, open_archive
from checker.ingest.kinds import Kind
from checker.ingest.odt import names as o
from checker.ingest.odt.lists import hiding_styles, numbering_of
from checker.ingest.odt.walk import spell, written
from checker.ingest.reading import Alternative, Issuers, Reading, Source
from checker.ingest.writer import Account, reading_of
from checker.ingest.xmlpart import tree_of
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of an OpenDocument text; places are its paragraphs, table cells and notes."""
    return reading_of(source, kind, known_issuers, _account(source.data))


def _account(data: bytes) -> Account | Problem:
    from lxml import etree

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
    changed = next(body.iter(o.CHANGES), None) is not None
    comments = sum(1 for _ in body.iter(o.COMMENT))
    etree.strip_elements(body, *o.NO_WORDS, with_tail=False)
    spell(body)
    hidden = _hidden(body, hiding_styles(content, styles))
    everything = written(deepcopy(body), numbering_of(content, styles)).text if hidden else ""
    for element in hidden:
        tail = element.tail
        element.clear()
        element.tail = tail
    return Account(
        written(body, numbering_of(content, styles)),
        _title(archive),
        (*_changes(changed), *_left_out(bool(hidden)), *_comments(comments)),
        (Alternative("hidden_text", everything),) if everything else (),
    )


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


def _changes(changed: bool) -> tuple[Problem, ...]:
    if not changed:
        return ()
    message = (
        "the file holds tracked changes that nobody has accepted or rejected; it was read as if they were accepted"
    )
    hint = "accept or reject them in its program, or save it as .docx: then both readings are judged"
    return (Problem("W-TRACKED-CHANGES", message, hint=hint),)


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
