"""The concepts of a pack: where each is defined, who may use it, and what its wordings refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from checker.errors import CheckerError, RuleError
from checker.model.commitment import Concept
from checker.rulebook import terms
from checker.rulebook.cap import first_of
from checker.rulebook.draft import Draft
from checker.rulebook.near import did_you_mean, listed
from checker.rulebook.nodes import Node

MOST_WORDINGS = 20_000
LANGUAGES = {"en": "English", "ja": "Japanese"}


@dataclass(frozen=True, slots=True)
class Definition:
    """A concept where it is written: its id, its wordings, and the rule it belongs to ("" if all rules share it)."""

    id: Node
    body: Node
    owner: str = ""

    def wordings(self) -> Iterator[tuple[str, Node]]:
        """Every term with its language, those of the opposite and of not_in included."""
        for part in (self.body, self.body.get("opposite"), self.body.get("not_in")):
            for lang in LANGUAGES:
                for term in part.list(lang) if part is not None else ():
                    yield lang, term

    def references(self) -> Iterator[str]:
        """The concepts that its wordings refer to, as often as they do."""
        for _, term in self.wordings():
            for _, name in terms.references(term.text):
                yield name


Definitions = Mapping[str, Definition]


def gather(draft: Draft, errors: list[CheckerError]) -> Definitions:
    """All concepts of a pack by id, in the order of their files; a second definition of an id is an error."""
    found: dict[str, Definition] = {}
    for definition in _written(draft):
        first = found.setdefault(definition.id.text, definition)
        if first is not definition:
            place = f"{first.id.file.name}:{first.id.line}"
            message = f'the concept "{definition.id.text}" is defined twice, here and in {place}'
            errors.append(RuleError(message, definition.id.mark, "keep one of them, or rename one"))
    return found


def visible(definitions: Definitions, rule: str) -> Definitions:
    """The concepts that a rule may use: the shared ones and its own."""
    return {name: definition for name, definition in definitions.items() if definition.owner in ("", rule)}


def check(definitions: Definitions, errors: list[CheckerError]) -> None:
    """Check the notation of every term and every {concept} in it."""
    owners = {definition.owner for definition in definitions.values()}
    known = {owner: visible(definitions, owner) for owner in owners}
    found = first_of(
        error
        for definition in definitions.values()
        for lang, term in definition.wordings()
        for error in _term_errors(lang, term, known[definition.owner], definitions)
    )
    errors.extend(found or _unfolded(definitions))


def unknown(node: Node, name: str, known: Definitions, everywhere: Definitions, offset: int = 0) -> RuleError:
    """The error for a concept that a rule or a term asks for in vain."""
    message = f'the concept "{name}" is not defined{did_you_mean(name, known)}'
    hint = "" if message.endswith("?") else "define it in a file under vocabulary/, or under concepts: in the rule"
    if name in everywhere:
        place = everywhere[name].id.file.name
        hint = f"{place} defines it for that rule only; to share it, move it to a file under vocabulary/"
    return RuleError(message, node.mark_at(offset), hint)


def closure(asked: Iterator[str], known: Definitions) -> Mapping[str, Concept]:
    """The concepts asked for, with all that their wordings refer to, by id and sorted."""
    found: set[str] = set()
    waiting = list(asked)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(known[name].references())
    return {name: _concept(known[name]) for name in sorted(found)}


def _written(draft: Draft) -> Iterator[Definition]:
    for vocabulary in draft.vocabularies:
        for key, body in vocabulary["concepts"].pairs:
            yield Definition(key, body)
    for rule in draft.rules:
        for key, body in own.pairs if (own := rule.get("concepts")) else ():
            yield Definition(key, body, rule.file.stem)


def _term_errors(lang: str, term: Node, known: Definitions, everywhere: Definitions) -> Iterator[RuleError]:
    faults = list(terms.faults(term.text, lang))
    for offset, message, hint in faults:
        yield RuleError(message, term.mark_at(offset), hint)
    for offset, name in terms.references(term.text) if not faults else ():
        if name not in known:
            yield unknown(term, name, known, everywhere, offset)
        elif known[name].body.get(lang) is None:
            message = f'the concept "{name}" has no {LANGUAGES[lang]} wording'
            yield RuleError(message, term.mark_at(offset), "give it one, or use it in the other language only")


def _unfolded(definitions: Definitions) -> Iterator[RuleError]:
    """An error for wordings that refer to each other without end, or that become too many when written out.

    What the wordings of an opposite refer to is not followed: nothing refers to an opposite.
    """
    graph = {
        (name, lang): [(concept, lang) for term in definition.body.words(lang) for _, concept in terms.references(term)]
        for name, definition in definitions.items()
        for lang in LANGUAGES
    }
    sizes: dict[tuple[str, str], int] = {}
    try:
        for name, lang in TopologicalSorter(graph).static_order():
            sizes[name, lang] = len(definitions[name].body.list(lang)) + sum(
                sizes[other] for other in graph[name, lang]
            )
            if sizes[name, lang] > MOST_WORDINGS:
                message = f'the concept "{name}" stands for more than {MOST_WORDINGS:,} wordings'
                yield RuleError(message, definitions[name].id.mark, "refer to fewer concepts in its terms")
                return
    except CycleError as error:
        circle = [name for name, _ in error.args[1]][1:]
        message = f"concepts refer to each other in a circle: {listed(circle)}"
        if len(circle) == 1:
            message = f'the concept "{circle[0]}" refers to itself'
        yield RuleError(message, definitions[circle[0]].id.mark, "write out the wordings of one of them")


def _concept(definition: Definition) -> Concept:
    body = definition.body
    opposite, not_in = by_language(body.get("opposite")), by_language(body.get("not_in"))
    return Concept(definition.id.text, by_language(body), opposite, not_in)


def by_language(node: Node | None) -> Mapping[str, tuple[str, ...]]:
    """The wordings under "en" and "ja"; a language that has none is left out."""
    return {lang: node.words(lang) for lang in LANGUAGES if node.get(lang)} if node is not None else {}
