"""DOCX: what a reader sees of a Word file, in two views where changes wait to be accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.ingest.archive import Archive, open_archive
from checker.ingest.changes import settled
from checker.ingest.complete import letters, lost
from checker.ingest.docx import names as w
from checker.ingest.docx import views
from checker.ingest.docx.numbering import numbering_of
from checker.ingest.docx.styles import Styles, styles_of
from checker.ingest.docx.walk import Walk
from checker.ingest.kinds import Kind
from checker.ingest.pieces import text_of
from checker.ingest.reading import Alternative, Issuers, Other, Reading, Source
from checker.ingest.writer import Account, Writer, Written, reading_of
from checker.ingest.xmlpart import tree_of
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "/officeDocument"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
}


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a Word file; places are its paragraphs, table cells and notes."""
    return reading_of(source, kind, known_issuers, account_of(source))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The trees of a Word file's parts; headers and footers by name, in order."""

    body: _Element
    edges: tuple[tuple[str, _Element], ...]
    notes: tuple[_Element, ...]
    comments: int
    styles: Styles
    numbering: _Element | None

    def trees(self) -> tuple[_Element, ...]:
        """Every tree that holds words."""
        return (self.body, *(root for _, root in self.edges), *self.notes)


def account_of(source: Source) -> Account | Problem:
    """What a Word file says."""
    archive = open_archive(source.data)
    if isinstance(archive, Problem):
        return archive
    parts = _parts(archive)
    if isinstance(parts, Problem):
        return parts
    for root in parts.trees():
        views.drop_unspoken(root)
        views.spell_signs(root)
        views.free_boxes(root)
    changed = any(map(views.has_changes, parts.trees()))
    about = _metadata(archive)
    original = _view(_copied(parts), about, accepted=False) if changed else None
    return settled(source, _view(parts, about, accepted=True), original)


def _copied(parts: _Parts) -> _Parts:
    """The same parts in trees of their own, because a view is made by changing the trees."""
    edges = tuple((name, deepcopy(root)) for name, root in parts.edges)
    return replace(parts, body=deepcopy(parts.body), edges=edges, notes=tuple(map(deepcopy, parts.notes)))


def _view(parts: _Parts, about: Mapping[str, str], accepted: bool) -> Account:
    """What a file says if its changes are accepted or rejected."""
    for root in parts.trees():
        views.settle_changes(root, accepted)
    hidden = [run for root in parts.trees() for run in views.hidden_runs(root, parts.styles.hidden)]
    everything = (Alternative(Other.SHOWN, _written(_copied(parts)).text),) if hidden else ()
    views.remove(hidden)
    held = letters(text_of(parts.body))
    written = _written(parts)
    problems = (*lost(held, written.text), *_hidden(bool(hidden)), *_comments(parts.comments))
    return Account(written, about, problems, everything)


def _written(parts: _Parts) -> Written:
    """The text: headers, the body, footers, then the notes it refers to."""
    numbers: dict[tuple[str, str], int] = {}
    views.number_notes(parts.body, numbers)
    writer = Writer()
    walk = Walk(writer, parts.styles, numbering_of(parts.numbering))
    for name, root in parts.edges:
        if name.startswith("header"):
            walk.edge(root, name)
    walk.part(parts.body)
    for name, root in parts.edges:
        if name.startswith("footer"):
            walk.edge(root, name)
    notes = {(w.NOTES[str(note.tag)], note.get(w.ID, "")): note for root in parts.notes for note in root.iter(*w.NOTES)}
    for (kind, name), number in numbers.items():
        if (kind, name) in notes:
            walk.note(notes[kind, name], kind, number)
    return writer.written()


def _parts(archive: Archive) -> _Parts | Problem:
    main = _main_part(archive)
    body = tree_of(archive, main, w.common)
    if isinstance(body, Problem):
        return body
    folder = posixpath.dirname(main)
    named = sorted(name for name in archive.names if posixpath.dirname(name) == folder and name.endswith(".xml"))
    trees: dict[str, _Element] = {}
    for name in named:
        stem = posixpath.basename(name)
        if stem.startswith(("header", "footer", "footnotes", "endnotes", "comments.", "styles.", "numbering.")):
            tree = tree_of(archive, name, w.common)
            if isinstance(tree, Problem):
                return tree
            trees[stem.removesuffix(".xml")] = tree
    return _Parts(
        body,
        tuple((name, root) for name, root in trees.items() if name.startswith(("header", "footer"))),
        tuple(trees[name] for name in ("footnotes", "endnotes") if name in trees),
        len(list(trees["comments"].iter(w.COMMENT))) if "comments" in trees else 0,
        styles_of(trees["styles"]) if "styles" in trees else Styles(),
        trees.get("numbering"),
    )


def _main_part(archive: Archive) -> str:
    """The name of the part that holds the document, as the package says it."""
    relations = tree_of(archive, "_rels/.rels", w.common) if archive.has("_rels/.rels") else None
    if relations is not None and not isinstance(relations, Problem):
        for relation in relations.iter(_RELATIONSHIP):
            if relation.get("Type", "").endswith(_OFFICE):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _metadata(archive: Archive) -> dict[str, str]:
    core = tree_of(archive, "docProps/core.xml", w.common) if archive.has("docProps/core.xml") else None
    if core is None or isinstance(core, Problem):
        return {}
    return {_CORE[str(each.tag)]: (each.text or "").strip() for each in core.iter(*_CORE)}


def _hidden(any_words: bool) -> tuple[Problem, ...]:
    if not any_words:
        return ()
    message = "the file holds words that no reader sees (hidden, white or tiny); they were left out"
    hint = "show them in Word, and ask why they are hidden; where they would change a verdict, it is left to a reviewer"
    return (Problem("W-HIDDEN-TEXT", message, hint=hint),)


def _comments(count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = f"the file holds {count} comment{'s' if count > 1 else ''} in the margin, which are not part of its text"
    return (Problem("W-COMMENTS", message, hint="read them in Word if they matter"),)
