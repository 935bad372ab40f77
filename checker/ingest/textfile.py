"""What plain text and Markdown have in common: bytes to characters, facts, and a document whose places are lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checker.ingest.assemble import document, unread
from checker.ingest.characters import clean
from checker.ingest.charset import decode
from checker.ingest.facts import describe
from checker.ingest.kinds import Kind
from checker.ingest.reading import Issuers, Reading, Source, TextReading, line_of
from checker.model.document import Problem


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text of a document, what its front matter says (title, issuer, author, dated), what was left out of it."""

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def reading_of(source: Source, kind: Kind, known: Issuers, prepare: Callable[[str], Prepared]) -> Reading:
    """The reading of a text file, once `prepare` has made its characters into the document's text."""
    decoded = decode(source.data, source.stated.encoding)
    if not decoded.encoding and decoded.problem:
        return unread(source, kind.media_type, decoded.problem)
    prepared = prepare(clean(_one_line_end(decoded.text)))
    if not prepared.text.strip():
        return unread(source, kind.media_type, Problem("E-EMPTY", "the file holds no words", hint="fetch it again"))
    problems = (*kind.problems, *((decoded.problem,) if decoded.problem else ()), *prepared.problems)
    facts = describe(prepared.text, source.stated, known, prepared.metadata, lambda span: line_of(prepared.text, span))
    return TextReading(document(source, kind.media_type, prepared.text, facts, problems))


def _one_line_end(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
