"""Judges the labelled cases beside the rules and compares verdict and words with the labels."""

from __future__ import annotations

from dataclasses import dataclass

from checker.ingest import Source, Stated
from checker.judge import Compiled, compile_rules
from checker.model.commitment import Case, Commitment, RulePack
from checker.model.finding import DECIDED, Finding
from checker.shared_words import shares
from checker.worker import check_document


@dataclass(frozen=True, slots=True)
class Tested:
    """A case and what it was judged."""

    case: Case
    finding: Finding

    @property
    def right_verdict(self) -> bool:
        """Whether it got the verdict it is labelled with."""
        return self.finding.verdict is self.case.verdict

    @property
    def right_words(self) -> bool:
        """Whether the quoted words are the labelled ones; only decided cases are labelled with words."""
        quotes = (evidence.quote for evidence in self.finding.evidence)
        return self.case.verdict not in DECIDED or shares(quotes, self.case.evidence)

    @property
    def passed(self) -> bool:
        """Whether verdict and words are as labelled."""
        return self.right_verdict and self.right_words


@dataclass(frozen=True, slots=True)
class RuleTested:
    """A rule and all its cases, mutations included; a rule without cases has not passed."""

    commitment: str
    tested: tuple[Tested, ...]

    @property
    def failures(self) -> tuple[Tested, ...]:
        """The cases that are judged otherwise than labelled."""
        return tuple(each for each in self.tested if not each.passed)

    @property
    def passed(self) -> bool:
        """Whether there are cases and all of them passed."""
        return bool(self.tested) and not self.failures


def run_cases(pack: RulePack) -> tuple[RuleTested, ...]:
    """Every case of `pack`, which was loaded with cases, through every step in this process, in rule order."""
    compiled = compile_rules(pack)
    return tuple(
        RuleTested(commitment.id, tuple(_tested(commitment, case, compiled) for case in commitment.cases))
        for commitment in pack.commitments
    )


def source_of(case: Case) -> Source:
    """A case as a document: its text, with what the case states about it."""
    return Source(f"{case.id}.txt", case.document.encode(), Stated(case.issuer, case.dated, case.lang))


def _tested(commitment: Commitment, case: Case, compiled: Compiled) -> Tested:
    result = check_document(source_of(case), compiled)
    return Tested(case, next(each for each in result.findings if each.commitment == commitment.id))
