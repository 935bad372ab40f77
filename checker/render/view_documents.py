"""The documents as the page shows them: what was read, what was not, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model.document import Document, Problem
from checker.render import together
from checker.render.codes import message
from checker.render.phrases import fact, kind_of, problem_advice, problem_kind, problem_place, troubled, troubles
from checker.render.recall import characters
from checker.render.view_parts import Link, Shelf


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem; `level` is "error", "warning" or "note", `where` and `hint` may be empty."""

    level: str
    kind: str
    code: str
    message: str
    where: str
    hint: str


@dataclass(frozen=True, slots=True)
class Unread:
    """The problems of one document, or of the run as a whole where `document` leads nowhere."""

    document: Link
    state: str
    problems: tuple[ProblemView, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the list of documents; `shared` are the codes of its notes that are told for all documents."""

    anchor: str
    path: str
    title: str
    state_key: str
    state: str
    pages: str
    characters: str
    kind: str
    issuer: str
    dated: str
    problems: tuple[ProblemView, ...]
    shared: tuple[str, ...]


def unread(on: Shelf) -> tuple[Unread, ...]:
    """What could not be read or was read with a reservation, the least read first, the run's own problems last."""
    words = on.words
    documents = tuple(
        Unread(
            Link(document.path, f"#{on.document_anchors[document.path]}"),
            words.name(document.state),
            _problems(troubles(document.problems), on),
        )
        for document in troubled(on.report)
    )
    run = _problems(on.report.problems, on)
    return (*documents, Unread(Link(words("whole_run"), ""), "", run)) if run else documents


def document_rows(on: Shelf) -> tuple[DocumentRow, ...]:
    """Every document once, in the report's order."""
    told = together.shared(on.report)
    return tuple(_row(document, told, on) for document in on.report.documents)


def _row(document: Document, told: tuple[str, ...], on: Shelf) -> DocumentRow:
    words = on.words
    own = [problem for problem in document.problems if problem.code not in told]
    return DocumentRow(
        anchor=on.document_anchors[document.path],
        path=document.path,
        title=document.title,
        state_key=document.state.value,
        state=words.name(document.state),
        pages=str(len(document.pages)) if document.pages else words("no_pages"),
        characters=f"{characters(document, on.report):,}",
        kind=kind_of(document, words),
        issuer=fact(document.issuer, words),
        dated=fact(document.dated, words),
        problems=_problems(own, on),
        shared=tuple(problem.code for problem in document.problems if problem.code in told),
    )


def _problems(problems: Iterable[Problem], on: Shelf) -> tuple[ProblemView, ...]:
    levels = {"E": "error", "W": "warning", "I": "note"}
    words = on.words
    return tuple(
        ProblemView(
            level=levels[problem.code[0]],
            kind=words("problem_lead", kind=problem_kind(problem, words)),
            code=problem.code,
            message=message(problem, words.lang),
            where=problem_place(problem, words),
            hint=problem_advice(problem, words),
        )
        for problem in problems
    )
