"""The record of a bench: the measures of both halves of a data set, kept for the page of figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

from checker.bench.contractnli import Half
from checker.bench.judged import Cell, Judged
from checker.bench.scores import by_statement, intervals, rounded, scores


def record(found: Judged, rules_sha256: str) -> bytes:
    """The measures of all agreements, of the odd ones and of the even ones, as JSON without times."""
    halves = {half.value: _measures([*_cells(found.cells, half)]) for half in Half}
    value = {"commitments": dict(found.commitments), "rules_sha256": rules_sha256, "halves": halves}
    return (json.dumps(value, indent=1) + "\n").encode()


def _cells(cells: Sequence[Cell], half: Half) -> list[Cell]:
    groups = enumerate(groupby(cells, lambda cell: cell.agreement))
    return [cell for place, (_, group) in groups for cell in group if half.holds(place)]


def _measures(cells: Sequence[Cell]) -> dict[str, object]:
    return {
        "agreements": len({cell.agreement for cell in cells}),
        "scores": rounded(scores(cells)),
        "intervals": {name: [round(end, 4) for end in ends] for name, ends in intervals(cells).items()},
        "statements": {name: rounded(scores(group)) for name, group in by_statement(cells).items()},
    }
