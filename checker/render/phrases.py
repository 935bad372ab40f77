"""Phrases that every output for people shares: places, facts, problems."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.commitment import Edition
from checker.model.decision import Decision, Notice
from checker.model.document import Document, Fact, Problem
from checker.model.finding import Evidence, Waiver, Worked
from checker.model.report import Report
from checker.render.codes import hint, message
from checker.render.places import place_in
from checker.render.words import Words

_SHORT_HASH = 12


def place(evidence: Evidence, words: Words) -> str:
    """Where the quoted words stand: "p. 2, Sec. 2(a)", or the symbolic place alone where there are no pages."""
    where = place_in(evidence.where, words.lang)
    if evidence.page is None:
        return where
    return words("page_place", page=evidence.page, where=where)


def worked_steps(worked: Worked, words: Words) -> str:
    """The arithmetic of a row; its last step, what is stated and what was expected, in words."""
    english = f"stated {worked.stated}, expected {worked.expected}"
    told = words("worked_end", stated=worked.stated, expected=worked.expected)
    return worked.steps.removesuffix(english) + told if worked.steps.endswith(english) else worked.steps


def fact(found: Fact | None, words: Words) -> str:
    """A fact with where it comes from, or that it is not known."""
    return words("unknown") if found is None else words("fact", value=found.value, origin=words.name(found.origin))


def kind_of(document: Document, words: Words) -> str:
    """The kind of a document with the words that gave it away, or that it is not known."""
    kind = document.kind
    return words("unknown") if kind is None else words("kind_told", name=kind.title.pick(words.lang), quote=kind.words)


def waiver_sentence(waiver: Waiver, words: Words) -> str:
    """Who accepted a finding, until when and why."""
    return words(
        "waiver",
        expires=waiver.expires,
        reason=waiver.reason,
        reviewer=waiver.reviewer,
        approver=waiver.approver,
    )


def decision_sentence(decision: Decision, words: Words) -> str:
    """What a reviewer decided, when and why."""
    action = words.name(decision.action)
    if decision.cause is not None:
        action = words("fact", value=action, origin=words.name(decision.cause))
    return words("decided", action=action, reviewer=decision.reviewer, created=decision.created, reason=decision.reason)


def notice_sentence(notice: Notice, words: Words) -> str:
    """What is to be said about a recorded decision, without where it is recorded."""
    decision = notice.decision
    return words(
        f"notice.{notice.kind.value}",
        expires=decision.expires,
        document=decision.document,
        n=len(notice.findings),
        reviewer=decision.reviewer,
        created=decision.created,
    )


def notice_line(notice: Notice, words: Words) -> str:
    """A notice on one line: what it is, where the decision is recorded, what it means, whose decision it is."""
    return words(
        "notice.line",
        kind=words.name(notice.kind),
        where=notice.decision.place,
        sentence=notice_sentence(notice, words),
        reviewer=notice.decision.reviewer,
        reason=notice.decision.reason,
    )


def problem_kind(problem: Problem, words: Words) -> str:
    """How much a problem takes away from the reading."""
    kinds = {"E": "problem_error", "W": "problem_warning", "I": "problem_note"}
    return words(kinds[problem.code[0]])


def problem_line(problem: Problem, words: Words) -> str:
    """A problem on one line: how much it takes away, what it says, its code."""
    return words("problem", kind=problem_kind(problem, words), message=message(problem, words.lang), code=problem.code)


def problem_place(problem: Problem, words: Words) -> str:
    """Where a problem is, with the word for it; empty where it has no place."""
    return words("at", where=place_in(problem.where, words.lang)) if problem.where else ""


def problem_advice(problem: Problem, words: Words) -> str:
    """What to do about a problem, with the word for it; empty where nothing is to be done."""
    advice = hint(problem, words.lang)
    return words("next_step", hint=advice) if advice else ""


def troubles(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that took something away from the reading."""
    return tuple(problem for problem in problems if not _is_note(problem))


def notes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that took nothing away and are merely worth knowing."""
    return tuple(problem for problem in problems if _is_note(problem))


def troubled(report: Report) -> tuple[Document, ...]:
    """The documents that were not read, or read with a reservation, the least read first."""
    having = [document for document in report.documents if troubles(document.problems)]
    return tuple(sorted(having, key=_least_read))


def _is_note(problem: Problem) -> bool:
    return problem.code.startswith("I-")


def _least_read(document: Document) -> bool:
    return not any(problem.is_error for problem in document.problems)


def editions(report: Report, words: Words) -> str:
    """The rule packs of a report, each with its version and the hash of its files, as far as these are known."""
    return words("separator").join(_edition(each, words) for each in report.rules.editions)


def _edition(edition: Edition, words: Words) -> str:
    sha = edition.sha256[:_SHORT_HASH]
    return words("rules_value", pack=edition.label, sha=sha) if sha else edition.label
