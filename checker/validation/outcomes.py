"""Labelled cases judged: one row for each label, with the verdict that was given and the words that were quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.failures import Failure, problem
from checker.ingest import Source
from checker.judge import Compiled, compile_rules
from checker.model.commitment import RulePack
from checker.model.finding import UNLISTED, Finding, Verdict
from checker.result import unread
from checker.shared_words import shares
from checker.validation.labelled import Labelled
from checker.worker import attempt


@dataclass(frozen=True, slots=True)
class Row:
    """A label and the verdict given; `quoted` tells whether the labelled words are quoted, None without such words."""

    file: str
    lang: str
    commitment: str
    label: Verdict
    given: Verdict
    quoted: bool | None = None


def judged(cases: Iterable[Labelled], pack: RulePack) -> tuple[Row, ...]:
    """A row for each label of each case, judged by the rules of `pack` in this process."""
    compiled = compile_rules(pack)
    return tuple(row for case in cases for row in rows(case, _findings(case, compiled)))


def rows(case: Labelled, findings: Mapping[str, Finding]) -> Iterator[Row]:
    """The rows of one case; a commitment without a finding, or one that does not apply, is not_addressed."""
    labels = dict(case.verdicts)
    if case.long:
        spoken = (name for name, finding in findings.items() if finding.verdict not in UNLISTED)
        labels.update({name: Verdict.NOT_ADDRESSED for name in spoken if name not in {*labels, *case.unscored}})
    for name, label in labels.items():
        finding = findings.get(name)
        given = finding.verdict if finding and finding.verdict not in UNLISTED else Verdict.NOT_ADDRESSED
        quotes = [evidence.quote for evidence in finding.evidence] if finding else []
        words = case.evidences.get(name, "")
        yield Row(case.file, case.lang, name, label, given, shares(quotes, words) if words else None)


def _findings(case: Labelled, compiled: Compiled) -> dict[str, Finding]:
    """What a case gets by commitment; a text that breaks the checker is not_checked, as in any run."""
    source = Source(f"{case.id}.txt", case.document.encode())
    outcome = attempt(source, compiled)
    if isinstance(outcome, Failure):
        outcome = unread(source.path, source.sha256, source.size, problem(outcome), compiled.pack.commitments)
    return {finding.commitment: finding for finding in outcome.findings}
