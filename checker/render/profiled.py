"""The profiles of a run: which documents each is for and how many commitments it asks about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.profile import Profile
from checker.model.report import Report
from checker.render.words import Words


@dataclass(frozen=True, slots=True)
class Profiled:
    """One profile with the paths of its documents and the number of commitments it asks about."""

    profile: Profile
    documents: tuple[str, ...]
    commitments: int


def profiled(report: Report) -> tuple[Profiled, ...]:
    """The profiles that documents of `report` have, by name."""
    by_name: dict[str, list[str]] = {}
    for document in report.documents:
        if document.path in report.profiles:
            by_name.setdefault(report.profiles[document.path].name, []).append(document.path)
    return tuple(_profiled(report, by_name[name]) for name in sorted(by_name))


def lines(report: Report, words: Words) -> Iterator[str]:
    """A line for each profile."""
    for each in profiled(report):
        yield words(
            "profile_line",
            name=each.profile.name,
            documents=words.count("n_documents", len(each.documents)),
            asked=each.commitments,
            all=len(report.rules.commitments),
            fail_on=words(f"fail_on.{report.fails_on(each.documents[0]).value}"),
        )


def _profiled(report: Report, documents: list[str]) -> Profiled:
    profile = report.profiles[documents[0]]
    asked = sum(profile.asks(commitment.id) for commitment in report.rules.commitments)
    return Profiled(profile, tuple(documents), asked)
