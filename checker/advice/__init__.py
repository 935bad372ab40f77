"""Advice to authors of rules that takes more than the files: wordings compiled, cases judged."""

from __future__ import annotations

from checker.advice.collisions import collisions
from checker.advice.everyday import everyday_topics
from checker.advice.idle import idle_criteria
from checker.advice.slow import slow_terms
from checker.match.wording import wordings
from checker.model.document import Problem
from checker.rulebook.lint import Inspection

__all__ = ["advise"]

LANGUAGES = ("en", "ja")


def advise(inspection: Inspection) -> tuple[Problem, ...]:
    """All advice on inspected packs, in the order of files and lines."""
    concepts = {name: concept for c in inspection.pack.commitments for name, concept in c.concepts.items()}
    compiled = {lang: tuple(wordings(concepts, lang)) for lang in LANGUAGES}
    found = [
        *inspection.advice,
        *idle_criteria(inspection),
        *collisions(compiled, inspection.places),
        *everyday_topics(compiled, inspection),
        *slow_terms(compiled, inspection.places),
    ]
    return tuple(advice.problem() for advice in sorted(found, key=lambda advice: advice.place))
