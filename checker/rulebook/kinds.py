"""The kinds of documents that packs can tell: what each is called, its force, the words that give it away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.errors import RuleError
from checker.model.kind import DocumentKind, Force
from checker.rulebook.concepts import LANGUAGES
from checker.rulebook.instruments import bilingual
from checker.rulebook.nodes import Node


def check(files: Iterable[Node]) -> Iterator[RuleError]:
    """Every kind that an instrument file lists twice."""
    for file in files:
        lines: dict[str, int] = {}
        for kind in file.list("document_kinds"):
            name = kind.word("id")
            if name in lines:
                message = f'the kind of documents "{name}" stands twice, here and in line {lines[name]}'
                yield RuleError(message, kind["id"].mark, "put them together, or rename one")
            lines[name] = kind["id"].line


def gather(files: Iterable[Node]) -> tuple[DocumentKind, ...]:
    """The kinds of instrument files in their order; of several packs that list one, the first one's counts."""
    found: dict[str, DocumentKind] = {}
    for file in files:
        for kind in file.list("document_kinds"):
            found.setdefault(kind.word("id"), _kind(kind))
    return tuple(found.values())


def _kind(entry: Node) -> DocumentKind:
    return DocumentKind(
        id=entry.word("id"),
        title=bilingual(entry["title"]),
        force=Force(entry.word("force")),
        begins=_words(entry, "title_begins"),
        ends=_words(entry, "title_ends"),
        holds=_words(entry, "head_holds"),
        dateline=entry.word("looks_like") == "dateline",
    )


def _words(entry: Node, key: str) -> tuple[str, ...]:
    """The words under a key, in either language: a document's head often mixes them."""
    listed = entry.get(key)
    return tuple(word for lang in LANGUAGES for word in listed.words(lang)) if listed else ()
