"""Judges the labelled cases beside the rules and compares verdict and words with the labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.ingest import Source, Stated
from checker.judge import Compiled, compile_rules
from checker.model.commitment import Case, Commitment, RulePack
from checker.model.finding import DECIDED, Finding, Verdict
from checker.model.text import Span
from checker.worker import check_document


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A case that is judged otherwise than it is labelled."""

    commitment: str
    case: str
    labelled: Verdict
    finding: Finding

    def __str__(self) -> str:
        got = self.finding
        if got.verdict is self.labelled:
            quotes = "; ".join(evidence.quote for evidence in got.evidence)
            return f"{self.commitment} / {self.case}: {got.verdict}, but for other words than labelled: {quotes}"
        return f"{self.commitment} / {self.case}: labelled {self.labelled}, judged {got.verdict} ({got.reason.text.en})"


def disagreements(pack: RulePack) -> tuple[Disagreement, ...]:
    """The cases of `pack` whose verdict, or whose deciding words, differ from the label, in rule order."""
    compiled = compile_rules(pack)
    pairs = [(commitment, case) for commitment in pack.commitments for case in commitment.cases]
    judged = [_judged(commitment, case, compiled) for commitment, case in pairs]
    return tuple(each for each in judged if each is not None)


def _judged(commitment: Commitment, case: Case, compiled: Compiled) -> Disagreement | None:
    stated = Stated(case.issuer, case.dated, case.lang)
    result = check_document(Source(f"{case.id}.txt", case.document.encode(), stated), compiled)
    finding = next(each for each in result.findings if each.commitment == commitment.id)
    if finding.verdict is case.verdict and _quotes(finding, case, result.document.text):
        return None
    return Disagreement(commitment.id, case.id, case.verdict, finding)


def _quotes(finding: Finding, case: Case, text: str) -> bool:
    """Whether the quoted words meet the labelled ones; only decided cases are labelled with words."""
    if case.verdict not in DECIDED:
        return True
    # Lines are broken differently in the label, which stands in YAML, and in the document.
    labelled = re.search(r"\s*".join(map(re.escape, "".join(case.evidence.split()))), text)
    return labelled is None or any(evidence.span.meets(Span(*labelled.span())) for evidence in finding.evidence)
