"""Advice to authors of rules: what is allowed and still looks like a slip."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.errors import Mark
from checker.model.commitment import Criterion
from checker.model.document import Problem
from checker.rulebook import build, cases
from checker.rulebook.concepts import LANGUAGES, Definition
from checker.rulebook.load import Book, books, raise_all
from checker.rulebook.mentions import mentions
from checker.rulebook.nodes import Node


@dataclass(frozen=True, slots=True)
class _Advice:
    mark: Mark
    code: str
    message: str

    def place(self) -> tuple[str, int, int]:
        return self.mark.file, self.mark.line, self.mark.column


def check_cases(names: Sequence[str]) -> None:
    """Raise RulePackError unless every rule of these packs has its cases: at least six, each of the four verdicts."""
    raise_all(gap for book in books(names, with_cases=True) for gap in cases.gaps(book.draft))


def lint(names: Sequence[str]) -> tuple[Problem, ...]:
    """Advice on packs, in the order of files and lines. Raises like `load` for packs that are not sound."""
    found = [advice for book in books(names, with_cases=False) for advice in _advice(book)]
    ordered = sorted(found, key=_Advice.place)
    return tuple(Problem(advice.code, advice.message, str(advice.mark)) for advice in ordered)


def _advice(book: Book) -> Iterator[_Advice]:
    yield from _concept_uses(book)
    for definition in book.shelf.definitions.values():
        for lang in LANGUAGES:
            yield from _terms(definition.body, lang)
            yield from _contradictions(definition, lang)
    for rule in book.draft.rules:
        yield from _same_conditions(rule)


def _concept_uses(book: Book) -> Iterator[_Advice]:
    """Concepts that nothing asks for, and shared ones that one place asks for."""
    definitions = book.shelf.definitions
    uses = Counter(mention.text for rule in book.draft.rules for mention in mentions(rule))
    uses.update(name for definition in definitions.values() for name in definition.references())
    for name, definition in definitions.items():
        if not uses[name]:
            yield _Advice(definition.id.mark, "W-CONCEPT-UNUSED", f'nothing asks for the concept "{name}"')
        elif uses[name] == 1 and not definition.owner:
            message = f'the concept "{name}" is asked for once; it could stand in that rule'
            yield _Advice(definition.id.mark, "I-CONCEPT-ONCE", message)


def _terms(body: Node, lang: str) -> Iterator[_Advice]:
    """Terms that add nothing to another term of their concept."""
    terms = [(_slots(term.text, lang), term) for term in body.list(lang)]
    for slots, term in terms:
        for other_slots, other in terms:
            if other is term or slots[: len(other_slots)] != other_slots:
                continue
            if len(slots) > len(other_slots):
                message = f'"{term.text}" adds nothing: "{other.text}" is found wherever it is'
                yield _Advice(term.mark, "I-TERM-COVERED", message)
            elif (other.line, other.column) < (term.line, term.column):
                yield _Advice(term.mark, "W-TERM-TWICE", f'"{term.text}" is the same term as "{other.text}"')


def _contradictions(definition: Definition, lang: str) -> Iterator[_Advice]:
    opposite = definition.body.get("opposite")
    wordings = {_slots(term.text, lang): term for term in definition.body.list(lang)}
    for term in opposite.list(lang) if opposite is not None else ():
        if _slots(term.text, lang) in wordings:
            message = f'"{term.text}" names the concept "{definition.id.text}" and its opposite'
            yield _Advice(term.mark, "W-TERM-BOTH-WAYS", message)


def _slots(term: str, lang: str) -> tuple[str, ...]:
    """A term's slots, or its letters in Japanese, without the differences that never matter."""
    plain = unicodedata.normalize("NFKC", term).lower()
    return tuple(plain.split() if lang == "en" else plain.replace(" ", ""))


def _same_conditions(rule: Node) -> Iterator[_Advice]:
    """Criteria that are met exactly when an earlier one is."""
    earlier: list[Criterion] = []
    for node in rule.list("criteria"):
        criterion = build.criterion(node, rule)
        same = next((other for other in earlier if replace(criterion, ruling=other.ruling) == other), None)
        if same is not None:
            message = f'"{criterion.ruling.id}" has the same condition as "{same.ruling.id}" above'
            yield _Advice(node["id"].mark, "W-CRITERION-SHADOWED", message)
        earlier.append(criterion)
