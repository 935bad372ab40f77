"""Which of many patterns could stand in a text, by the literals they need.

The cost follows the literals met, not the number of patterns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

Needs = Sequence[Sequence[str]]
"""Groups of literals: a text that holds the pattern holds one literal of each group."""


class Needed:
    """The literals of many patterns. A group that several patterns share is looked at once, under one number."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        self.groups = [tuple(numbers.setdefault(tuple(group), len(numbers)) for group in groups) for groups in needs]
        """For each pattern, the numbers of its groups."""
        holders: dict[str, list[int]] = defaultdict(list)
        for literals, number in numbers.items():
            for literal in dict.fromkeys(literals):
                holders[literal].append(number)
        self.literals = {literal: tuple(held) for literal, held in holders.items()}
        """Each literal with the groups it belongs to."""
        self._patterns: dict[int, list[int]] = defaultdict(list)
        for pattern, (first, *_) in enumerate(self.groups):
            self._patterns[first].append(pattern)

    def possible(self, met: Collection[int]) -> list[int]:
        """The patterns of which every group is met, in ascending order."""
        return sorted(
            pattern
            for group in met
            for pattern in self._patterns.get(group, ())
            if all(other in met for other in self.groups[pattern])
        )
