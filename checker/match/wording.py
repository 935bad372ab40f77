"""Wordings: the terms of concepts, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from checker.match import terms
from checker.model.commitment import Concept


@dataclass(frozen=True)
class Wording:
    """One compiled wording of one concept; `role` is empty, "opposite" or "not_in"."""

    concept: str
    role: str
    pattern: terms.Pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The wording as a regular expression over a view of its language; of thousands, few are ever needed."""
        return re.compile(self.pattern.expression)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Groups of literals: where the wording stands, one of each group does; the rarest group comes first."""
        return tuple(map(frozenset, self.pattern.needs))

    def units(self, met: Mapping[str, Sequence[int]]) -> Set[int]:
        """The units in which the wording could stand, where `met` gives for each literal the units it stands in."""
        first, *others = ([met[literal] for literal in group if literal in met] for group in self.pattern.needs)
        found = set().union(*first)
        for group in others:
            if found:
                found.intersection_update(chain.from_iterable(group))
        return found


Table = Mapping[str, Sequence[Wording]]
"""Wordings by language."""


def table(concepts: Mapping[str, Concept]) -> Table:
    """Every wording of some concepts, compiled."""
    return {lang: tuple(wordings(concepts, lang)) for lang in ("en", "ja")}


def wordings(concepts: Mapping[str, Concept], lang: str) -> Iterator[Wording]:
    """Every wording of some concepts in a language, by the names of the concepts."""
    compile_term = terms.english if lang == "en" else terms.japanese

    @cache
    def referenced(concept: str) -> tuple[terms.Pattern, ...]:
        return tuple(compile_term(term, referenced) for term in concepts[concept].terms.get(lang, ()))

    for name in sorted(concepts):
        concept = concepts[name]
        for role, by_language in (("", concept.terms), ("opposite", concept.opposite), ("not_in", concept.not_in)):
            for term in by_language.get(lang, ()):
                yield Wording(name, role, compile_term(term, referenced))
