"""A sound rule becomes a commitment."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model.commitment import (
    AmountsCriterion,
    Case,
    ColumnsCriterion,
    Commitment,
    CommitmentKind,
    Criterion,
    Exceptions,
    Groups,
    Guard,
    InputKind,
    Instrument,
    MeasureCriterion,
    Modality,
    QuantityCriterion,
    Rank,
    Ruling,
    Scope,
    Sense,
    StatementCriterion,
    Strength,
)
from checker.model.finding import Level, Verdict
from checker.model.records import RecordRule
from checker.rulebook import chains, concepts, quotes
from checker.rulebook.expressions import filled_in
from checker.rulebook.instruments import bilingual
from checker.rulebook.mentions import mentions
from checker.rulebook.nodes import Node
from checker.rulebook.rules import Shelf


def commitment(rule: Node, shelf: Shelf, records: tuple[RecordRule, ...], cases: tuple[Case, ...]) -> Commitment:
    """The commitment that a rule without errors encodes."""
    place = quotes.find(rule.word("quote"), shelf.source.text, rule["quote"].mark)
    interval, obligor = rule["in_force"], rule["obligor"]
    known = concepts.visible(shelf.definitions, rule.word("id"))
    return Commitment(
        id=rule.word("id"),
        pack=shelf.pack,
        title=bilingual(rule["title"]),
        quote=place.of(shelf.source.text),
        heading=quotes.heading(shelf.source.text, place.start),
        instrument=shelf.source.id,
        source_start=place.start,
        source_end=place.end,
        obligor=bilingual(obligor),
        obligor_parties=obligor.words("parties"),
        beneficiary=bilingual(rule["beneficiary"]),
        kind=CommitmentKind(rule.word("kind")),
        strength=Strength(rule.word("strength")),
        strength_words=rule.word("strength_words"),
        in_force_from=interval.word("from"),
        in_force_until=interval.word("until"),
        severity=Level(rule.word("severity")),
        applies_to=tuple(InputKind(kind) for kind in rule.words("applies_to")),
        rests_on=rule.words("rests_on"),
        topic=_groups(rule.get("topic")),
        scope=_scope(rule.get("scope")),
        criteria=tuple(criterion(node, rule, shelf.instruments) for node in rule.list("criteria")),
        concepts=concepts.closure((mention.text for mention in mentions(rule)), known),
        parameters=_texts(rule.get("parameters")),
        cases=cases,
        file=f"{shelf.pack}/{rule.file.path}",
        third_parties=rule.words("third_parties"),
        plain_words=rule.words("plain_words"),
        records=records,
        forward_only=rule.word("older_documents") == "beside_the_point",
        defined_terms=rule.words("defined_terms") if rule.get("defined_terms") else None,
        roles=_lists(rule.get("roles")),
    )


def criterion(node: Node, rule: Node, known: Mapping[str, Instrument]) -> Criterion:
    """One criterion of a rule.

    Parameters in a test of amounts are replaced by their numbers; a measure without instruments of its own is looked
    for among those the rule rests on and all that these rest on.
    """
    ruling, guard = _ruling(node, rule), _guard(node)
    if amounts := node.get("amounts"):
        return AmountsCriterion(ruling, guard, filled_in(amounts.text, _texts(rule.get("parameters"))))
    if quantity := node.get("quantity"):
        test = filled_in(quantity.word("test"), _texts(rule.get("parameters")))
        return QuantityCriterion(
            ruling, guard, quantity.word("unit"), test, quantity.words("of"), quantity.words("bound")
        )
    if columns := node.get("columns"):
        same = columns.word("values") == "same"
        return ColumnsCriterion(ruling, guard, columns.words("left"), columns.words("right"), same)
    if measure := node.get("measure"):
        return _measure(measure, rule.words("rests_on"), known, ruling, guard)
    return StatementCriterion(
        ruling,
        guard,
        says=node.words("says"),
        sense=Sense(node.word("sense", Sense.HOLDS)),
        modality=tuple(Modality(modality) for modality in node.words("modality")),
        exception=Exceptions(exception.text) if (exception := node.get("exception")) else None,
    )


def _measure(
    measure: Node, rests_on: tuple[str, ...], known: Mapping[str, Instrument], ruling: Ruling, guard: Guard
) -> MeasureCriterion:
    instruments = measure.words("instruments") or chains.closure(rests_on, known)
    told = {name: told for name in instruments if (told := chains.told(name, rests_on, known))}
    return MeasureCriterion(ruling, guard, measure.words("does"), instruments, told)


def _ruling(criterion: Node, rule: Node) -> Ruling:
    name = criterion.word("id")
    return Ruling(
        id=name,
        verdict=Verdict(criterion.word("verdict")),
        why=bilingual(criterion["why"]),
        code=criterion.word("code", name.replace("-", "_")),
        rank=Rank(criterion.word("rank", Rank.STRONG)),
        counts=(*rule.words("counts"), *criterion.words("counts")),
        any_scope=criterion.word("scope") == "any",
    )


def _guard(criterion: Node) -> Guard:
    return Guard(
        clause=_groups(criterion.get("clause")),
        with_=_groups(criterion.get("with")),
        context=_groups(criterion.get("context")),
        document=_groups(criterion.get("document")),
        unless_clause=criterion.words("unless_clause"),
        unless=criterion.words("unless"),
        unless_context=criterion.words("unless_context"),
        unless_document=criterion.words("unless_document"),
    )


def _groups(groups: Node | None) -> Groups:
    """Groups of concepts; a list of plain concepts is one group."""
    if groups is None:
        return ()
    if all(item.kind == "text" for item in groups.items):
        return (tuple(item.text for item in groups.items),)
    return tuple(tuple(concept.text for concept in group.items) for group in groups.items)


def _scope(scope: Node | None) -> Scope:
    if scope is None:
        return Scope()
    return Scope(
        inside=scope.words("inside"),
        outside=_texts(scope.get("outside")),
        excluded=_texts(scope.get("excluded")),
        open=_texts(scope.get("open")),
        home=scope.words("home"),
        placed_only=scope.word("unplaced") == "outside",
    )


def _texts(pairs: Node | None) -> dict[str, str]:
    return {key.text: value.text for key, value in pairs.pairs} if pairs is not None else {}


def _lists(pairs: Node | None) -> dict[str, tuple[str, ...]]:
    return (
        {key.text: tuple(item.text for item in value.items) for key, value in pairs.pairs} if pairs is not None else {}
    )
