"""The screen: which commitments a text could concern, and where. Cheap, never missing: it asks for literals only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.judge.window import is_short, neighbours
from checker.match.lexicon import Lexicon
from checker.match.needed import Needed
from checker.match.terms import plain
from checker.model.commitment import Groups
from checker.model.document import Document
from checker.model.provision import Provision
from checker.model.text import Span


@dataclass(frozen=True, slots=True)
class Concern:
    """The commitments a document could concern, and the indexes of the provisions that must be read for them."""

    commitments: frozenset[str]
    provisions: tuple[int, ...]


@dataclass(frozen=True)
class Screen:
    """Looks for the literals of topic concepts in plain text, without splitting it into words."""

    lexicon: Lexicon
    topics: Mapping[str, Groups]

    @cached_property
    def _wordings(self) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
        """Each topic concept once for every wording of it, with the literals that wording needs."""
        concepts = sorted({concept for groups in self.topics.values() for group in groups for concept in group})
        return tuple((concept, needs) for concept in concepts for needs in self.lexicon.plain_needs(concept))

    @cached_property
    def _needed(self) -> Needed:
        return Needed(tuple(needs for _, needs in self._wordings))

    def concern(self, document: Document, provisions: Sequence[Provision]) -> Concern:
        """What a document could concern: a topic met anywhere in a short one, or in a window of a long one."""
        if is_short(document):
            live = self._met(self._announced(document.text))
            return Concern(live, tuple(range(len(provisions))) if live else ())
        own = [self._announced(provision.span.of(document.text)) for provision in provisions]
        framed = _framed(provisions, own)
        live_somewhere: set[str] = set()
        wanted: set[int] = set()
        for index in range(len(provisions)):
            near = neighbours(index, len(provisions))
            live = self._met(frozenset().union(*(framed[each] for each in near)))
            if live:
                live_somewhere |= live
                wanted.update(near)
        return Concern(frozenset(live_somewhere), tuple(sorted(wanted)))

    def _announced(self, text: str) -> frozenset[str]:
        """The topic concepts whose literals stand in a text; blanks in Japanese words do not matter."""
        return frozenset(self._wordings[index][0] for index in self._needed.possible(plain(text)))

    def _met(self, present: frozenset[str]) -> frozenset[str]:
        return frozenset(
            name for name, groups in self.topics.items() if all(not present.isdisjoint(group) for group in groups)
        )


def _framed(provisions: Sequence[Provision], own: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What each provision announces together with the headings and lead-ins it reads with."""
    starts = [provision.span.start for provision in provisions]

    def at(span: Span) -> frozenset[str]:
        return own[max(0, bisect_right(starts, span.start) - 1)]

    return [
        own[index].union(*(at(span) for span in (*provision.headings, *provision.lead_ins)))
        for index, provision in enumerate(provisions)
    ]
