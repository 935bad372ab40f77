"""EPUB: the chapters of a book in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from checker.ingest import html
from checker.ingest.archive import Archive, damaged, open_archive
from checker.ingest.kinds import Kind
from checker.ingest.reading import Alternative, Issuers, Other, Reading, Source
from checker.ingest.writer import Account, Written, reading_of
from checker.ingest.xmlpart import tree_of
from checker.model.document import Place, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a book; places are its chapter files with their elements and lines."""
    return reading_of(source, kind, known_issuers, _account(source.data))


def _account(data: bytes) -> Account | Problem:
    archive = open_archive(data)
    if isinstance(archive, Problem):
        return archive
    container = tree_of(archive, _CONTAINER)
    if isinstance(container, Problem):
        return container
    package = next((each.get("full-path", "") for each in _named(container, "rootfile")), "")
    if not package:
        return damaged("the part that lists its chapters is missing", package)
    book = tree_of(archive, package)
    if isinstance(book, Problem):
        return book
    title = next(_named(book, "title"), None)
    chapters = [(name, _chapter(archive, name)) for name in _spine(book, posixpath.dirname(package))]
    return _bound(chapters, {"title": (title.text or "").strip()} if title is not None else {})


def _bound(chapters: list[tuple[str, Account | Problem]], metadata: dict[str, str]) -> Account:
    """The chapters as one text, and as another one with what they hide."""
    texts: list[str] = []
    others: list[str] = []
    places: list[Place] = []
    problems: list[Problem] = []
    length = 0
    for name, chapter in chapters:
        if isinstance(chapter, Problem):
            problems.append(chapter)
            continue
        text = chapter.written.text
        places += [Place(length + place.start, f"{name}, {place.words}") for place in chapter.written.places]
        problems += [
            Problem(each.code, each.message, f"{name} {each.where}".strip(), each.hint) for each in chapter.problems
        ]
        texts.append(text)
        others += [other.text for other in chapter.alternatives] or [text]
        length += len(text) + 1
    hidden = "\n".join(others)
    whole = "\n".join(texts)
    alternatives = (Alternative(Other.SHOWN, hidden),) if hidden != whole else ()
    return Account(Written(whole, tuple(places)), metadata, tuple(problems), alternatives)


def _spine(book: _Element, folder: str) -> Iterator[str]:
    """The names of the chapters in order."""
    files = {each.get("id", ""): each for each in _named(book, "item")}
    for reference in _named(book, "itemref"):
        item = files.get(reference.get("idref", ""))
        if item is not None and item.get("media-type") in _PAGES:
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(archive: Archive, name: str) -> Account | Problem:
    if not archive.has(name):
        return damaged(f"the chapter {name} is missing", name)
    data = archive.read(name)
    return data if isinstance(data, Problem) else html.account_of(data)


def _named(root: _Element, name: str) -> Iterator[_Element]:
    """The elements of a name, whatever their namespace."""
    return root.iter(f"{{*}}{name}")
