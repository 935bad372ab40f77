"""What was read of documents, each stretch of words beside its place: the text that verdicts rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import Document
from checker.model.text import language
from checker.render.codes import code_name, hint, message
from checker.render.places import place_in
from checker.render.words import Words


@dataclass(frozen=True, slots=True)
class StretchView:
    """Words that stand in one place; `at` is where they begin in the text, counted from 0."""

    place: str
    at: int
    lang: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadView:
    """One document: what it is, what could not be read of it, its words."""

    path: str
    facts: str
    problems: tuple[str, ...]
    stretches: tuple[StretchView, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """All documents that one file gave."""

    lang: str
    heading: str
    documents: tuple[ReadView, ...]


def reading_view(documents: Iterable[Document], words: Words) -> ReadingView:
    """What was read of `documents`."""
    return ReadingView(words.lang, words("reading_title"), tuple(_read(each, words) for each in documents))


def _read(document: Document, words: Words) -> ReadView:
    size = f"{len(document.text):,}"
    facts = words("reading_facts", media_type=document.media_type, state=words.name(document.state), characters=size)
    problems = (
        f"{code_name(each.code, words.lang)}: {message(each, words.lang)} {place_in(each.where, words.lang)} "
        f"{hint(each, words.lang)} ({each.code})"
        for each in document.problems
    )
    return ReadView(
        document.path, facts, tuple(" ".join(each.split()) for each in problems), tuple(_parts(document, words))
    )


def _parts(document: Document, words: Words) -> Iterator[StretchView]:
    for start, end in pairwise((*_starts(document), len(document.text))):
        said = document.text[start:end].strip("\n")
        if said.strip():
            yield StretchView(place_in(document.place_of(start), words.lang), start, language(said), said)


def _starts(document: Document) -> list[int]:
    """Where the pages, the parts, or else the paragraphs begin."""
    if document.pages:
        return [page.span.start for page in document.pages]
    if document.places:
        return [place.start for place in document.places]
    starts, at = [], 0
    for paragraph in document.text.split("\n\n"):
        starts.append(at + len(paragraph) - len(paragraph.lstrip("\n")))
        at += len(paragraph) + 2
    return starts
