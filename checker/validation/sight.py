"""The log of first sights: what each labelled file gave before anyone had read it. It is kept by hand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from checker.validation import yamlfile
from checker.validation.figures import Figures


@dataclass(frozen=True)
class FirstSight:
    """The figures of one file on the day it was first scored, and the commit that was scored."""

    file: str
    date: datetime.date
    commit: str
    cases: int
    accuracy: float
    violation_precision: float | None
    compliant_precision: float | None
    decided: float | None
    attention: float | None
    confidently_wrong: float
    noise: float | None
    evidence: float | None

    @property
    def figures(self) -> Figures:
        """The figures alone."""
        return Figures(
            self.cases,
            self.accuracy,
            self.violation_precision,
            self.compliant_precision,
            self.decided,
            self.attention,
            self.confidently_wrong,
            self.noise,
            self.evidence,
        )


def first_sights(log: Path) -> tuple[FirstSight, ...]:
    """The entries of a log, in its order. Raises CheckerError for a file that holds something else."""
    return yamlfile.read(log, tuple[FirstSight, ...], "a log of first sights")
