"""Making the Document value: the one place that decides its state."""

from __future__ import annotations

import hashlib

from checker.ingest.facts import Facts
from checker.ingest.reading import Reading, Source, TextReading
from checker.model.document import Document, Page, Place, Problem, State


def document(
    source: Source,
    media_type: str,
    text: str,
    facts: Facts,
    problems: tuple[Problem, ...],
    pages: tuple[Page, ...] = (),
    places: tuple[Place, ...] = (),
) -> Document:
    """The document that was read from `source`; partly checked where a problem says that words went unread."""
    failed = any(problem.is_error for problem in problems)
    return Document(
        path=source.path,
        sha256=hashlib.sha256(source.data).hexdigest(),
        size=len(source.data),
        media_type=media_type,
        text=text,
        state=State.PARTLY_CHECKED if failed else State.CHECKED,
        pages=pages,
        languages=facts.languages,
        issuer=facts.issuer,
        dated=facts.dated,
        title=facts.title,
        problems=(*problems, *facts.problems),
        places=places,
    )


def unread(source: Source, media_type: str, *problems: Problem) -> Reading:
    """The reading of a document that could not be read because of `problems`, the deciding one first."""
    return TextReading(
        Document(
            path=source.path,
            sha256=hashlib.sha256(source.data).hexdigest(),
            size=len(source.data),
            media_type=media_type,
            text="",
            state=State.NOT_CHECKED,
            problems=problems,
        )
    )
