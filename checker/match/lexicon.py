"""The lexicon: every concept of every rule, found in a text in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from checker.match.fold import flat
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

    def wordings(self, concept: str) -> Iterator[Wording]:
        """The wordings of a concept, in every language."""
        for side in self._sides:
            yield from side.wordings.get(concept, ())

    def index(self, text: str, units: Sequence[Span], offset: int = 0) -> Index:
        """The concepts in the units (sentences) of a text that stands at `offset` in its document."""
        return Index(self._sides, text, units, offset)

    def find(self, text: str, offset: int) -> tuple[Mention, ...]:
        """The concepts named in a sentence that stands at `offset`, in order of place."""
        return self.index(text, (Span(0, len(text)),), offset).mentions(self._concepts, 0)


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
        self._wordings: dict[str, list[tuple[Side, Wording, Set[int]]]] = {}
        self._could_name: dict[str, Set[int]] = {}
        self._present: dict[Concepts, tuple[tuple[str, Set[int]], ...]] = {}
        self._texts: dict[tuple[Side, int], str] = {}
        self._views: dict[tuple[Side, int], View] = {}
        self._found: dict[tuple[str, int], tuple[Mention, ...]] = {}

    def flat(self, unit: int) -> str:
        """The words of a unit, folded and in lower case."""
        return self._units[unit].of(self._flat)

    def could_name(self, concept: str) -> Set[int]:
        """The units that could name a concept: each that does, and few others."""
        if concept not in self._could_name:
            units = (units for _, wording, units in self._where(concept) if wording.role != "not_in")
            self._could_name[concept] = frozenset().union(*units)
        return self._could_name[concept]

    def mentions(self, concepts: Concepts, unit: int) -> tuple[Mention, ...]:
        """Where a unit names one of some concepts, in order of place; of a concept's wordings longer ones win."""
        found = [m for name, units in self._asked(concepts) if unit in units for m in self._mentions(name, unit)]
        return tuple(sorted(found, key=_place)) if len(found) > 1 else tuple(found)

    def names(self, concepts: Concepts, unit: int) -> bool:
        """Whether a unit names one of some concepts."""
        return any(self._mentions(name, unit) for name, units in self._asked(concepts) if unit in units)

    def has(self, concepts: Concepts) -> bool:
        """Whether any unit names one of some concepts."""
        return any(self._mentions(name, unit) for name, units in self._asked(concepts) for unit in sorted(units))

    def _asked(self, concepts: Concepts) -> tuple[tuple[str, Set[int]], ...]:
        """Those of some concepts that could be named anywhere, with the units; the same ones are asked for often."""
        if concepts not in self._present:
            could = ((concept, self.could_name(concept)) for concept in concepts)
            self._present[concepts] = tuple((concept, units) for concept, units in could if units)
        return self._present[concepts]

    def _mentions(self, concept: str, unit: int) -> tuple[Mention, ...]:
        key = (concept, unit)
        if key not in self._found:
            self._found[key] = _settled(list(self._hits(concept, unit)))
        return self._found[key]

    def _look(self, side: Side) -> dict[str, list[int]]:
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

    def _where(self, concept: str) -> list[tuple[Side, Wording, Set[int]]]:
        """The wordings of a concept that could stand somewhere, with the units in which they could."""
        if concept not in self._wordings:
            self._wordings[concept] = [
                (side, wording, wording.units(met))
                for side, met in self._met
                for wording in side.possible(concept, self.literals)
            ]
        return self._wordings[concept]

    def _hits(self, concept: str, unit: int) -> Iterator[tuple[Wording, Span]]:
        for side, wording, units in self._where(concept):
            if unit in units and wording.compiled.search(self._looked_at(side, unit)):
                view = self._view(side, unit)
                for match in wording.compiled.finditer(view.text):
                    if match.end() > match.start():
                        yield wording, view.place(match.start(), match.end())

    def _looked_at(self, side: Side, unit: int) -> str:
        if (side, unit) not in self._texts:
            text = side.looked_at(self.flat(unit))
            self._texts[side, unit] = self._view(side, unit).text if text is None else text
        return self._texts[side, unit]

    def _view(self, side: Side, unit: int) -> View:
        if (side, unit) not in self._views:
            self._views[side, unit] = side.view(self.flat(unit), self._offset + self._units[unit].start)
        return self._views[side, unit]


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
