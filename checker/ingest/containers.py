"""Files that hold documents: how deep they may lie in each other, how much they may hold, what they are called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from checker import limits
from checker.ingest.kinds import Kind
from checker.ingest.reading import Enclosed, Reading, Source, TextReading
from checker.model.document import Document, Problem, State


def refused(source: Source, kind: str) -> Problem | None:
    """Why a container inside others is not opened: an archive in an archive, a message in a message's message."""
    if kind not in source.inside:
        return None
    message = "an archive in an archive or a message in a message is not opened"
    return Problem("E-NESTED", message, hint="take it out and give it as a file of its own")


def named(enclosed: Iterable[Enclosed]) -> tuple[Enclosed, ...]:
    """The documents of a container, names that come twice told apart."""
    seen: dict[str, int] = {}
    found = []
    for each in enclosed:
        count = seen[each.name] = seen.get(each.name, 0) + 1
        found.append(each if count == 1 else Enclosed(f"{each.name} ({count})", each.data, each.problem))
    return tuple(found)


def within_limit(enclosed: Iterable[Enclosed]) -> Iterator[Enclosed]:
    """The documents of a container; those beyond the limit on all of them only by name, with the problem."""
    total = 0
    for each in enclosed:
        total += len(each.data)
        yield each if total <= limits.ENCLOSED_BYTES else Enclosed(each.name, b"", _over_limit())


def wrapper(source: Source, kind: Kind, enclosed: tuple[Enclosed, ...]) -> Reading:
    """The reading of a container that has no words itself."""
    many = f"{len(enclosed)} documents, checked under their own names"
    message = f"it holds {many if len(enclosed) > 1 else '1 document, checked under its own name'}"
    document = Document(
        path=source.path,
        sha256=hashlib.sha256(source.data).hexdigest(),
        size=len(source.data),
        media_type=kind.media_type,
        text="",
        state=State.CHECKED,
        problems=(*kind.problems, Problem("I-CONTAINER", message)),
    )
    return TextReading(document, enclosed=enclosed)


def _over_limit() -> Problem:
    message = f"the documents in it come to more than {limits.ENCLOSED_BYTES:,} bytes; the rest was not taken out"
    return Problem("E-ZIP-LIMIT", message, hint="unpack it and give the files inside")
