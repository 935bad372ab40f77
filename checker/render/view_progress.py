"""How far commitments have come by the rows of records: a bar against the bound, and the cells it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.model.finding import Finding, Part, Progress
from checker.render.charts import Stretch, Twin, strip
from checker.render.view_parts import Link, Shelf, VerdictView, finding_anchor, verdict_view
from checker.render.words import Words

_MARK = 0.004
"""How wide the line of the bound is, as a share of the strip."""
_ROOM = Decimal("1.05")
"""How much longer a strip is than what it shows, so that its end is seen."""
_SIGNS = {"<=": "at_most", "<": "less_than", ">=": "at_least", ">": "more_than", "==": "exactly", "!=": "other_than"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One total: what is added up, the sum and its bound in words, the strip, and the rows with their cells."""

    commitment: Link
    document: str
    told: str
    verdict: VerdictView
    strip: tuple[Stretch, ...]
    twin: Twin


def progress(on: Shelf) -> tuple[Bar, ...]:
    """The totals of all findings, by commitment and document as the report lists them."""
    return tuple(bar for finding in on.report.listed for bar in _bars(finding, on))


def _bars(finding: Finding, on: Shelf) -> Iterator[Bar]:
    title = on.commitments[finding.commitment].title.pick(on.words.lang)
    pledge = next((each.bound for each in finding.progress if each.bound), "")
    for each in finding.progress:
        yield Bar(
            Link(title, f"#{finding_anchor(finding)}"),
            finding.document,
            _told(each, on.words),
            verdict_view(each.verdict, on.words),
            _strip(each, each.bound or pledge),
            _twin(each, on.words),
        )


def _told(each: Progress, words: Words) -> str:
    title = each.title.pick(words.lang)
    sum_ = words("progress_sum", title=title, amount=_grouped(each.amount), unit=each.unit)
    if not each.bound:
        return sum_
    return f"{sum_} {words('progress_bound.' + _SIGNS[each.sign], bound=_grouped(each.bound), unit=each.unit)}"


def _strip(each: Progress, bound: str) -> tuple[Stretch, ...]:
    """The sum as a stretch, and the bound as a line."""
    longest = max(Decimal(each.amount), Decimal(bound or 0)) * _ROOM
    if longest <= 0:
        return ()
    done = (each.verdict.value, 0.0, float(Decimal(each.amount) / longest))
    line = float(Decimal(bound or 0) / longest)
    return strip((done, ("bound", line - _MARK, line)) if bound else (done,))


def _twin(each: Progress, words: Words) -> Twin:
    rows = tuple(_row(part, words) for part in each.parts)
    more = ((words("progress_more", n=each.more), "", ""),) if each.more else ()
    return Twin(
        (words("progress_of"), f"{words('progress_amount')} ({each.unit})", words("progress_cell")), (*rows, *more)
    )


def _row(part: Part, words: Words) -> tuple[str, str, str]:
    interim = f" ({words('progress_interim')})" if part.interim else ""
    return part.name or "–", f"{_grouped(part.amount)}{interim}", part.where


def _grouped(number: str) -> str:
    return f"{Decimal(number):,f}" if number[-1:].isdigit() else number
