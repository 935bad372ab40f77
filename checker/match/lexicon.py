"""The lexicon: every concept of every rule, found in a text in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from checker.match.catalogue import Catalogue, Worded
from checker.match.fold import flat
from checker.match.glance import Glance
from checker.match.side import English, Japanese, Side
from checker.match.view import View
from checker.match.wording import Table, Wording, table
from checker.model.commitment import Concept
from checker.model.text import Span

Concepts = tuple[str, ...] | frozenset[str]
"""Concepts that are asked for together, by their ids."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name a concept, or (`opposite`) its contrary; `term` is the wording that matched."""

    concept: str
    span: Span
    opposite: bool
    term: str


class Lexicon:
    """Finds concepts in texts: English wordings where there are Latin letters, Japanese ones where there are theirs."""

    def __init__(self, concepts: Mapping[str, Concept], compiled: Table | None = None) -> None:
        """A lexicon of some concepts; `compiled` are their wordings, where these are at hand already."""
        self.table: Table = table(concepts) if compiled is None else compiled
        self._sides: tuple[Side, ...] = (English(self.table), Japanese(self.table))
        self._concepts = tuple(sorted(concepts))

    def wordings(self, concept: str) -> Iterator[Worded]:
        """The wordings of a concept, in every language."""
        for side in self._sides:
            for wording in side.wordings.get(concept, ()):
                yield side, wording

    def glance(self, text: str) -> Glance:
        """What a whole text could name."""
        return Glance(self._sides, text)

    def index(self, text: str, units: Sequence[Span], offset: int = 0) -> Index:
        """The concepts in the units (sentences) of a text that stands at `offset` in its document."""
        return Index(self._sides, text, units, offset)

    def find(self, text: str, offset: int) -> tuple[Mention, ...]:
        """The concepts named in a sentence that stands at `offset`, in order of place."""
        index = self.index(text, (Span(0, len(text)),), offset)
        return index.mentions(tuple(self._catalogue.possible(index.literals)), 0)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(worded for concept in self._concepts for worded in self.wordings(concept))


