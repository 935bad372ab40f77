"""One rule checked against everything it refers to: concepts, instruments, the source text, its own parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.errors import RuleError
from checker.model.commitment import AMOUNT_ROLES, FIGURE, Instrument
from checker.rulebook import concepts, expressions, instruments, quotes
from checker.rulebook.concepts import Definitions
from checker.rulebook.mentions import GROUPED, mentions
from checker.rulebook.nodes import Node


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the rules of one pack may refer to."""

    pack: str
    source: Instrument
    instruments: Mapping[str, Instrument]
    definitions: Definitions


def check(rule: Node, shelf: Shelf) -> Iterator[RuleError]:
    """Everything in a rule that its schema allows and that still makes no sense."""
    yield from _name(rule)
    yield from _quote(rule, shelf.source)
    yield from _interval(rule["in_force"])
    yield from _groups(rule)
    yield from _concepts(rule, shelf.definitions)
    yield from _instruments(rule, shelf.instruments)
    yield from _parameters(rule)
    yield from _criteria(rule)


def _name(rule: Node) -> Iterator[RuleError]:
    name = rule["id"]
    if name.text != rule.file.stem:
        message = f'the id "{name.text}" and the file name {rule.file.path} differ'
        yield RuleError(message, name.mark, f"rename the file {name.text}.yaml, or the id {rule.file.stem}")


def _quote(rule: Node, source: Instrument) -> Iterator[RuleError]:
    try:
        quotes.find(rule.word("quote"), source.text, rule["quote"].mark)
    except RuleError as error:
        yield error


def _interval(interval: Node) -> Iterator[RuleError]:
    until = interval.get("until")
    if until is not None and until.text < interval.word("from"):
        yield RuleError(f"the interval in force ends before it begins, on {interval.word('from')}", until.mark)


def _concepts(rule: Node, definitions: Definitions) -> Iterator[RuleError]:
    known = concepts.visible(definitions, rule.file.stem)
    for mention in mentions(rule):
        if mention.text not in known:
            yield concepts.unknown(mention, mention.text, known, definitions)


def _instruments(rule: Node, known: Mapping[str, Instrument]) -> Iterator[RuleError]:
    named = list(rule.list("rests_on"))
    for criterion in rule.list("criteria"):
        if measure := criterion.get("measure"):
            named.extend(measure.list("instruments"))
            if not measure.list("instruments") and not rule.list("rests_on"):
                hint = "list the instruments under rests_on: in the rule, or under instruments: here"
                yield RuleError("this criterion names no instrument", criterion.key("measure").mark, hint)
    for node in named:
        if node.text not in known:
            yield instruments.unknown(node, known)


def _parameters(rule: Node) -> Iterator[RuleError]:
    parameters = rule.get("parameters")
    for key, _ in parameters.pairs if parameters is not None else ():
        if key.text in (*AMOUNT_ROLES, FIGURE):
            yield RuleError(f'"{key.text}" is what tests of amounts call an amount', key.mark, "rename the parameter")


def _criteria(rule: Node) -> Iterator[RuleError]:
    parameters = {key.text: value.text for key, value in rule["parameters"].pairs} if rule.get("parameters") else {}
    lines: dict[str, int] = {}
    for criterion in rule.list("criteria"):
        name = criterion["id"]
        if name.text in lines:
            message = f'the criterion "{name.text}" stands twice, here and in line {lines[name.text]}'
            yield RuleError(message, name.mark, "keep one of them, or rename one")
        lines.setdefault(name.text, name.line)
        if test := criterion.get("amounts"):
            yield from _faults(test, expressions.of_amounts(parameters))
        if quantity := criterion.get("quantity"):
            yield from _faults(quantity["test"], expressions.of_figure(parameters))


def _faults(test: Node, known: expressions.Names) -> Iterator[RuleError]:
    for offset, message, hint in expressions.faults(test.text, known):
        yield RuleError(message, test.mark_at(offset), hint)


def _groups(rule: Node) -> Iterator[RuleError]:
    """An error for each list of groups that holds plain ids as well: their reading would be a guess."""
    guards = (criterion.get(key) for criterion in rule.list("criteria") for key in GROUPED)
    for groups in (rule["topic"], *guards):
        kinds = {item.kind for item in groups.items} if groups is not None else set()
        if groups is not None and len(kinds) > 1:
            hint = "write every group as a list, also a group of one: [[a], [b, c]]"
            yield RuleError("this list mixes concepts and groups of concepts", groups.mark, hint)
