"""The rule of a commitment over one kind of records, read and turned into SQL."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from checker.model.finding import Verdict
from checker.model.records import RecordCriterion, RecordRule, RecordTotal
from checker.model.text import Bilingual
from checker.records import sql
from checker.records.formula import Comparison, Formula, Names, Type, names_in, parameter, parts_of, read
from checker.records.schemas import Cell, RecordSchema
from checker.records.sql import NOTHING, Known, Sql, identifier

_TYPES: Mapping[Cell, Type] = {
    Cell.TEXT: Type.TEXT,
    Cell.DATE: Type.DATE,
    Cell.PERCENT: Type.NUMBER,
    Cell.NUMBER: Type.NUMBER,
    Cell.CODE: Type.CODE,
    Cell.COUNTRY: Type.TEXT,
    Cell.CHOICE: Type.TEXT,
}
ANY_VALUE = (Type.NUMBER, Type.TEXT, Type.DATE, Type.CODE)
BAD, UNGOVERNED = -1, -2
"""Outcomes of a row that no criterion decides: it does not fit its columns, or no criterion governs it."""
KINDS = 7
MET, NOT_MET, UNKNOWN, INTERIM, ASIDE, CONFLICT, OVERLAP = range(KINDS)
"""What became of a governed row; its outcome is KINDS times the criterion's place and one of these.

The last four are for rows that are added up: the total is not final, the row is not counted because another one about
the same thing is, two rows give different figures for one day, or it matters whether two things are one.
"""
_OPEN: Mapping[int, tuple[str, Bilingual]] = {
    UNKNOWN: (
        "value_missing",
        Bilingual("A value that the arithmetic needs is not given.", "計算に必要な値が記載されていない。"),
    ),
    INTERIM: (
        "interim_figure",
        Bilingual(
            "The total is not what is expected, and some of its figures are interim.",
            "合計は求められるものに達していないが、暫定値を含む。",
        ),
    ),
    CONFLICT: (
        "figures_at_odds",
        Bilingual(
            "Two rows give different figures for the same thing on the same day.",
            "同一の対象について、同じ日付の異なる数値が記載されている。",
        ),
    ),
    OVERLAP: (
        "possible_overlap",
        Bilingual(
            "Two rows may report on the same thing under two names, and the verdict depends on it.",
            "同一の対象が別名で記載されている可能性があり、判定がそれによって変わる。",
        ),
    ),
}
_ASIDE = Bilingual("Another row about the same thing is counted instead.", "同一の対象に関する別の行が計上されている。")


@dataclass(frozen=True, slots=True)
class TotalPlan:
    """A total, read: the number that each row brings, and the condition under which that is an interim figure."""

    rule: RecordTotal
    of: Formula
    interim: Formula | None


@dataclass(frozen=True, slots=True)
class Test:
    """One criterion, read: which rows it governs, and the stated value compared with the expected one."""

    criterion: RecordCriterion
    where: Formula
    unless: Formula | None
    expect: Comparison | None
    total: TotalPlan | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule, read: its named values in order, its tests, and the columns of the records that they ask for."""

    values: Mapping[str, Formula]
    tests: tuple[Test, ...]
    columns: tuple[str, ...]

    def formulas(self) -> Iterator[Formula]:
        """Every formula of the rule; of an expectation its two sides."""
        yield from self.values.values()
        yield from _formulas(self.tests)

    def columns_of(self, formula: Formula) -> list[str]:
        """The columns that a formula rests on, through named values too, in the order in which it asks for them."""
        found: dict[str, None] = {}
        for name in names_in(formula):
            found.update(dict.fromkeys(self.columns_of(self.values[name]) if name in self.values else [name]))
        return list(found)

    def asks(self, name: str, answers: Container[Formula]) -> bool:
        """Whether a formula asks for a column or value otherwise than in one of the conditions `answers`."""
        return any(name in names_in(formula, answers) for formula in self.formulas())


def names_of(schema: RecordSchema, rule_sets: Mapping[str, tuple[str, ...]], parameters: Mapping[str, str]) -> Names:
    """What the formulas of a rule over records of `schema` may speak of."""
    return Names(
        {name: _TYPES[column.cell] for name, column in schema.columns.items()},
        {name: parameter(text) for name, text in parameters.items()},
        rule_sets,
    )


def plan(rule: RecordRule, schema: RecordSchema, parameters: Mapping[str, str]) -> Plan:
    """The plan of a rule whose formulas were checked when it was loaded."""
    names = names_of(schema, rule.sets, parameters)
    values: dict[str, Formula] = {}
    for name, text in rule.values.items():
        values[name] = read(text, names, ANY_VALUE)
        names = names.with_value(name, values[name].type)
    tests = tuple(_test(criterion, names) for criterion in rule.criteria)
    asked = {name for formula in (*values.values(), *_formulas(tests)) for name in names_in(formula)}
    asked.update(name for test in tests if test.total for name in _columns(test.total.rule))
    return Plan(values, tests, tuple(name for name, c in schema.columns.items() if c.required or name in asked))


def total_only(names: Names) -> Names:
    """What an expectation about a total may speak of: the total and the parameters of the rule."""
    return Names({"total": Type.NUMBER}, names.parameters, names.sets)


