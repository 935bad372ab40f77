"""Criteria that no case beside their rule ever meets: nobody knows whether they work."""

from __future__ import annotations

from collections.abc import Iterator

from checker import ingest
from checker.casework import source_of
from checker.errors import Mark
from checker.judge import Compiled, compile_rules, met
from checker.model.commitment import Case, Commitment
from checker.rulebook.lint import Advice, Inspection
from checker.segment import segment


def idle_criteria(inspection: Inspection) -> Iterator[Advice]:
    """Advice for every criterion that no case of its rules, mutations included, meets anywhere.

    A criterion that rules share is theirs together: a case of one of them is enough.
    """
    compiled = compile_rules(inspection.pack)
    asked: dict[Mark, str] = {}
    fired: set[Mark] = set()
    for commitment in inspection.pack.commitments:
        found = frozenset[str]().union(*(_met(commitment, case, compiled) for case in commitment.cases))
        for criterion in commitment.criteria:
            mark = inspection.places.criteria[commitment.id, criterion.ruling.id]
            asked[mark] = criterion.ruling.id
            if criterion.ruling.id in found:
                fired.add(mark)
    for mark, name in asked.items():
        if mark not in fired:
            yield Advice(
                mark, "W-CRITERION-IDLE", f'no case of this rule meets "{name}"', "write a case for it, or delete it"
            )


def _met(commitment: Commitment, case: Case, compiled: Compiled) -> frozenset[str]:
    document = ingest.read(source_of(case)).document
    return met(commitment.id, document, segment(document), compiled)
