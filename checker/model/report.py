"""The report: everything one run found, in one immutable value that every renderer reads."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.model.baseline import Comparison, Novelty
from checker.model.commitment import RulePack
from checker.model.decision import Decision, Notice
from checker.model.document import Document, Problem, State
from checker.model.finding import UNLISTED, Finding, Silence, Verdict
from checker.model.profile import FailOn, Profile


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a page that holds an evidence, drawn: a WebP image and its place on the page in points."""

    finding: str
    evidence: int
    image: bytes
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a report knows of documents whose texts are not at hand.

    `characters` are the lengths of the texts by path; `surroundings` the words before and after an evidence, by finding
    and number; `lines` those on which the first quoted words of findings start, where they are known.
    """

    characters: Mapping[str, int]
    surroundings: Mapping[tuple[str, int], tuple[str, str]]
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One run. `findings` are sorted by document, then by the commitments' source order.

    What a document says nothing about stands in `silences`, by its path, or is present as findings that renderers list
    on request.
    `decisions` are those recorded by reviewers, `notices` what is to be said about them. `recalled` stands in for the
    documents' texts where they were not kept. `rows` are lines of CSV with the verdict on every row
    of record files, by path, where they were asked for. So many `unchanged` ones were left out.
    """

    version: str
    as_of: str
    rules: RulePack
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    fail_on: FailOn = FailOn.VIOLATION
    list_all: bool = False
    interrupted: bool = False
    isolation: str = "none"
    silences: Mapping[str, Silence] = field(default_factory=dict)
    crops: Mapping[tuple[str, int], Crop] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()
    baseline: Comparison | None = None
    unchanged: int = 0
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    recalled: Recalled | None = None
    rows: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def run_id(self) -> str:
        """The name of this evaluation, 16 hexadecimal digits: the same documents, rules, date and version share it."""
        inputs = (f"{document.path} {document.sha256}" for document in self.documents)
        parts = (self.version, self.as_of, self.rules.sha256, *(c.id for c in self.rules.commitments), *inputs)
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def summary(self) -> Mapping[Verdict, int]:
        """How many commitments got each verdict, over all documents; every verdict is present."""
        counts = Counter(finding.verdict for finding in self.findings)
        spoken = self._spoken if self.silences else {}
        for path, silence in self.silences.items():
            told = {*spoken.get(path, ()), *silence.not_asked}
            not_applicable = len(set(silence.not_applicable) - told)
            counts[Verdict.NOT_APPLICABLE] += not_applicable
            counts[Verdict.NOT_ADDRESSED] += len(self.rules.commitments) - len(told) - not_applicable
        return {verdict: counts[verdict] for verdict in Verdict}

    @property
    def unsaid(self) -> Iterator[tuple[str, str, Verdict]]:
        """What documents say nothing about: path, commitment, verdict, in the order of findings."""
        by_document = self._spoken
        for document in self.documents:
            spoken = by_document.get(document.path, {})
            silence = self.silences.get(document.path)
            for commitment in self.rules.commitments:
                verdict = spoken.get(commitment.id) or (silence and silence.verdict(commitment.id))
                if verdict in UNLISTED:
                    yield document.path, commitment.id, verdict

    @property
    def _spoken(self) -> Mapping[str, Mapping[str, Verdict]]:
        """The verdict of every finding, by document and commitment."""
        found: dict[str, dict[str, Verdict]] = {}
        for finding in self.findings:
            found.setdefault(finding.document, {})[finding.commitment] = finding.verdict
        return found

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings an output shows: all of them on request, else those that say something."""
        return tuple(f for f in self.findings if self.list_all or f.verdict not in UNLISTED)

    @property
    def conditions(self) -> tuple[int, ...]:
        """Every exit status that applies, the winner first (130 > 70 > 2 > 4 > 3 > 1); empty when all is well."""
        states = {document.state for document in self.documents if not document.only_holds_others}
        checked = states & {State.CHECKED, State.PARTLY_CHECKED}
        applies = {
            130: self.interrupted,
            4: not checked and not (self.unchanged and not self.documents),
            3: bool(states & {State.PARTLY_CHECKED, State.NOT_CHECKED})
            or any(problem.is_error for problem in self.problems)
            or any(finding.verdict is Verdict.NOT_CHECKED for finding in self.findings),
            1: any(self._fails(finding) for finding in self.findings),
        }
        return tuple(code for code, holds in applies.items() if holds)

    @property
    def exit_code(self) -> int:
        """The process's exit status."""
        return next(iter(self.conditions), 0)

    def fails_on(self, document: str) -> FailOn:
        """From which verdict on the run fails for the document of that path; its profile may say otherwise."""
        profile = self.profiles.get(document)
        return (profile and profile.fail_on) or self.fail_on

    def _fails(self, finding: Finding) -> bool:
        known = self.baseline is not None and self.baseline.of(finding) is Novelty.KNOWN
        fail_on = self.fails_on(finding.document)
        if known or fail_on is FailOn.NEVER:
            return False
        failing = {Verdict.VIOLATION}
        if fail_on is FailOn.NEEDS_REVIEW:
            failing.add(Verdict.NEEDS_REVIEW)
        return finding.counts_as in failing
