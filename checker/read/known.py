"""What is found out about the sentences of a document once, however many commitments ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from checker.match.lexicon import Index
from checker.model.provision import Provision
from checker.model.text import Span
from checker.read.definitions import Definition, definitions
from checker.read.passage import Passage
from checker.read.references import References
from checker.read.switches import Switch, switches


@dataclass(frozen=True)
class Known:
    """Facts about sentences that do not depend on which defined terms are followed, each found when it is asked for.

    `frames[i]` are the sentences that provision i reads with.
    """

    provisions: tuple[Provision, ...]
    passages: tuple[Passage, ...]
    frames: tuple[tuple[Passage, ...], ...]
    index: Index
    _named: dict[str, bool] = field(default_factory=dict, init=False, repr=False)
    _places: dict[str, frozenset[int]] = field(default_factory=dict, init=False, repr=False)
    _pointed: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)

    def names(self, concept: str) -> bool:
        """Whether a concept is named anywhere."""
        if concept not in self._named:
            units = self.index.could_name(concept)
            self._named[concept] = any(self.index.names((concept,), unit) for unit in units)
        return self._named[concept]

    def naming(self, concept: str) -> frozenset[int]:
        """The provisions that name a concept, or read with what names it."""
        if concept not in self._places:
            units = [unit for unit in self.index.could_name(concept) if self.index.names((concept,), unit)]
            self._places[concept] = frozenset(number for unit in units for number in self._readers[unit])
        return self._places[concept]

    def pointed_at(self, sentence: Passage) -> tuple[int, ...]:
        """The provisions, by index, that a sentence points to."""
        if sentence.unit not in self._pointed:
            self._pointed[sentence.unit] = self._references.pointed_at(sentence.provision, sentence.flat)
        return self._pointed[sentence.unit]

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms that the document defines."""
        return definitions(self.passages)

    @cached_property
    def switches(self) -> tuple[Switch, ...]:
        """The sentences that take back what others say."""
        return switches(self._references, self.passages)

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """For each sentence that frames a table row, the sentences of its rows."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.passages):
            if self.provisions[sentence.provision].cells:
                for frame in self.frames[sentence.provision]:
                    found[frame.unit].append(number)
        return found

    @cached_property
    def provision_of(self) -> dict[Span, int]:
        """For the span of each sentence the provision it stands in."""
        return {sentence.span: sentence.provision for sentence in self.passages}

    @cached_property
    def by_provision(self) -> dict[int, tuple[Passage, ...]]:
        """The sentences of each provision that has any."""
        found: dict[int, list[Passage]] = {}
        for sentence in self.passages:
            found.setdefault(sentence.provision, []).append(sentence)
        return {index: tuple(sentences) for index, sentences in found.items()}

    @cached_property
    def _references(self) -> References:
        return References(self.provisions)

    @cached_property
    def _readers(self) -> dict[int, list[int]]:
        """For each unit of the index, the provisions it stands in or is read with."""
        found: dict[int, list[int]] = defaultdict(list)
        for sentence in self.passages:
            found[sentence.unit].append(sentence.provision)
        for number, frame in enumerate(self.frames):
            for sentence in frame:
                found[sentence.unit].append(number)
        return found
