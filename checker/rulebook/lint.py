"""Advice to authors of rules: what is allowed and still looks like a slip, seen in the files alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.errors import Mark
from checker.model.commitment import Criterion, Instrument, RulePack
from checker.model.document import Problem
from checker.rulebook import build, cases
from checker.rulebook.concepts import LANGUAGES, Definition
from checker.rulebook.loading import Book, books, packed, raise_all
from checker.rulebook.mentions import mentions
from checker.rulebook.nodes import Node


@dataclass(frozen=True, slots=True)
class Advice:
    """Something in a rule file that an author should look at, at its place."""

    mark: Mark
    code: str
    message: str
    hint: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        """What advice is sorted by."""
        return self.mark.file, self.mark.line, self.mark.column

    def problem(self) -> Problem:
        """The advice as it is told."""
        return Problem(self.code, self.message, str(self.mark), self.hint)


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in the rule files.

    `criteria` are found by commitment and criterion, `topics` by commitment, `terms` by concept, language and term.
    """

    criteria: Mapping[tuple[str, str], Mark]
    topics: Mapping[str, Mark]
    terms: Mapping[tuple[str, str, str], Mark]


@dataclass(frozen=True, slots=True)
class Inspection:
    """Sound packs, loaded once: their commitments with cases, advice on their files, and where everything stands."""

    pack: RulePack
    advice: tuple[Advice, ...]
    places: Places


def inspected(names: Sequence[str]) -> Inspection:
    """What `rulebook.inspect` gives."""
    found = books(names, with_cases=True)
    raise_all(gap for book in found for gap in cases.gaps(book.draft))
    advice = sorted((advice for book in found for advice in _advice(book)), key=lambda advice: advice.place)
    return Inspection(packed(found), tuple(advice), _places(found))


def _places(found: Sequence[Book]) -> Places:
    rules = [rule for book in found for rule in book.draft.rules]
    definitions = [definition for book in found for definition in book.shelf.definitions.values()]
    return Places(
        {(rule.word("id"), node.word("id")): node["id"].mark for rule in rules for node in rule.list("criteria")},
        {rule.word("id"): rule.key("topic").mark for rule in rules},
        {(each.id.text, lang, term.text): term.mark for each in definitions for lang, term in each.wordings()},
    )


def _advice(book: Book) -> Iterator[Advice]:
    yield from _concept_uses(book)
    for definition in book.shelf.definitions.values():
        for lang in LANGUAGES:
            yield from _terms(definition.body, lang)
            yield from _contradictions(definition, lang)
    for rule in book.draft.rules:
        yield from _same_conditions(rule, book.shelf.instruments)


def _concept_uses(book: Book) -> Iterator[Advice]:
    """Concepts that nothing asks for, and shared ones that one place asks for."""
    definitions = book.shelf.definitions
    uses = Counter(mention.text for rule in book.draft.rules for mention in mentions(rule))
    uses.update(name for definition in definitions.values() for name in definition.references())
    for name, definition in definitions.items():
        if not uses[name]:
            yield Advice(definition.id.mark, "W-CONCEPT-UNUSED", f'nothing asks for the concept "{name}"')
        elif uses[name] == 1 and not definition.owner:
            message = f'the concept "{name}" is asked for once; it could stand in that rule'
            yield Advice(definition.id.mark, "I-CONCEPT-ONCE", message)


def _terms(body: Node, lang: str) -> Iterator[Advice]:
    """Terms that add nothing to another term of their concept."""
    terms = [(_slots(term.text, lang), term) for term in body.list(lang)]
    for slots, term in terms:
        for other_slots, other in terms:
            if other is term or slots[: len(other_slots)] != other_slots:
                continue
            if len(slots) > len(other_slots):
                message = f'"{term.text}" adds nothing: "{other.text}" is found wherever it is'
                yield Advice(term.mark, "I-TERM-COVERED", message)
            elif (other.line, other.column) < (term.line, term.column):
                yield Advice(term.mark, "W-TERM-TWICE", f'"{term.text}" is the same term as "{other.text}"')


def _contradictions(definition: Definition, lang: str) -> Iterator[Advice]:
    opposite = definition.body.get("opposite")
    wordings = {_slots(term.text, lang): term for term in definition.body.list(lang)}
    for term in opposite.list(lang) if opposite is not None else ():
        if _slots(term.text, lang) in wordings:
            message = f'"{term.text}" names the concept "{definition.id.text}" and its opposite'
            yield Advice(term.mark, "W-TERM-BOTH-WAYS", message)


def _slots(term: str, lang: str) -> tuple[str, ...]:
    """A term's slots, or its letters in Japanese, without the differences that never matter."""
    plain = unicodedata.normalize("NFKC", term).lower()
    return tuple(plain.split() if lang == "en" else plain.replace(" ", ""))


def _same_conditions(rule: Node, known: Mapping[str, Instrument]) -> Iterator[Advice]:
    """Criteria that are met exactly when an earlier one is."""
    earlier: list[Criterion] = []
    for node in rule.list("criteria"):
        criterion = build.criterion(node, rule, known)
        same = next((other for other in earlier if replace(criterion, ruling=other.ruling) == other), None)
        if same is not None:
            message = f'"{criterion.ruling.id}" has the same condition as "{same.ruling.id}" above'
            yield Advice(node["id"].mark, "W-CRITERION-SHADOWED", message)
        earlier.append(criterion)
