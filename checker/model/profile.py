"""Profiles: what is asked of the documents in some folders, where that differs from the rest of the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase

from checker.model.finding import Level


class FailOn(StrEnum):
    """From which verdict on a run fails."""

    VIOLATION = "violation"
    NEEDS_REVIEW = "needs_review"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Profile:
    """Which commitments are asked about, how bad a breach of each is, and what fails the run.

    `select` and `ignore` are ids or patterns such as "msca-*"; without `select` all commitments are asked about. None
    for `fail_on` is what the whole run fails on.
    """

    name: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = field(default_factory=dict)
    fail_on: FailOn | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a profile needs a name")

    def asks(self, commitment: str) -> bool:
        """Whether documents of this profile are judged by the commitment of that id."""
        chosen = not self.select or _any(commitment, self.select)
        return chosen and not _any(commitment, self.ignore)


def _any(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