class Index:
    """The concepts of a lexicon in the units (sentences) of a text, by their numbers in `units`.

    Only the words and literals of a text are looked for at once. Where a concept could stand, and where it does, is
    found when someone asks: most sentences of most documents are never asked about.
    """

    def __init__(self, sides: Iterable[Side], text: str, units: Sequence[Span], offset: int = 0) -> None:
        """Index `text`, which stands at `offset` in its document; `units` are spans of `text`."""
        self._units = units
        self._offset = offset
        self._flat = flat(text)
        self._met = [(side, self._look(side)) for side in sides]
        self.literals: frozenset[str] = frozenset().union(*(met for _, met in self._met))
        """The literals needed by some wording that stand somewhere."""
        self._could_stand: dict[str, Mapping[int, Sequence[Worded]]] = {}
        self._could_name: dict[str, Set[int]] = {}
        self._asked: dict[Concepts, _Asked] = {}
        self._texts: dict[tuple[Side, int], str] = {}
        self._views: dict[tuple[Side, int], View] = {}
        self._found: dict[tuple[str, int], tuple[Mention, ...]] = {}

    def flat(self, unit: int) -> str:
        """The words of a unit, folded and in lower case."""
        return self._units[unit].of(self._flat)

    def could_name(self, concept: str) -> Set[int]:
        """The units that could name a concept: each that does, and few others."""
        if concept not in self._could_name:
            units = self._wordings(concept).items()
            self._could_name[concept] = frozenset(
                unit for unit, worded in units if any(wording.role != "not_in" for _, wording in worded)
            )
        return self._could_name[concept]

    def mentions(self, concepts: Concepts, unit: int) -> tuple[Mention, ...]:
        """Where a unit names one of some concepts, in order of place; of a concept's wordings longer ones win."""
        asked = self._asking(concepts)
        if unit not in asked.found:
            found = [m for name, units in asked.possible if unit in units for m in self._mentions(name, unit)]
            asked.found[unit] = tuple(sorted(found, key=_place)) if len(found) > 1 else tuple(found)
        return asked.found[unit]

    def names(self, concepts: Concepts, unit: int) -> bool:
        """Whether a unit names one of some concepts."""
        return any(unit in units and self._names(name, unit) for name, units in self._asking(concepts).possible)

    def _asking(self, concepts: Concepts) -> _Asked:
        """What is known about some concepts: the same ones are asked for often."""
        asked = self._asked.get(concepts)
        if asked is None:
            could = ((concept, self.could_name(concept)) for concept in concepts)
            asked = self._asked[concepts] = _Asked([(concept, units) for concept, units in could if units])
        return asked

    def _names(self, concept: str, unit: int) -> bool:
        """Whether a unit names a concept; where nothing masks it, the first wording that is found tells."""
        worded = self._wordings(concept)[unit]
        if (concept, unit) in self._found or any(wording.role == "not_in" for _, wording in worded):
            return bool(self._mentions(concept, unit))
        return any(wording.compiled.search(self._looked_at(side, unit)) for side, wording in worded)

    def _mentions(self, concept: str, unit: int) -> tuple[Mention, ...]:
        key = (concept, unit)
        if key not in self._found:
            self._found[key] = _settled(list(self._hits(concept, unit)))
        return self._found[key]

    def _look(self, side: Side) -> Mapping[str, Sequence[int]]:
        """Each literal that some wording of a language needs, with the units in which it stands."""
        keys: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            for key in side.keys(unit.of(self._flat)):
                keys[key].append(number)
        met: dict[str, list[int]] = defaultdict(list)
        for key, numbers in keys.items():
            for literal in side.literals(key):
                met[literal] += numbers
        return met

    def _wordings(self, concept: str) -> Mapping[int, Sequence[Worded]]:
        """For each unit the wordings of a concept that could stand there."""
        if concept not in self._could_stand:
            found: dict[int, list[Worded]] = defaultdict(list)
            for side, met in self._met:
                for wording in side.possible(concept, self.literals):
                    for unit in wording.units(met):
                        found[unit].append((side, wording))
            self._could_stand[concept] = found
        return self._could_stand[concept]

    def _hits(self, concept: str, unit: int) -> Iterator[tuple[Wording, Span]]:
        for side, wording in self._wordings(concept)[unit]:
            if wording.compiled.search(self._looked_at(side, unit)):
                view = self._view(side, unit)
                for match in wording.compiled.finditer(view.text):
                    if match.end() > match.start():
                        yield wording, view.place(match.start(), match.end())

    def _looked_at(self, side: Side, unit: int) -> str:
        if (side, unit) not in self._texts:
            self._texts[side, unit] = side.looked_at(self.flat(unit))
        return self._texts[side, unit]

    def _view(self, side: Side, unit: int) -> View:
        if (side, unit) not in self._views:
            self._views[side, unit] = side.view(self.flat(unit), self._offset + self._units[unit].start)
        return self._views[side, unit]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Those of some concepts that could be named anywhere, with the units; and what they were found to name."""

    possible: Sequence[tuple[str, Set[int]]]
    found: dict[int, tuple[Mention, ...]] = field(default_factory=dict)


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.end, mention.concept


def _settled(found: list[tuple[Wording, Span]]) -> tuple[Mention, ...]:
    """Drop what stands inside a `not_in` wording or inside a longer wording."""
    if len(found) == 1 and found[0][0].role != "not_in":
        return (_mention(*found[0]),)
    masks = [span for wording, span in found if wording.role == "not_in"]
    kept: list[Mention] = []
    for wording, span in sorted(found, key=lambda hit: (-len(hit[1]), hit[1].start, hit[0].role, hit[0].pattern.term)):
        masked = any(mask.meets(span) for mask in masks)
        if wording.role != "not_in" and not masked and not any(other.span.covers(span) for other in kept):
            kept.append(_mention(wording, span))
    return tuple(sorted(kept, key=_place))


def _mention(wording: Wording, span: Span) -> Mention:
    return Mention(wording.concept, span, wording.role == "opposite", wording.pattern.term)
