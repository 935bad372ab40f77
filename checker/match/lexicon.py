"""The lexicon: every concept of every rule, found in a sentence in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from checker.match import terms
from checker.match.needed import Needed
from checker.match.view import View, has_letters, has_words, letters, words
from checker.model.commitment import Concept
from checker.model.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name a concept, or (`opposite`) its contrary; `term` is the wording that matched."""

    concept: str
    span: Span
    opposite: bool
    term: str


@dataclass(frozen=True)
class Wording:
    """One compiled wording of one concept; `role` is empty, "opposite" or "not_in"."""

    concept: str
    role: str
    pattern: terms.Pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The wording as a regular expression over a view of its language."""
        return re.compile(self.pattern.expression)


@dataclass(frozen=True)
class _Side:
    """The wordings of one language, found by the literals they need."""

    wordings: tuple[Wording, ...]

    @cached_property
    def _needed(self) -> Needed:
        return Needed(tuple(wording.pattern.needs for wording in self.wordings))

    def find(self, view: View) -> list[tuple[Wording, Span]]:
        """Every wording that stands in `view`, with its document span."""
        return [
            (self.wordings[index], view.place(match.start(), match.end()))
            for index in self._needed.possible(view.text)
            for match in self.wordings[index].compiled.finditer(view.text)
            if match.end() > match.start()
        ]


@dataclass(frozen=True)
class Lexicon:
    """Finds concepts in sentences."""

    concepts: Mapping[str, Concept]
    _sides: dict[str, _Side] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sides = {lang: _Side(tuple(wordings(self.concepts, lang))) for lang in ("en", "ja")}
        object.__setattr__(self, "_sides", sides)

    def plain_needs(self, concept: str) -> Iterable[tuple[tuple[str, ...], ...]]:
        """For each wording of a concept, the groups of literals that plain text (`terms.plain`) must hold for it."""
        for side in self._sides.values():
            for wording in side.wordings:
                if wording.concept == concept and wording.role != "not_in":
                    yield tuple(
                        tuple(literal for anchor in group for literal in terms.plain_literals(anchor))
                        for group in wording.pattern.needs
                    )

    def find(self, text: str, offset: int) -> tuple[Mention, ...]:
        """The concepts named in a sentence that stands at `offset`, in order of place; longer wordings win."""
        found: list[tuple[Wording, Span]] = []
        if has_words(text):
            found += self._sides["en"].find(words(text, offset))
        if has_letters(text):
            found += self._sides["ja"].find(letters(text, offset))
        return _settled(found)


def wordings(concepts: Mapping[str, Concept], lang: str) -> Iterable[Wording]:
    """Every wording of some concepts in a language, by the names of the concepts."""
    compile_term = terms.english if lang == "en" else terms.japanese

    def referenced(concept: str) -> tuple[terms.Pattern, ...]:
        return tuple(compile_term(term, referenced) for term in concepts[concept].terms.get(lang, ()))

    for name in sorted(concepts):
        concept = concepts[name]
        for role, by_language in (("", concept.terms), ("opposite", concept.opposite), ("not_in", concept.not_in)):
            for term in by_language.get(lang, ()):
                yield Wording(name, role, compile_term(term, referenced))


def _settled(found: list[tuple[Wording, Span]]) -> tuple[Mention, ...]:
    """Drop what stands inside a `not_in` wording or inside a longer wording of the same concept."""
    masks = [(wording.concept, span) for wording, span in found if wording.role == "not_in"]
    kept: dict[str, list[Mention]] = defaultdict(list)
    ranked = sorted(found, key=lambda hit: (-len(hit[1]), hit[1].start, hit[0].role, hit[0].pattern.term))
    for wording, span in ranked:
        masked = any(concept == wording.concept and mask.meets(span) for concept, mask in masks)
        taken = any(other.span.covers(span) for other in kept[wording.concept])
        if wording.role != "not_in" and not masked and not taken:
            mention = Mention(wording.concept, span, wording.role == "opposite", wording.pattern.term)
            kept[wording.concept].append(mention)
    return tuple(sorted((m for group in kept.values() for m in group), key=lambda m: (m.span, m.concept)))
