"""One run: every input to its document and its findings, in a fixed order, as one report."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Protocol

from checker import __version__, posix
from checker.cache import Cache
from checker.desk import Desk
from checker.excerpt import recalled
from checker.intake import Input
from checker.isolation import weakest
from checker.memory import Memory
from checker.model.decision import Decision
from checker.model.document import Problem
from checker.model.profile import FailOn, Profile
from checker.model.report import Report
from checker.pool import Pool
from checker.prepared import Prepared, prepare
from checker.profiles import applied, quieted, spread, vetted
from checker.records import Work
from checker.result import PLAIN, Outcome, Wanted
from checker.reviews import reviewed
from checker.selection import Selection


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, and what the report is to say about it.

    `as_of` is an ISO date; `jobs` is the number of worker processes, 0 for as many as the machine carries;
    unless `isolated`, documents are read in this very process, which a hostile one can take down; `isolation` is the
    least that is put up with. Results are looked up and kept in `cache`, if there is one. `profiles` are
    by logical path.
    """

    as_of: str
    fail_on: FailOn = FailOn.VIOLATION
    list_all: bool = False
    jobs: int = 0
    wanted: Wanted = PLAIN
    isolated: bool = True
    isolation: str = "none"
    cache: Cache | None = None
    profiles: Mapping[str, Profile] = field(default_factory=dict)


Watch = Callable[[int, int], None]
"""Told during a run how many of how many inputs have their result."""


def check(
    inputs: Iterable[Input],
    rules: Selection,
    settings: Settings,
    problems: Sequence[Problem] = (),
    decisions: Sequence[Decision] = (),
    watch: Watch | None = None,
) -> Report:
    """The report on `inputs`, with the `problems` met before the run, honouring the `decisions` of reviewers.

    The number of jobs never shows in it.
    """
    ordered = sorted(inputs, key=lambda item: item.path)
    # What a reviewer has quoted is looked for in the texts.
    with_text = settings.wanted.text or bool(decisions)
    settings = replace(settings, wanted=replace(settings.wanted, text=with_text))
    prepared = prepare(rules, settings.cache)
    pack = prepared.pack
    vetted(settings.profiles.values(), pack)
    interrupted = False
    with (
        tempfile.TemporaryDirectory(prefix="checker-") as workplace,
        closing(_evaluator(prepared, settings, len(ordered))) as evaluator,
    ):
        desk = Desk(ordered, pack.commitments, Path(workplace), _memory(prepared, settings), settings.wanted.rows)
        try:
            waiting = desk.sources()
            while (first := next(waiting, None)) is not None:
                for work, outcome in evaluator.evaluate(chain((first,), waiting)):
                    desk.take(work, outcome, evaluator.isolation)
                    if watch:
                        watch(desk.done, desk.total)
                waiting = desk.enclosed()
        except KeyboardInterrupt:
            interrupted = True
    results = desk.results()
    profiles = spread(settings.profiles, (result.document for result in results))
    report = Report(
        version=__version__,
        as_of=settings.as_of,
        rules=pack,
        documents=tuple(result.document for result in results),
        findings=applied((finding for result in results for finding in result.findings), profiles),
        problems=tuple(problems),
        fail_on=settings.fail_on,
        list_all=settings.list_all,
        interrupted=interrupted,
        isolation=weakest(desk.isolations),
        silences=quieted({r.document.path: r.silence for r in results if r.silence}, profiles, pack.commitments),
        rows=desk.rows(),
        crops={(crop.finding, crop.evidence): crop for result in results for crop in result.crops},
        profiles=profiles,
        recalled=None if with_text else recalled(results),
    )
    return reviewed(report, decisions)


class _Evaluator(Protocol):
    isolation: str

    def evaluate(self, work: Iterable[Work]) -> Iterator[tuple[Work, Outcome]]: ...

    def close(self) -> None: ...


class _Inline:
    """Checks documents one after the other in this process."""

    def __init__(self, rules: bytes, wanted: Wanted) -> None:
        self._rules = rules
        self._wanted = wanted
        self.isolation = "none"

    def evaluate(self, work: Iterable[Work]) -> Iterator[tuple[Work, Outcome]]:
        # Only a process that reads documents itself loads what reads them.
        from checker.ruleset import compiled_of
        from checker.worker import attempt

        compiled = compiled_of(self._rules)
        for each in work:
            yield each, attempt(each, compiled, self._wanted)

    def close(self) -> None:
        """Nothing is held."""


def _memory(prepared: Prepared, settings: Settings) -> Memory | None:
    if settings.cache is None:
        return None
    return Memory(settings.cache, prepared.key, settings.wanted, settings.isolation)


def _evaluator(prepared: Prepared, settings: Settings, inputs: int) -> _Evaluator:
    if not settings.isolated:
        return _Inline(prepared.data, settings.wanted)
    size = max(1, min(settings.jobs or posix.worker_slots(settings.wanted.memory), inputs))
    return Pool(prepared.data, size, settings.wanted, settings.isolation)
