"""The screen: which commitments a document could concern, by the words of their topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.match.lexicon import Lexicon
from checker.match.needed import Needed
from checker.model.commitment import Groups


@dataclass(frozen=True)
class Screen:
    """The topics of commitments, by id. Its cost follows the words of a document, not the number of rules."""

    lexicon: Lexicon
    topics: Mapping[str, Groups]

    @cached_property
    def _concepts(self) -> Needed[str]:
        """The concepts of all topics, by what their wordings need."""
        asked = sorted({concept for topic in self.topics.values() for group in topic for concept in group})
        return Needed((concept, wording.needs) for concept in asked for wording in self.lexicon.wordings(concept))

    @cached_property
    def _commitments(self) -> Mapping[str, Sequence[str]]:
        """For each concept of the first group of a topic, the commitments with that topic."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, (first, *_) in self.topics.items():
            for concept in first:
                found[concept].append(name)
        return found

    def live(self, literals: frozenset[str]) -> frozenset[str]:
        """The commitments that could concern a text with these literals: a concept of every group could stand there."""
        present = self._concepts.possible(literals)
        candidates = {name for concept in present for name in self._commitments.get(concept, ())}
        return frozenset(
            name for name in candidates if not any(present.isdisjoint(group) for group in self.topics[name])
        )
