"""Rules over records: what the rows of a table of one kind must satisfy, as one records file encodes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model.finding import Verdict
from checker.model.text import Bilingual


@dataclass(frozen=True, slots=True)
class RecordTotal:
    """What the governed rows of a table come to: the formula `of`, in `unit`, added up over what they report on.

    Rows with equal cells in the columns `once` report on one thing, of which the row with the latest day in the column
    `latest` counts. Things with equal cells in all columns `alike` may be one and the same under two names. A total
    with a row for which the formula `interim` holds is not final.
    """

    of: str
    title: Bilingual
    once: tuple[str, ...]
    unit: str
    latest: str = ""
    alike: tuple[str, ...] = ()
    interim: str = ""

    def __post_init__(self) -> None:
        if not self.once:
            raise ValueError("a total needs the columns that tell one thing from another")


@dataclass(frozen=True, slots=True)
class RecordCriterion:
    """Governs the rows for which `where` holds and `unless` does not; the first criterion that governs a row decides.

    A row that meets `expect`, a comparison of a stated with an expected value, is compliant; one that does not gets
    `verdict`. Without `expect` every governed row gets it. All three are formulas; `unless` and `expect` may be "".
    With a `total` the expectation is about what the governed rows come to together.
    """

    id: str
    verdict: Verdict
    code: str
    why: Bilingual
    where: str
    unless: str = ""
    expect: str = ""
    tolerance: str = "0"
    total: RecordTotal | None = None

    def __post_init__(self) -> None:
        if self.verdict in (Verdict.NOT_APPLICABLE, Verdict.NOT_CHECKED):
            raise ValueError(f"a criterion cannot give {self.verdict}")
        if self.verdict is Verdict.COMPLIANT and self.expect:
            raise ValueError("a criterion that expects something says what follows where it is not met")


@dataclass(frozen=True, slots=True)
class RecordRule:
    """The criteria of one commitment for records of one kind (`of`: a record schema's name).

    `sets` are named lists of codes or words; `values` named formulas, of which later ones may use earlier ones.
    """

    of: str
    sets: Mapping[str, tuple[str, ...]]
    values: Mapping[str, str]
    criteria: tuple[RecordCriterion, ...]

    def __post_init__(self) -> None:
        if not self.criteria:
            raise ValueError(f"the rule over {self.of} records has no criterion")
