"""Where a rule asks for concepts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.nodes import Node

GROUPED = ("clause", "with", "context", "document")
CODED = ("outside", "excluded", "open")
WITHDRAWING = ("unless_clause", "unless", "unless_context", "unless_document")


def mentions(rule: Node) -> Iterator[Node]:
    """Every place where a rule asks for a concept."""
    yield from rule["obligor"].list("parties")
    yield from rule.list("third_parties")
    yield from rule.list("plain_words")
    yield from rule.list("defined_terms")
    if roles := rule.get("roles"):
        yield from (concept for _, concepts in roles.pairs for concept in concepts.items)
    yield from _grouped(rule["topic"])
    if scope := rule.get("scope"):
        yield from (*scope.list("inside"), *scope.list("home"))
        for part in CODED:
            yield from (concept for concept, _ in coded.pairs) if (coded := scope.get(part)) else ()
    for criterion in rule.list("criteria"):
        yield from _criterion_mentions(criterion)


def _criterion_mentions(criterion: Node) -> Iterator[Node]:
    yield from criterion.list("says")
    if columns := criterion.get("columns"):
        yield from (*columns.list("left"), *columns.list("right"))
    if quantity := criterion.get("quantity"):
        yield from quantity.list("of")
    if measure := criterion.get("measure"):
        yield from measure.list("does")
    for key in GROUPED:
        yield from _grouped(groups) if (groups := criterion.get(key)) else ()
    for key in WITHDRAWING:
        yield from criterion.list(key)


def _grouped(groups: Node) -> Iterator[Node]:
    for item in groups.items:
        yield from item.items if item.kind == "list" else (item,)