def _test(criterion: RecordCriterion, names: Names) -> Test:
    total = _total(criterion.total, names) if criterion.total else None
    about = total_only(names) if total else names
    expect = read(criterion.expect, about, (Type.TRUTH,)) if criterion.expect else None
    return Test(
        criterion,
        read(criterion.where, names, (Type.TRUTH,)),
        read(criterion.unless, names, (Type.TRUTH,)) if criterion.unless else None,
        expect if isinstance(expect, Comparison) else None,
        total,
    )


def _total(rule: RecordTotal, names: Names) -> TotalPlan:
    interim = read(rule.interim, names, (Type.TRUTH,)) if rule.interim else None
    return TotalPlan(rule, read(rule.of, names, (Type.NUMBER,)), interim)


def _columns(rule: RecordTotal) -> tuple[str, ...]:
    return (*rule.once, *rule.alike, rule.latest)


def _formulas(tests: tuple[Test, ...]) -> Iterator[Formula]:
    for test in tests:
        yield from (formula for formula in (test.where, test.unless) if formula is not None)
        if test.total is not None:
            yield from (formula for formula in (test.total.of, test.total.interim) if formula is not None)
        elif test.expect is not None:
            yield from parts_of(test.expect)


def judged(plan_: Plan, query: str, known: Known) -> str:
    """SQL that adds to the rows of `query` their outcome, and both sides of the comparison that it is about.

    `query` gives _bad and what stands for the columns of the plan in `known`; the answer has _outcome, _stated and
    _expected besides.
    """
    query, known = with_values(plan_, query, known)
    query = f"SELECT *, {_outcome(plan_, known)} AS _outcome FROM ({query})"
    stated, expected = _sides(plan_, known)
    return f"SELECT *, {stated} AS _stated, {expected} AS _expected FROM ({query})"


def with_values(plan_: Plan, query: str, known: Known) -> tuple[str, Known]:
    """SQL that adds to the rows of `query` the named values of the plan, and what stands for all in the answer."""
    for name, formula in plan_.values.items():
        found = sql.value(formula, known)
        text, over = identifier(name + ":"), identifier(name + "/")
        if found != NOTHING:
            below = f", {found.over} AS {over}" if found.over else ""
            query = f"SELECT *, {found.text} AS {text}{below} FROM ({query})"
            found = Sql(text, over if found.over else "")
        known = known.with_value(name, found)
    return query, known


def _outcome(plan_: Plan, known: Known) -> str:
    cases = [f"WHEN _bad THEN {BAD}"]
    for place, test in enumerate(plan_.tests):
        governed = sql.condition(test.where, known)
        if test.unless is not None:
            governed = f"{governed} AND NOT coalesce({sql.condition(test.unless, known)}, false)"
        cases.append(f"WHEN {governed} THEN {_within(test, place * KINDS, known)}")
    return f"(CASE {' '.join(cases)} ELSE {UNGOVERNED} END)"


def _within(test: Test, base: int, known: Known) -> str:
    if test.total is not None:
        # What becomes of the row is known once all are added up.
        return str(base + UNKNOWN)
    if test.expect is None:
        return str(base + NOT_MET)
    met = _compared(test, known)
    return f"(CASE WHEN {met} THEN {base + MET} WHEN NOT {met} THEN {base + NOT_MET} ELSE {base + UNKNOWN} END)"


def _compared(test: Test, known: Known) -> str:
    assert test.expect is not None
    left, right = sql.value(test.expect.left, known), sql.value(test.expect.right, known)
    tolerance = test.criterion.tolerance if test.expect.left.type is Type.NUMBER else "0"
    return sql.compared(left, test.expect.sign, right, tolerance)


def _sides(plan_: Plan, known: Known) -> tuple[str, str]:
    """The stated and the expected value of a row as numbers, where its criterion compares numbers."""
    sides: tuple[list[str], list[str]] = ([], [])
    for place, test in enumerate(plan_.tests):
        if test.total or test.expect is None or test.expect.left.type is not Type.NUMBER:
            continue
        for side, formula in zip(sides, (test.expect.left, test.expect.right), strict=True):
            found = sql.value(formula, known)
            number = f"({found.text})::DOUBLE" + (f" / {found.over}" if found.over else "")
            side.append(f"WHEN _outcome IN ({place * KINDS}, {place * KINDS + 1}) THEN {number}")
    first, second = (f"(CASE {' '.join(side)} END)" if side else "NULL::DOUBLE" for side in sides)
    return first, second


def ruling(test: Test, outcome: int) -> tuple[Verdict, str, Bilingual]:
    """Verdict, code and reason of a row that the criterion of `test` gave this outcome."""
    criterion = test.criterion
    if outcome % KINDS == MET:
        return Verdict.COMPLIANT, criterion.id.replace("-", "_"), criterion.why
    if outcome % KINDS == ASIDE:
        return Verdict.NOT_ADDRESSED, "counted_once", _ASIDE
    if outcome % KINDS in _OPEN:
        return Verdict.NEEDS_REVIEW, *_OPEN[outcome % KINDS]
    return criterion.verdict, criterion.code, criterion.why
