"""The screen: which commitments a document could concern, by the concepts that could stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.model.commitment import Groups


@dataclass(frozen=True)
class Screen:
    """The topics of commitments, by id. Its cost follows the concepts of a document, not the number of rules."""

    topics: Mapping[str, Groups]

    @cached_property
    def _by_concept(self) -> Mapping[str, Sequence[str]]:
        """For each concept of the first group of a topic, the commitments with that topic."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, (first, *_) in self.topics.items():
            for concept in first:
                found[concept].append(name)
        return found

    def live(self, concepts: Collection[str]) -> frozenset[str]:
        """The commitments of whose topic every group has one of `concepts`."""
        return frozenset(
            name
            for concept in concepts
            for name in self._by_concept.get(concept, ())
            if all(any(each in concepts for each in group) for group in self.topics[name])
        )
