"""Labelled files: texts by other hands than the rules', each with the verdict it should get."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from checker.errors import CheckerError
from checker.model.finding import Verdict
from checker.validation import yamlfile


class Half(StrEnum):
    """Which cases of a file are scored: the half that authors of rules may read, the half they may not, or all."""

    ALL = "all"
    READ = "read"
    UNREAD = "unread"

    def holds(self, name: str) -> bool:
        """Whether the case of this id is in the half: its hash decides, so that nobody chooses."""
        unread = hashlib.sha256(name.encode()).digest()[0] % 2 == 1
        return self is Half.ALL or unread is (self is Half.UNREAD)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels.

    `verdicts` and `evidences` (the deciding words) are given by commitment. What a long document says of other
    commitments than these is not_addressed, but for those that are `unscored`.
    """

    file: str
    id: str
    lang: str
    document: str
    verdicts: Mapping[str, Verdict]
    evidences: Mapping[str, str] = field(default_factory=dict)
    unscored: tuple[str, ...] = ()
    long: bool = False


@dataclass(frozen=True)
class _Written:
    """A case as it stands in a file: with one commitment, or long with several."""

    id: str
    lang: str
    document: str
    commitment: str = ""
    verdict: Verdict | None = None
    evidence: str | None = None
    verdicts: dict[str, Verdict] | None = None
    evidences: dict[str, str] = field(default_factory=dict)
    unscored: tuple[str, ...] = ()


def load(files: Iterable[Path], half: Half = Half.ALL) -> tuple[Labelled, ...]:
    """The cases of labelled files, or a half of them. Raises CheckerError for a file that holds something else."""
    return tuple(case for file in files for case in _cases(file) if half.holds(case.id))


def _cases(file: Path) -> tuple[Labelled, ...]:
    written = yamlfile.read(file, tuple[_Written, ...], "a list of labelled cases")
    return tuple(_case(file, each) for each in written)


def _case(file: Path, case: _Written) -> Labelled:
    if case.verdicts is not None:
        words, labels = case.evidences, case.verdicts
        return Labelled(file.name, case.id, case.lang, case.document, labels, words, case.unscored, long=True)
    if not case.commitment or case.verdict is None:
        hint = "name one commitment and its verdict, or several under verdicts"
        raise CheckerError(f"the case {case.id} has no label", file.as_posix(), hint)
    evidences = {case.commitment: case.evidence} if case.evidence else {}
    return Labelled(file.name, case.id, case.lang, case.document, {case.commitment: case.verdict}, evidences)
