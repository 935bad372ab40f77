"""What a bench prints: the measures, one line for each statement, and the same as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from checker.bench.contractnli import Label
from checker.bench.judged import Cell, Judged
from checker.bench.scores import as_dict, by_statement, intervals, rounded, scores

_NAMES = {
    "accuracy": "Acc",
    "f1_c": "F1(C), mean over statements",
    "micro_f1_c": "F1(C), all cells together",
    "f1_e": "F1(E), mean over statements",
    "micro_f1_e": "F1(E), all cells together",
    "map": "mAP",
    "p_at_r80": "P@R80",
    "review": "needs review",
}


def as_json(found: Judged) -> str:
    """The measures as JSON; shares are rounded to four places."""
    value = {
        "agreements": found.agreements,
        **rounded(scores(found.cells)),
        "intervals": {name: [round(end, 4) for end in ends] for name, ends in intervals(found.cells).items()},
        "statements": {name: rounded(scores(cells)) for name, cells in by_statement(found.cells).items()},
        "ms_per_document": round(_milliseconds(found), 1),
    }
    return json.dumps(value, indent=2)


def as_text(found: Judged) -> str:
    """The measures for a terminal."""
    return "\n".join([*_summary(found), "", *_statements(found)])


def _summary(found: Judged) -> Iterator[str]:
    spread = intervals(found.cells)
    yield f"{found.agreements} agreements, {len(found.commitments)} statements, {len(found.cells)} labels"
    values = as_dict(scores(found.cells))
    for key, name in _NAMES.items():
        ends = f"  ({spread[key][0]:.3f}-{spread[key][1]:.3f})" if key in spread else ""
        yield f"  {name:<28} {_share(values[key])}{ends}"
    yield f"  {'computing time a document':<28} {_milliseconds(found):.0f} ms"


def _statements(found: Judged) -> Iterator[str]:
    width = max(map(len, found.commitments.values()))
    yield f"{'statement':<{width}}   Acc  F1(C)  F1(E)    mAP  P@R80  labelled -> given, where the two differ"
    for name, cells in by_statement(found.cells).items():
        each = scores(cells)
        figures = (each.accuracy, each.f1_c, each.f1_e, each.map, each.p_at_r80)
        told = "  ".join(f"{_share(figure):>5}" for figure in figures)
        yield f"{found.commitments[name]:<{width}}  {told}  {_differences(cells)}"


def _differences(cells: list[Cell]) -> str:
    counts = Counter((cell.gold, cell.given) for cell in cells if cell.gold is not cell.given)
    return ", ".join(f"{_SHORT[gold]}->{_SHORT[given]} {count}" for (gold, given), count in sorted(counts.items()))


_SHORT = {Label.ENTAILMENT: "E", Label.CONTRADICTION: "C", Label.NOT_MENTIONED: "N"}


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _milliseconds(found: Judged) -> float:
    return 1000 * found.seconds / max(1, found.agreements)
