"""How the commitments stood over the dates of the documents that speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.model.finding import Finding
from checker.render.charts import Stretch, Twin, strip
from checker.render.ranking import SEVERITY_ORDER, in_brief
from checker.render.view_parts import Link, Shelf, VerdictView, commitment_anchor, finding_anchor, verdict_view


@dataclass(frozen=True, slots=True)
class Moment:
    """What the documents of one date say: the gravest verdict, and the finding that has it."""

    date: str
    verdict: VerdictView
    href: str


@dataclass(frozen=True, slots=True)
class Course:
    """How one commitment stood from date to date."""

    commitment: Link
    description: str
    moments: tuple[Moment, ...]
    strip: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The commitments of which documents of several dates speak, over the time from `start` to `end`."""

    start: str
    end: str
    rows: tuple[Course, ...]
    twin: Twin


def timeline(on: Shelf) -> Timeline | None:
    """How commitments stood from document to document; None where no two dates speak of any."""
    dated = _dated(on)
    told = {name: days for name, days in dated.items() if len(days) > 1}
    if not told:
        return None
    start = min(min(days) for days in told.values())
    end = max(on.report.as_of, *(max(days) for days in told.values()))
    courses = tuple(_course(name, told[name], start, end, on) for name in on.commitments if name in told)
    head = tuple(map(on.words, ("column_commitment", "column_dated", "verdict", "column_document")))
    return Timeline(start, end, courses, Twin(head, tuple(_figures(told, on))))


def _dated(on: Shelf) -> dict[str, dict[str, Finding]]:
    """By commitment and date of the document, the finding with the gravest verdict."""
    found: dict[str, dict[str, Finding]] = {}
    for finding in on.report.findings:
        dated = on.documents[finding.document].dated
        if dated is None or in_brief(finding.verdict) or not _is_day(dated.value):
            continue
        days = found.setdefault(finding.commitment, {})
        known = days.setdefault(dated.value, finding)
        if SEVERITY_ORDER.index(finding.verdict) < SEVERITY_ORDER.index(known.verdict):
            days[dated.value] = finding
    return found


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _course(name: str, days: dict[str, Finding], start: str, end: str, on: Shelf) -> Course:
    moments = tuple(
        Moment(day, verdict_view(days[day].verdict, on.words), f"#{finding_anchor(days[day])}") for day in sorted(days)
    )
    told = (on.words("on_day", date=each.date, verdict=each.verdict.name) for each in moments)
    ends = (*(each.date for each in moments[1:]), end)
    parts = (
        (each.verdict.key, _share(each.date, start, end), _share(until, start, end))
        for each, until in zip(moments, ends, strict=True)
    )
    title = on.commitments[name].title.pick(on.words.lang)
    return Course(Link(title, f"#{commitment_anchor(name)}"), on.words("separator").join(told), moments, strip(parts))


def _share(day: str, start: str, end: str) -> float:
    whole = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return (date.fromisoformat(day) - date.fromisoformat(start)).days / max(whole, 1)


def _figures(told: dict[str, dict[str, Finding]], on: Shelf) -> Iterator[tuple[str, ...]]:
    for name, commitment in on.commitments.items():
        for day in sorted(told.get(name, ())):
            finding = told[name][day]
            yield commitment.title.pick(on.words.lang), day, on.words.name(finding.verdict), finding.document
