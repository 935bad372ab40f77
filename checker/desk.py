"""Hands out the documents of a run, equal ones once, and gives every input its own result at the end."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from checker.failures import Cause, Failure, problem
from checker.fingerprint import fingerprint
from checker.ingest import CONTAINERS, Source
from checker.intake import Copied, Input, load, spool
from checker.limits import DOCUMENT_BYTES, RECORD_BYTES
from checker.memory import Kept, Key, Memory
from checker.model.commitment import Commitment
from checker.model.document import Problem
from checker.records import ROWS, RecordFile, Work, is_record_file
from checker.result import Excerpt, Outcome, Result, unread


class Desk:
    """The inputs of one run, in the order they are given, and what is known of each.

    `done` counts those that need no more work, `total` all that are known, those inside others too; `isolations` are
    the levels at which documents with a result were read.
    """

    def __init__(
        self,
        inputs: Iterable[Input],
        commitments: Iterable[Commitment],
        workplace: Path,
        memory: Memory | None = None,
        want_rows: bool = False,
    ) -> None:
        """`workplace` is an empty folder, where record files are copied to while they are checked.

        If `want_rows`, the verdict on every row of them is kept.
        """
        self._inputs = tuple(inputs)
        self._commitments = tuple(commitments)
        self._workplace = workplace
        self._memory = memory
        self._want_rows = want_rows
        self._copies = 0
        self._rows: dict[Key, bytes] = {}
        self._keys: dict[str, Key] = {}
        self._refused: dict[str, Problem] = {}
        self._results: dict[Key, Result] = {}
        self._started: set[Key] = set()
        self._found: list[Source] = []
        self.total = len(self._inputs)
        self.done = 0
        self.isolations: set[str] = set()

    def sources(self) -> Iterator[Work]:
        """The documents to evaluate, each read only when it is asked for."""
        for item in self._inputs:
            work = self._work(item)
            if isinstance(work, Problem):
                self._refused[item.path] = work
                self.done += 1
                continue
            yield from self._fresh(work)

    def enclosed(self) -> Iterator[Work]:
        """The documents to evaluate that were found inside others since this was last asked."""
        found, self._found = self._found, []
        for source in found:
            work = self._work(Input(source.path, source.stated, source.data), source.inside)
            if not isinstance(work, Problem):
                yield from self._fresh(work)

    def take(self, work: Work, outcome: Outcome, isolation: str) -> None:
        """Keep what the evaluation of `work` gave, and how it was isolated."""
        key = self._keys[work.path]
        self.done += 1
        if isinstance(outcome, Result) or outcome.cause is not Cause.START:
            self.isolations.add(isolation)
        if isinstance(outcome, Failure):
            outcome = unread(work.path, work.sha256, work.size, problem(outcome), self._commitments)
        elif self._memory:
            self._memory.keep(key, Kept(outcome, isolation))
        self._results[key] = outcome
        self._clear(work)
        self._open(work, outcome)

    def _work(self, item: Input, inside: tuple[str, ...] = ()) -> Work | Problem:
        """A document with its bytes, or a record file copied aside."""
        if not is_record_file(item.path):
            data = load(item, DOCUMENT_BYTES)
            return data if isinstance(data, Problem) else Source(item.path, data, item.stated, inside)
        self._copies += 1
        folder = self._workplace / str(self._copies)
        folder.mkdir()
        copy = folder / f"records{PurePosixPath(item.path).suffix.lower()}"
        copied = spool(item, RECORD_BYTES, copy)
        if isinstance(copied, Copied):
            return RecordFile(item.path, str(copy), copied.sha256, copied.size, item.stated, inside)
        shutil.rmtree(folder)
        return copied

    def _clear(self, work: Work) -> None:
        """Delete the copy of a record file, once the verdict on its rows has been taken from beside it."""
        if isinstance(work, RecordFile):
            folder = Path(work.copy).parent
            if (folder / ROWS).exists():
                self._rows[self._keys[work.path]] = (folder / ROWS).read_bytes()
            shutil.rmtree(folder)

    def _fresh(self, work: Work) -> Iterator[Work]:
        """`work`, unless it has been handed out before or an earlier run has left its result."""
        key = self._keys[work.path] = _key(work)
        if key in self._started or self._recalled(work, key):
            self.done += 1
            self._clear(work)
        else:
            yield work
        self._started.add(key)

    def _open(self, work: Work, result: Result) -> None:
        """Note the documents inside another that have bytes to be evaluated."""
        found = [inner for inner, problem in _inside(work.path, work.inside, result) if problem is None]
        self._found += found
        self.total += len(found)

    def _recalled(self, work: Work, key: Key) -> bool:
        """Whether an earlier run has left the result; it leaves no verdicts on rows."""
        wanted = isinstance(work, RecordFile) and self._want_rows
        kept = self._memory.recall(key) if self._memory and not wanted else None
        if kept is None:
            return False
        self._results[key] = kept.result
        self.isolations.add(kept.isolation)
        self._open(work, kept.result)
        return True

    def rows(self) -> dict[str, bytes]:
        """The verdict on every row of record files, as lines of CSV, by path; of the documents that have an answer."""
        return {path: self._rows[key] for path, key in self._keys.items() if key in self._rows}

    def results(self) -> tuple[Result, ...]:
        """One result per input and per document inside one, in their order; what has no answer was interrupted."""
        return _identified(result for item in self._inputs for result in self._all(item.path, ()))

    def _all(self, path: str, inside: tuple[str, ...]) -> Iterator[Result]:
        """The result of one document and of those inside it."""
        result = self._result(path)
        yield replace(result, enclosed=())
        for source, why in _inside(path, inside, result):
            if why is not None:
                yield unread(source.path, "", 0, why, self._commitments)
                continue
            self._keys.setdefault(source.path, _key(source))
            yield from self._all(source.path, source.inside)

    def _result(self, path: str) -> Result:
        key = self._keys.get(path)
        if key is not None and key in self._results:
            return _under(path, self._results[key])
        why = self._refused.get(path) or problem(Failure(Cause.INTERRUPTED))
        return unread(path, "", 0, why, self._commitments)


def _key(work: Work) -> Key:
    return Key(work.sha256, PurePosixPath(work.path).suffix.lower(), work.stated, work.inside)


def _inside(path: str, inside: tuple[str, ...], result: Result) -> Iterator[tuple[Source, Problem | None]]:
    """The documents inside another as sources of their own, each with the problem that kept it from coming out."""
    kind = CONTAINERS.get(result.document.media_type, "")
    for each in result.enclosed:
        yield Source(f"{path}!{each.name}", each.data, inside=(*inside, kind)), each.problem


def _under(path: str, result: Result) -> Result:
    if result.document.path == path:
        return result
    findings = tuple(replace(finding, document=path) for finding in result.findings)
    return replace(result, document=replace(result.document, path=path), findings=findings)


def _renamed(excerpt: Excerpt | None, names: Mapping[str, str]) -> Excerpt | None:
    if excerpt is None:
        return None
    around = tuple((names[each], number, before, after) for each, number, before, after in excerpt.around)
    return replace(excerpt, around=around, lines=tuple((names[each], line) for each, line in excerpt.lines))


def _identified(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results with findings named; those that would share a name are counted."""
    seen: Counter[str] = Counter()
    named = []
    for result in results:
        names = {}
        for finding in result.findings:
            name = fingerprint(finding)
            names[finding.id] = fingerprint(finding, seen[name]) if seen[name] else name
            seen[name] += 1
        findings = tuple(replace(finding, id=names[finding.id]) for finding in result.findings)
        crops = tuple(replace(crop, finding=names[crop.finding]) for crop in result.crops)
        named.append(replace(result, findings=findings, crops=crops, excerpt=_renamed(result.excerpt, names)))
    return tuple(named)
