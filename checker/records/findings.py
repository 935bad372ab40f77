"""Row verdicts become one finding per commitment, with the rows that weigh most as evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model.commitment import Commitment
from checker.model.finding import DECIDED, Evidence, Finding, Level, Part, Progress, Reason, Step, Verdict, Worked
from checker.model.text import Bilingual, Span
from checker.records.arithmetic import evaluated, shown, stated_and_expected, values, written
from checker.records.plan import ASIDE, KINDS, Plan, Test, TotalPlan, ruling
from checker.records.reading import Read
from checker.records.tally import Cited
from checker.records.totals import Summand

SHOWN = 5
"""How many rows a finding quotes for its verdict."""
PARTS = 100
"""How many of the rows that make up a total are named one by one."""
_ORDER = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.COMPLIANT, Verdict.NOT_ADDRESSED)
OTHER_INPUT = Reason(
    "not_applicable", Bilingual("The rule does not apply to this kind of input.", "この種の入力は規則の対象外である。")
)
OTHER_RECORDS = Reason(
    "not_addressed",
    Bilingual(
        "The records are of a kind that says nothing about this commitment.", "この約束に関する種類の記録ではない。"
    ),
)
NO_ROW = Reason("not_addressed", Bilingual("No row concerns this commitment.", "この約束に関する行はない。"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where the cited rows stand in the document's text, by table and row."""

    text: str
    spans: Mapping[tuple[int, int], Span]


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows of a document that one criterion gave one outcome."""

    test: Test
    verdict: Verdict
    code: str
    why: Bilingual
    count: int
    rows: tuple[tuple[int, Cited], ...]
    """The tables (from 0) and rows to show, the heaviest first."""


def finding(commitment: Commitment, plan: Plan, path: str, read: Sequence[Read], quoted: Quoted) -> Finding:
    """The finding of one commitment on the tables of one document."""
    found = _groups(commitment, plan, read)
    groups = sorted(found, key=lambda group: (_ORDER.index(group.verdict), -group.count))
    decisive = groups[0] if groups else None
    if decisive is None:
        return bare(commitment, path, Verdict.NOT_ADDRESSED, NO_ROW)
    total = sum(count for each in read for count in each.tallies[commitment.id].counts.values())
    shown = [group for group in groups if group.verdict is decisive.verdict]
    counter = [g for g in groups if g.verdict in DECIDED and g.verdict is not decisive.verdict]
    evidence = [
        *(_evidence(plan, group, at, cited, read, quoted) for group, at, cited in _spread(shown, SHOWN)),
        *(_evidence(plan, group, at, cited, read, quoted) for group, at, cited in _spread(counter, 1)),
    ]
    return Finding(
        id=commitment.id,
        commitment=commitment.id,
        document=path,
        verdict=decisive.verdict,
        reason=Reason(decisive.code, _reason(decisive, shown, total)),
        confidence=Level.HIGH,
        reading=Level.HIGH,
        severity=commitment.severity,
        evidence=() if decisive.verdict is Verdict.NOT_ADDRESSED else tuple(evidence),
        trace=tuple(_step(group, read) for group in groups),
        progress=tuple(_progress(commitment.id, plan, read)),
    )


def bare(commitment: Commitment, path: str, verdict: Verdict, reason: Reason) -> Finding:
    """The finding of a commitment that no row concerns."""
    return Finding(
        id=commitment.id,
        commitment=commitment.id,
        document=path,
        verdict=verdict,
        reason=reason,
        confidence=Level.HIGH,
        reading=Level.HIGH,
        severity=commitment.severity,
    )


def _groups(commitment: Commitment, plan: Plan, read: Sequence[Read]) -> Iterator[_Group]:
    counts: Counter[int] = Counter()
    rows: dict[int, list[tuple[int, Cited]]] = {}
    for place, each in enumerate(read):
        tally = each.tallies[commitment.id]
        counts.update({outcome: count for outcome, count in tally.counts.items() if outcome >= 0})
        for cited in tally.cited:
            rows.setdefault(cited.outcome, []).append((place, cited))
    for outcome in sorted(counts):
        test = plan.tests[outcome // KINDS]
        verdict, code, why = ruling(test, outcome)
        yield _Group(test, verdict, code, why, counts[outcome], tuple(rows[outcome]))


def _progress(commitment: str, plan: Plan, read: Sequence[Read]) -> Iterator[Progress]:
    """How far the totals of each table have come."""
    for table in read:
        for total in table.tallies[commitment].totals:
            test = plan.tests[total.place]
            assert test.total is not None
            verdict, _, _ = ruling(test, total.place * KINDS + total.outcome)
            bound = evaluated(test.expect.right, {}) if test.expect else None
            yield Progress(
                criterion=test.criterion.id,
                title=test.total.rule.title,
                unit=test.total.rule.unit,
                amount=shown(total.amount),
                sign=test.expect.sign if test.expect else "",
                bound=shown(bound) if bound is not None else "",
                verdict=verdict,
                parts=tuple(_part(table, plan, test.total, each) for each in total.counted[:PARTS]),
                more=max(0, len(total.counted) - PARTS),
            )


def _part(table: Read, plan: Plan, total: TotalPlan, summand: Summand) -> Part:
    column = next(name for name in plan.columns_of(total.of) if name in table.layout.places)
    name = ", ".join(str(summand.cells.get(each) or "") for each in total.rule.once)
    where = f"{place_of(table, summand.row)}, column {table.layout.header(column).text}"
    return Part(name, shown(summand.amount), where, summand.interim)


def _spread(groups: Sequence[_Group], most: int) -> list[tuple[_Group, int, Cited]]:
    """Up to `most` rows, in turn from each group, so that every criterion is shown before one is shown twice."""
    turns = max((len(group.rows) for group in groups), default=0)
    found = [(g, *g.rows[turn]) for turn in range(turns) for g in groups if turn < len(g.rows)]
    return found[:most]


def _reason(decisive: _Group, shown: Sequence[_Group], total: int) -> Bilingual:
    others = sum(group.count for group in shown) - decisive.count
    more_en = f" {others} more for other reasons, see the trace." if others else ""
    more_ja = f"ほかの理由による行：{others}行。" if others else ""
    rows = "row" if total == 1 else "rows"
    as_en, as_ja = _standing(decisive)
    return Bilingual(
        f"{decisive.count} of {total} {rows}{as_en}: {decisive.why.en}{more_en}",
        f"{total}行中{decisive.count}行{as_ja}：{decisive.why.ja}{more_ja}",
    )


def _standing(group: _Group) -> tuple[str, str]:
    """How the rows of a group stand to what its criterion expects, in both languages."""
    if group.test.expect is None or group.why is not group.test.criterion.why:
        return "", ""
    if group.verdict is Verdict.COMPLIANT:
        return " as expected", "が次のとおり"
    return " not as expected", "が次に反する"


def _step(group: _Group, read: Sequence[Read]) -> Step:
    rows = "row" if group.count == 1 else "rows"
    first = ", ".join(place_of(read[at], cited.row) for at, cited in group.rows)
    first_ja = "、".join(_place_ja(read[at], cited.row) for at, cited in group.rows)
    more = ", …" if group.count > len(group.rows) else ""
    return Step(
        group.test.criterion.id,
        f"{group.count} {rows}: {first}{more}",
        f"{group.verdict} ({group.code})",
        f"{group.count}行：{first_ja}{'ほか' if more else ''}",
    )


def place_of(read: Read, row: int) -> str:
    """A row of a table in words."""
    return f"sheet {read.sheet}, row {row}" if read.sheet else f"row {row}"


def _place_ja(read: Read, row: int) -> str:
    return f"シート「{read.sheet}」の{row}行目" if read.sheet else f"{row}行目"


def _evidence(plan: Plan, group: _Group, at: int, cited: Cited, read: Sequence[Read], quoted: Quoted) -> Evidence:
    span = quoted.spans[(at, cited.row)]
    worked = None
    if group.test.total is not None:
        total = cited.total
        if total is not None and cited.outcome % KINDS != ASIDE:
            worked = Worked(read[at].sheet, cited.row, total.stated, total.expected, total.steps)
    elif group.test.expect is not None:
        known = values(plan, cited.cells)
        stated, expected = stated_and_expected(group.test.expect, known)
        worked = Worked(read[at].sheet, cited.row, stated, expected, written(plan, group.test.expect, known))
    return Evidence(span.of(quoted.text), span, place_of(read[at], cited.row), group.verdict, worked=worked)
