"""One run: every input to its document and its findings, in a fixed order, as one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from checker import __version__, posix
from checker.desk import Desk
from checker.ingest import Source
from checker.intake import Input
from checker.model.commitment import RulePack
from checker.model.decision import Decision
from checker.model.document import Problem
from checker.model.report import FailOn, Report
from checker.pool import Pool
from checker.result import Outcome
from checker.reviews import reviewed
from checker.selection import Selection


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, and what the report is to say about it.

    `as_of` is an ISO date; `jobs` is the number of worker processes, 0 for as many as the machine carries;
    unless `isolated`, documents are read in this very process, which a hostile one can take down.
    """

    as_of: str
    fail_on: FailOn = FailOn.VIOLATION
    list_all: bool = False
    jobs: int = 0
    want_crops: bool = False
    isolated: bool = True


def check(
    inputs: Iterable[Input],
    rules: Selection,
    settings: Settings,
    problems: Sequence[Problem] = (),
    decisions: Sequence[Decision] = (),
) -> Report:
    """The report on `inputs`, with the `problems` met before the run, honouring the `decisions` of reviewers.

    The number of jobs never shows in it.
    """
    ordered = sorted(inputs, key=lambda item: item.path)
    pack = rules.load()
    desk = Desk(ordered, pack.commitments)
    interrupted = False
    with closing(_evaluator(rules, pack, settings, len(ordered))) as evaluator:
        try:
            for source, outcome in evaluator.evaluate(desk.sources()):
                desk.take(source, outcome)
        except KeyboardInterrupt:
            interrupted = True
    results = desk.results()
    report = Report(
        version=__version__,
        as_of=settings.as_of,
        rules=pack,
        documents=tuple(result.document for result in results),
        findings=tuple(finding for result in results for finding in result.findings),
        problems=tuple(problems),
        fail_on=settings.fail_on,
        list_all=settings.list_all,
        interrupted=interrupted,
        isolation=evaluator.isolation,
        crops={(crop.finding, crop.evidence): crop for result in results for crop in result.crops},
    )
    return reviewed(report, decisions)


class _Evaluator(Protocol):
    isolation: str

    def evaluate(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Outcome]]: ...

    def close(self) -> None: ...


class _Inline:
    """Checks documents one after the other in this process."""

    def __init__(self, pack: RulePack, want_crops: bool) -> None:
        self._pack = pack
        self._want_crops = want_crops
        self.isolation = "none"

    def evaluate(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Outcome]]:
        # Only a process that reads documents itself loads what reads them.
        from checker.judge import compile_rules
        from checker.worker import attempt

        compiled = compile_rules(self._pack)
        for source in sources:
            yield source, attempt(source, compiled, self._want_crops)

    def close(self) -> None:
        """Nothing is held."""


def _evaluator(rules: Selection, pack: RulePack, settings: Settings, inputs: int) -> _Evaluator:
    if not settings.isolated:
        return _Inline(pack, settings.want_crops)
    size = max(1, min(settings.jobs or posix.worker_slots(), inputs))
    return Pool(rules.anchored(), pack.sha256, size, settings.want_crops)
