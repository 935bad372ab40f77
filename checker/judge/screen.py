"""The screen: which commitments a document could concern, by its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.match.catalogue import Catalogue, Worded
from checker.match.glance import Glance
from checker.match.lexicon import Lexicon
from checker.model.commitment import Groups


@dataclass(frozen=True)
class Screen:
    """What documents must name one of each group of, by commitment: the ties of long ones, the topics of all.

    Its cost follows the words of a document, not the number of rules.
    """

    lexicon: Lexicon
    ties: Mapping[str, Groups]
    topics: Mapping[str, Groups]

    def live(self, text: str, is_tied: bool) -> frozenset[str]:
        """The commitments that a text could concern; with `is_tied` only those that it also has a tie to."""
        glance = self.lexicon.glance(text)
        seen = _Seen(glance, self._catalogue.possible(glance.literals))
        names = {name for concept in seen.possible for name in self._by_topic.get(concept, ())}
        asked = ({name: (*self.ties[name], *self.topics[name]) for name in names}) if is_tied else self.topics
        return frozenset(name for name in names if seen.could_name(asked[name]) and all(map(seen.names, asked[name])))

    @cached_property
    def _catalogue(self) -> Catalogue:
        """The wordings of the concepts that are asked for; what one masks may be asked for still."""
        groups = (group for each in (*self.ties.values(), *self.topics.values()) for group in each)
        concepts = sorted({concept for group in groups for concept in group})
        worded = (worded for concept in concepts for worded in self.lexicon.wordings(concept))
        return Catalogue((side, wording) for side, wording in worded if wording.role != "not_in")

    @cached_property
    def _by_topic(self) -> Mapping[str, Sequence[str]]:
        """For each concept of the first group of a topic, the commitments with that topic."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, (first, *_) in self.topics.items():
            for concept in first:
                found[concept].append(name)
        return found


@dataclass(frozen=True)
class _Seen:
    """What one text could name: the wordings that are `possible` by their literals, and those looked for and found."""

    glance: Glance
    possible: Mapping[str, Sequence[Worded]]
    _found: dict[str, bool] = field(default_factory=dict)

    def could_name(self, groups: Groups) -> bool:
        """Whether a concept of every group could stand in the text, by its literals."""
        return not any(self.possible.keys().isdisjoint(group) for group in groups)

    def names(self, group: Sequence[str]) -> bool:
        """Whether a concept of a group stands in the text."""
        return any(self._stands(concept) for concept in group if concept in self.possible)

    def _stands(self, concept: str) -> bool:
        if concept not in self._found:
            self._found[concept] = any(self.glance.shows(*each) for each in self.possible[concept])
        return self._found[concept]
