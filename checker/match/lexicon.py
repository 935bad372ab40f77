"""The lexicon: every concept of every rule, found in a text in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, KeysView, Mapping, Sequence, Set
from dataclasses import dataclass

from checker.match.fold import flat
from checker.match.side import English, Japanese, Side
from checker.match.view import View
from checker.match.wording import Wording, wordings
from checker.model.commitment import Concept
from checker.model.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name a concept, or (`opposite`) its contrary; `term` is the wording that matched."""

    concept: str
    span: Span
    opposite: bool
    term: str


class Lexicon:
    """Finds concepts in texts: English wordings where there are Latin letters, Japanese ones where there are theirs."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._sides: tuple[Side, ...] = (English(wordings(concepts, "en")), Japanese(wordings(concepts, "ja")))

    def index(self, text: str, units: Sequence[Span], offset: int = 0) -> Index:
        """The concepts in the units (sentences) of a text that stands at `offset` in its document."""
        return Index(self._sides, text, units, offset)

    def find(self, text: str, offset: int) -> tuple[Mention, ...]:
        """The concepts named in a sentence that stands at `offset`, in order of place."""
        index = self.index(text, (Span(0, len(text)),), offset)
        found = [mention for concept in index.concepts for mention in index.mentions(concept, 0)]
        return tuple(sorted(found, key=lambda mention: (mention.span, mention.concept)))


class Index:
    """The concepts of a lexicon in the units (sentences) of a text, by their numbers in `units`.

    Only where every word that a wording needs is met does its expression run, and only when someone asks: most
    sentences of most documents are never asked about.
    """

    def __init__(self, sides: Sequence[Side], text: str, units: Sequence[Span], offset: int = 0) -> None:
        """Index `text`, which stands at `offset` in its document; `units` are spans of `text`."""
        self._sides = sides
        self._units = units
        self._offset = offset
        self._flat = flat(text)
        self._places: dict[str, set[int]] = defaultdict(set)
        self._wordings: list[dict[str, list[tuple[Side, Wording]]]] = [{} for _ in units]
        for side in sides:
            self._look(side)
        self._views: dict[tuple[Side, int], View] = {}
        self._found: dict[tuple[str, int], tuple[Mention, ...]] = {}

    @property
    def concepts(self) -> KeysView[str]:
        """The concepts that could stand somewhere."""
        return self._places.keys()

    def flat(self, unit: int) -> str:
        """The words of a unit, folded and in lower case."""
        return self._units[unit].of(self._flat)

    def units(self, concept: str) -> Set[int]:
        """The units that could name a concept: each that does, and few others."""
        return self._places.get(concept, frozenset())

    def concepts_at(self, unit: int) -> KeysView[str]:
        """The concepts that a unit could name."""
        return self._wordings[unit].keys()

    def mentions(self, concept: str, unit: int) -> tuple[Mention, ...]:
        """Where a unit names a concept, in order of place; longer wordings win."""
        key = (concept, unit)
        if key not in self._found:
            self._found[key] = _settled(list(self._hits(concept, unit)))
        return self._found[key]

    def _look(self, side: Side) -> None:
        """Note for every unit the wordings of a language that could stand in it."""
        at: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            for key in side.keys(unit.of(self._flat)):
                at[key].append(number)
        met: dict[int, set[int]] = defaultdict(set)
        for key, numbers in at.items():
            for group in side.groups(key):
                met[group].update(numbers)
        for pattern in side.needed.possible(met.keys()):
            wording = side.wordings[pattern]
            for number in set.intersection(*(met[group] for group in side.needed.groups[pattern])):
                self._wordings[number].setdefault(wording.concept, []).append((side, wording))
                self._places[wording.concept].add(number)

    def _hits(self, concept: str, unit: int) -> Iterator[tuple[Wording, Span]]:
        for side, wording in self._wordings[unit].get(concept, ()):
            view = self._view(side, unit)
            for match in wording.compiled.finditer(view.text):
                if match.end() > match.start():
                    yield wording, view.place(match.start(), match.end())

    def _view(self, side: Side, unit: int) -> View:
        if (side, unit) not in self._views:
            self._views[side, unit] = side.view(self.flat(unit), self._offset + self._units[unit].start)
        return self._views[side, unit]


def _settled(found: list[tuple[Wording, Span]]) -> tuple[Mention, ...]:
    """Drop what stands inside a `not_in` wording or inside a longer wording."""
    masks = [span for wording, span in found if wording.role == "not_in"]
    kept: list[Mention] = []
    for wording, span in sorted(found, key=lambda hit: (-len(hit[1]), hit[1].start, hit[0].role, hit[0].pattern.term)):
        masked = any(mask.meets(span) for mask in masks)
        if wording.role != "not_in" and not masked and not any(other.span.covers(span) for other in kept):
            kept.append(Mention(wording.concept, span, wording.role == "opposite", wording.pattern.term))
    return tuple(sorted(kept, key=lambda mention: mention.span))
