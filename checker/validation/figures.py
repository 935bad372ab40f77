"""The figures of a set of judged labels, with bootstrap intervals."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from checker.model.finding import Verdict
from checker.validation.outcomes import Row

VERDICTS = (Verdict.COMPLIANT, Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.NOT_ADDRESSED)
DRAWS = 400
"""How many samples an interval rests on; each is drawn with its own number as seed."""

Confusion = Mapping[tuple[Verdict, Verdict], int]
"""How often each label (first) got each verdict (second)."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1; None where there is nothing to divide by.

    `accuracy`: labels that got their verdict. `violation_precision`, `compliant_precision`: of the cases called so,
    those labelled so. `decided`: of those labelled violation or compliant, those that got exactly that.
    `attention`: of those labelled violation, those called violation or needs_review. `confidently_wrong`: cases
    called compliant that are violations, or the reverse. `noise`: of those labelled not_addressed, those called
    anything else. `evidence`: of the rightly decided cases with labelled words, those that quote them.
    """

    cases: int
    accuracy: float | None
    violation_precision: float | None
    compliant_precision: float | None
    decided: float | None
    attention: float | None
    confidently_wrong: float | None
    noise: float | None
    evidence: float | None

    def shares(self) -> dict[str, float | None]:
        """The figures by name, without the number of cases."""
        return {name: value for name, value in asdict(self).items() if name != "cases"}


def confusion(rows: Iterable[Row]) -> Confusion:
    """How often each label got each verdict."""
    return Counter((row.label, row.given) for row in rows)


def figures(rows: Sequence[Row]) -> Figures:
    """The figures of some rows."""
    n = Counter((row.label, row.given) for row in rows)
    compliant, violation, review, silent = VERDICTS
    labelled, given = Counter(row.label for row in rows), Counter(row.given for row in rows)
    words = [row.quoted for row in rows if _rightly_decided(row) and row.quoted is not None]
    return Figures(
        cases=len(rows),
        accuracy=_share(sum(n[verdict, verdict] for verdict in VERDICTS), len(rows)),
        violation_precision=_share(n[violation, violation], given[violation]),
        compliant_precision=_share(n[compliant, compliant], given[compliant]),
        decided=_share(n[violation, violation] + n[compliant, compliant], labelled[violation] + labelled[compliant]),
        attention=_share(n[violation, violation] + n[violation, review], labelled[violation]),
        confidently_wrong=_share(n[violation, compliant] + n[compliant, violation], len(rows)),
        noise=_share(labelled[silent] - n[silent, silent], labelled[silent]),
        evidence=_share(sum(words), len(words)),
    )


def intervals(rows: Sequence[Row]) -> dict[str, Interval | None]:
    """The middle 95 percent of each figure over samples of the rows, drawn with replacement; the same every time."""
    draws = [figures(random.Random(seed).choices(rows, k=len(rows))).shares() for seed in range(DRAWS)] if rows else []
    return {name: _middle([draw[name] for draw in draws]) for name in figures(()).shares()}


def _rightly_decided(row: Row) -> bool:
    return row.label is row.given and row.label in VERDICTS[:2]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _middle(drawn: Iterable[float | None]) -> Interval | None:
    values = sorted(value for value in drawn if value is not None)
    cut = len(values) // 40
    return (values[cut], values[-1 - cut]) if values else None
