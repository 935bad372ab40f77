"""Shared criteria: written once for rules of a kind, with slots in capitals that each rule fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.errors import CheckerError, RuleError
from checker.rulebook.near import did_you_mean
from checker.rulebook.nodes import Node

FOLDER = "criteria/"
"""Where a pack keeps its files of shared criteria."""

_OPTIONAL = ("unless_clause", "unless", "unless_context", "unless_document")
Slots = Mapping[str, Sequence[Node]]


def expanded(rule: Node, shared: Mapping[str, Node], errors: list[CheckerError]) -> Node:
    """The rule with the criteria it shares after its own; adds to `errors` what it names and is not there.

    A criterion that asks for a slot which the rule leaves open is left out; `unless` asks for nothing.
    """
    taken: list[Node] = []
    for entry in rule.list("shares"):
        name = entry["criteria"]
        file = shared.get(name.text)
        if file is None:
            near = did_you_mean(name.text, shared)
            errors.append(RuleError(f'there are no shared criteria "{name.text}"{near}', name.mark))
            continue
        slots = {key.text: value.items for key, value in entry["where"].pairs}
        errors.extend(_unknown(entry["where"], file))
        taken += [_filled(criterion, slots) for criterion in file.list("criteria") if _asks(criterion) <= slots.keys()]
    return _with_criteria(rule, [*rule.list("criteria"), *taken]) if rule.get("shares") else rule


def _with_criteria(rule: Node, criteria: Sequence[Node]) -> Node:
    key = rule.key("criteria") if rule.get("criteria") else replace(rule.key("shares"), text="criteria")
    value = replace(rule["shares"], items=tuple(criteria))
    return replace(rule, pairs=(*((k, v) for k, v in rule.pairs if k.text != "criteria"), (key, value)))


def _unknown(where: Node, file: Node) -> Iterator[RuleError]:
    known = sorted({text for criterion in file.list("criteria") for text in _slots(_values(criterion))})
    for key, _ in where.pairs:
        if key.text not in known:
            yield RuleError(f'no shared criterion asks for "{key.text}"{did_you_mean(key.text, known)}', key.mark)


def _asks(criterion: Node) -> set[str]:
    """The slots that a criterion cannot do without."""
    return set(_slots(value for key, value in criterion.pairs if key.text not in _OPTIONAL))


def _values(node: Node) -> Iterator[Node]:
    yield from (value for _, value in node.pairs)


def _slots(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind == "list":
            yield from (item.text for item in node.items if _is_slot(item))
        yield from _slots((*node.items, *_values(node)))


def _is_slot(node: Node) -> bool:
    return node.kind == "text" and node.text.isascii() and node.text.isalpha() and node.text.isupper()


def _filled(node: Node, slots: Slots) -> Node:
    """A value with every slot in its lists replaced by the concepts it stands for."""
    if node.kind == "list":
        items = [filled for item in node.items for filled in _item(item, slots)]
        return replace(node, items=tuple(items))
    return replace(node, pairs=tuple((key, _filled(value, slots)) for key, value in node.pairs))


def _item(item: Node, slots: Slots) -> Sequence[Node]:
    return slots.get(item.text, ()) if _is_slot(item) else (_filled(item, slots),)
