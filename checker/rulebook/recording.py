"""Records files: the rules over records beside the commitments, checked and built."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence

from checker.errors import RuleError
from checker.model.commitment import InputKind
from checker.model.finding import Verdict
from checker.model.records import RecordCriterion, RecordRule, RecordTotal
from checker.records.formula import Comparison, Constant, Formula, FormulaError, Names, Type, read
from checker.records.plan import ANY_VALUE, names_of, total_only
from checker.records.schemas import RecordSchema, record_schema
from checker.rulebook.instruments import bilingual
from checker.rulebook.near import nearest
from checker.rulebook.nodes import Node


def check(file: Node, rule: Node) -> Iterator[RuleError]:
    """Everything in a records file that its schema allows and that still makes no sense."""
    if InputKind.RECORDS not in rule.words("applies_to"):
        hint = f"write applies_to: [{', '.join([*rule.words('applies_to'), InputKind.RECORDS])}]"
        message = f"the rule has a records file, {file.file.path}, and does not apply to records"
        yield RuleError(message, rule["applies_to"].mark, hint)
    for over in file.list("records"):
        yield from _formulas(over, _texts(rule.get("parameters")))
        yield from _twice(over)


def build(file: Node) -> tuple[RecordRule, ...]:
    """The rules over records of a sound file."""
    return tuple(
        RecordRule(
            of=over.word("of"),
            sets=_sets(over),
            values=_texts(over.get("values")),
            criteria=tuple(map(_criterion, over.list("criteria"))),
        )
        for over in file.list("records")
    )


def _criterion(node: Node) -> RecordCriterion:
    name = node.word("id")
    return RecordCriterion(
        id=name,
        verdict=Verdict(node.word("verdict", Verdict.VIOLATION)),
        code=node.word("code", name.replace("-", "_")),
        why=bilingual(node["why"]),
        where=node.word("where"),
        unless=node.word("unless"),
        expect=node.word("expect"),
        tolerance=node.word("tolerance", "0"),
        total=_total(node["total"]) if node.get("total") is not None else None,
    )


def _total(node: Node) -> RecordTotal:
    return RecordTotal(
        of=node.word("of"),
        title=bilingual(node["title"]),
        once=node.words("once"),
        unit=node.word("unit"),
        latest=node.word("latest"),
        alike=node.words("alike"),
        interim=node.word("interim"),
    )


def _formulas(over: Node, parameters: Mapping[str, str]) -> Iterator[RuleError]:
    names = names_of(record_schema(over.word("of")), _sets(over), parameters)
    values = over.get("values")
    for key, node in values.pairs if values is not None else ():
        taken = {*names.types, *names.parameters, *names.sets}
        if key.text in taken:
            yield RuleError(f'"{key.text}" already names something else', key.mark, "rename the value")
        found = yield from _read(node, names, ANY_VALUE)
        names = names.with_value(key.text, found.type if found else Type.NUMBER)
    for criterion in over.list("criteria"):
        for condition in (criterion["where"], criterion.get("unless")):
            if condition is not None:
                yield from _read(condition, names, (Type.TRUTH,))
        if total := criterion.get("total"):
            yield from _sum(total, names, record_schema(over.word("of")))
        if expect := criterion.get("expect"):
            yield from _expectation(expect, total_only(names) if total else names)


def _sum(total: Node, names: Names, schema: RecordSchema) -> Iterator[RuleError]:
    yield from _read(total["of"], names, (Type.NUMBER,))
    if interim := total.get("interim"):
        yield from _read(interim, names, (Type.TRUTH,))
    for node in (*total.list("once"), *total.list("alike"), *filter(None, [total.get("latest")])):
        if node.text not in schema.columns:
            near = nearest(node.text, schema.columns)
            hint = f'did you mean "{near}"?' if near else f"there are {', '.join(sorted(schema.columns))}"
            yield RuleError(f'{schema.name} records have no column "{node.text}"', node.mark, hint)


def _expectation(node: Node, names: Names) -> Iterator[RuleError]:
    found = yield from _read(node, names, (Type.TRUTH,))
    if found is not None and not isinstance(found, Comparison):
        hint = "split it: one criterion for each comparison; conditions on rows stand under where"
        yield RuleError("an expectation is one comparison of a stated with an expected value", node.mark, hint)
    elif isinstance(found, Comparison) and isinstance(found.left, Constant):
        yield RuleError("what the row states stands on the left", node.mark, "stated_total == due")


def _read(node: Node, names: Names, wanted: Sequence[Type]) -> Generator[RuleError, None, Formula | None]:
    try:
        return read(node.text, names, wanted)
    except FormulaError as error:
        yield RuleError(error.message, node.mark_at(error.offset), error.hint)
    return None


def _twice(over: Node) -> Iterator[RuleError]:
    lines: dict[str, int] = {}
    for criterion in over.list("criteria"):
        name = criterion["id"]
        if name.text in lines:
            message = f'the criterion "{name.text}" stands twice, here and in line {lines[name.text]}'
            yield RuleError(message, name.mark, "keep one of them, or rename one")
        lines.setdefault(name.text, name.line)


def _sets(over: Node) -> dict[str, tuple[str, ...]]:
    sets = over.get("sets")
    return {key.text: tuple(item.text for item in value.items) for key, value in sets.pairs} if sets else {}


def _texts(pairs: Node | None) -> dict[str, str]:
    return {key.text: value.text for key, value in pairs.pairs} if pairs is not None else {}
