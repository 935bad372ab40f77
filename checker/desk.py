"""Hands out the documents of a run, equal ones once, and gives every input its own result at the end."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from checker.failures import Cause, Failure, problem
from checker.fingerprint import fingerprint
from checker.ingest import CONTAINERS, Source
from checker.intake import Input, load
from checker.limits import DOCUMENT_BYTES
from checker.memory import Kept, Key, Memory
from checker.model.commitment import Commitment
from checker.model.document import Problem
from checker.result import Outcome, Result, unread


class Desk:
    """The inputs of one run, in the order they are given, and what is known of each.

    `done` counts those that need no more work, `total` all that are known, those inside others too; `isolations` are
    the levels at which documents with a result were read.
    """

    def __init__(
        self, inputs: Iterable[Input], commitments: Iterable[Commitment], memory: Memory | None = None
    ) -> None:
        self._inputs = tuple(inputs)
        self._commitments = tuple(commitments)
        self._memory = memory
        self._keys: dict[str, Key] = {}
        self._refused: dict[str, Problem] = {}
        self._results: dict[Key, Result] = {}
        self._started: set[Key] = set()
        self._found: list[Source] = []
        self.total = len(self._inputs)
        self.done = 0
        self.isolations: set[str] = set()

    def sources(self) -> Iterator[Source]:
        """The documents to evaluate, each read only when it is asked for."""
        for item in self._inputs:
            data = load(item, DOCUMENT_BYTES)
            if isinstance(data, Problem):
                self._refused[item.path] = data
                self.done += 1
                continue
            yield from self._fresh(Source(item.path, data, item.stated))

    def enclosed(self) -> Iterator[Source]:
        """The documents to evaluate that were found inside others since this was last asked."""
        found, self._found = self._found, []
        for source in found:
            yield from self._fresh(source)

    def take(self, source: Source, outcome: Outcome, isolation: str) -> None:
        """Keep what the evaluation of `source` gave, and how it was isolated."""
        key = self._keys[source.path]
        self.done += 1
        if isinstance(outcome, Result) or outcome.cause is not Cause.START:
            self.isolations.add(isolation)
        if isinstance(outcome, Failure):
            outcome = unread(source.path, source.data, problem(outcome), self._commitments)
        elif self._memory:
            self._memory.keep(key, Kept(outcome, isolation))
        self._results[key] = outcome
        self._open(source, outcome)

    def _fresh(self, source: Source) -> Iterator[Source]:
        """`source`, unless it has been handed out before or an earlier run has left its result."""
        key = self._keys[source.path] = _key(source)
        if key in self._started or self._recalled(source, key):
            self.done += 1
        else:
            yield source
        self._started.add(key)

    def _open(self, source: Source, result: Result) -> None:
        """Note the documents inside another that have bytes to be evaluated."""
        found = [inner for inner, problem in _inside(source.path, source.inside, result) if problem is None]
        self._found += found
        self.total += len(found)

    def _recalled(self, source: Source, key: Key) -> bool:
        """Whether an earlier run has left the result."""
        kept = self._memory.recall(key) if self._memory else None
        if kept is None:
            return False
        self._results[key] = kept.result
        self.isolations.add(kept.isolation)
        self._open(source, kept.result)
        return True

    def results(self) -> tuple[Result, ...]:
        """One result per input and per document inside one, in their order; what has no answer was interrupted."""
        return _identified(result for item in self._inputs for result in self._all(item.path, ()))

    def _all(self, path: str, inside: tuple[str, ...]) -> Iterator[Result]:
        """The result of one document and of those inside it."""
        result = self._result(path)
        yield replace(result, enclosed=())
        for source, why in _inside(path, inside, result):
            if why is not None:
                yield unread(source.path, b"", why, self._commitments)
                continue
            self._keys.setdefault(source.path, _key(source))
            yield from self._all(source.path, source.inside)

    def _result(self, path: str) -> Result:
        key = self._keys.get(path)
        if key is not None and key in self._results:
            return _under(path, self._results[key])
        why = self._refused.get(path) or problem(Failure(Cause.INTERRUPTED))
        return unread(path, b"", why, self._commitments)


def _key(source: Source) -> Key:
    suffix = PurePosixPath(source.path).suffix.lower()
    return Key(hashlib.sha256(source.data).hexdigest(), suffix, source.stated, source.inside)


def _inside(path: str, inside: tuple[str, ...], result: Result) -> Iterator[tuple[Source, Problem | None]]:
    """The documents inside another as sources of their own, each with the problem that kept it from coming out."""
    kind = CONTAINERS.get(result.document.media_type, "")
    for each in result.enclosed:
        yield Source(f"{path}!{each.name}", each.data, inside=(*inside, kind)), each.problem


def _under(path: str, result: Result) -> Result:
    findings = tuple(replace(finding, document=path) for finding in result.findings)
    return replace(result, document=replace(result.document, path=path), findings=findings)


def _identified(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results with findings named; those that would share a name are counted."""
    seen: Counter[str] = Counter()
    named = []
    for result in results:
        names = {}
        for finding in result.findings:
            name = fingerprint(finding)
            names[finding.id] = fingerprint(finding, seen[name])
            seen[name] += 1
        findings = tuple(replace(finding, id=names[finding.id]) for finding in result.findings)
        crops = tuple(replace(crop, finding=names[crop.finding]) for crop in result.crops)
        named.append(replace(result, findings=findings, crops=crops))
    return tuple(named)
