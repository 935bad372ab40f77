"""Which of many patterns could stand in a text, by the literals they need, in one pass over the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

Needs = Sequence[Sequence[str]]
"""Groups of literals: a text that holds the pattern holds one literal of each group."""


@dataclass(frozen=True)
class Needed:
    """Finds the possible patterns among many; the cost follows the literals met, not the number of patterns."""

    needs: tuple[Needs, ...]

    @cached_property
    def _literals(self) -> dict[str, int]:
        distinct = sorted({literal for groups in self.needs for group in groups for literal in group})
        return {literal: index for index, literal in enumerate(distinct)}

    @cached_property
    def _by_first(self) -> dict[int, tuple[tuple[int, tuple[frozenset[int], ...]], ...]]:
        """For each literal of a pattern's first group, the pattern with its other groups."""
        found: dict[int, list[tuple[int, tuple[frozenset[int], ...]]]] = defaultdict(list)
        for index, (first, *others) in enumerate(self.needs):
            groups = tuple(frozenset(self._literals[literal] for literal in group) for group in others)
            for literal in dict.fromkeys(first):
                found[self._literals[literal]].append((index, groups))
        return {literal: tuple(patterns) for literal, patterns in found.items()}

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(list(self._literals))

    def possible(self, text: str) -> list[int]:
        """The indexes of the patterns whose every group is met in `text`, in ascending order."""
        if not self.needs:
            return []
        met = {hit[0] for hit in self._automaton.find_matches_as_indexes(text, overlapping=True)}
        candidates = {
            index
            for literal in met
            for index, groups in self._by_first.get(literal, ())
            if not any(met.isdisjoint(group) for group in groups)
        }
        return sorted(candidates)
