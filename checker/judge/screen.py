"""The screen: which commitments a text could concern at all. Cheap, and it never misses: it asks for literals only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.match.fold import fold
from checker.match.lexicon import Lexicon
from checker.model.commitment import Groups
from checker.model.provision import Provision

_CJK_BLANK = re.compile(r"(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])")


@dataclass(frozen=True)
class Screen:
    """Looks for the literals of topic concepts in plain text, without splitting it into words."""

    lexicon: Lexicon
    topics: Mapping[str, Groups]

    @cached_property
    def _literals(self) -> dict[str, tuple[str, ...]]:
        """Each literal with the topic concepts it may announce."""
        wanted = sorted({concept for groups in self.topics.values() for group in groups for concept in group})
        found: dict[str, set[str]] = defaultdict(set)
        for concept in wanted:
            for literal in self.lexicon.literals(concept):
                found[literal].add(concept)
        return {literal: tuple(sorted(found[literal])) for literal in sorted(found)}

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(list(self._literals))

    def concerned(self, text: str, provisions: Sequence[Provision]) -> tuple[frozenset[str], frozenset[int]]:
        """The commitments a text could concern, and the indexes of the provisions that name one of their topics.

        Where Japanese words are broken by blanks, the literals are looked for again without the blanks.
        """
        owners = list(self._literals.values())
        folded = fold(text).lower()
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        present = {concept for pattern, _, _ in hits for concept in owners[pattern]}
        joined = _CJK_BLANK.sub("", folded)
        if len(joined) != len(folded):
            again = self._automaton.find_matches_as_indexes(joined, overlapping=True)
            present |= {concept for pattern, _, _ in again for concept in owners[pattern]}
        live = {name for name, groups in self.topics.items() if all(present & set(group) for group in groups)}
        topical = {concept for name in live for group in self.topics[name] for concept in group}
        starts = [provision.span.start for provision in provisions]
        near = {bisect_right(starts, start) - 1 for pattern, start, _ in hits if topical & set(owners[pattern])}
        return frozenset(live), frozenset(index for index in near if index >= 0)
