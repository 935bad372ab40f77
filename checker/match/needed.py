"""Which of many things could stand in a text, by the literals they need.

The cost follows the literals met, not the number of things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

T = TypeVar("T")
Needs = Sequence[Set[str]]
"""Groups of literals: a text that holds the thing holds one literal of each group; the first group is the rarest."""


class Needed(Generic[T]):
    """Things by the literals they need."""

    def __init__(self, things: Iterable[tuple[T, Needs]]) -> None:
        self._by_literal: dict[str, list[tuple[T, Needs]]] = defaultdict(list)
        for thing, (first, *others) in things:
            for literal in first:
                self._by_literal[literal].append((thing, others))
        self._literals = frozenset(self._by_literal)

    def possible(self, met: frozenset[str]) -> set[T]:
        """The things of which every group has a literal among those met."""
        return {
            thing
            for literal in self._literals & met
            for thing, others in self._by_literal[literal]
            if not any(group.isdisjoint(met) for group in others)
        }
