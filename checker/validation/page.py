"""The page of measured accuracy, in Markdown. It shows figures only, never the text of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model.finding import Verdict
from checker.validation.figures import (
    DRAWS,
    VERDICTS,
    Confusion,
    Figures,
    Interval,
    confusion,
    figures,
    intervals,
)
from checker.validation.labelled import Half
from checker.validation.markdown import row_of, rule_of
from checker.validation.outcomes import Row
from checker.validation.sight import FirstSight
from checker.validation.yardstick import Yardstick, section

NAMES = {
    "accuracy": "accuracy",
    "violation_precision": "violation precision",
    "compliant_precision": "compliant precision",
    "decided": "decided",
    "attention": "attention",
    "confidently_wrong": "confidently wrong",
    "noise": "noise",
    "evidence": "evidence",
}
_MEANING = """\
Every case is a text with the verdict it should get for one commitment; a long document has verdicts for several, and
whatever the checker says of any other commitment counts as wrong there. A commitment that a document is not found to
speak to counts as not_addressed. The figures:

- **accuracy**: labels that got exactly their verdict, of the four.
- **violation precision**, **compliant precision**: of the cases called so, those that are labelled so.
- **decided**: of the cases labelled violation or compliant, those that got exactly that verdict.
- **attention**: of the cases labelled violation, those called violation or needs_review.
- **confidently wrong**: cases called compliant that are labelled violation, or the reverse.
- **noise**: of the cases labelled not_addressed, those that got any other verdict.
- **evidence**: of the rightly decided cases, those that quote at least half of the labelled words in a short passage.
"""
_LEARNED = {
    Half.ALL: (
        "After learning",
        "These cases were open to those who write the rules. The figures are training scores: they say how well the "
        "rules fit what they were written from, not how well they read what nobody has seen.",
    ),
    Half.READ: (
        "After learning",
        "These cases are the half of the files, chosen by the hash of their ids, that those who write the rules may "
        "read. The figures are training scores: they say how well the rules fit what they were written from, not how "
        "well they read what nobody has seen.",
    ),
    Half.UNREAD: (
        "Kept unread",
        "These cases are the half of the files, chosen by the hash of their ids, that those who write the rules do not "
        "read.",
    ),
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run over labelled files: by which rules, as of which date, on which half, and what it gave."""

    version: str
    packs: tuple[str, ...]
    rules_sha256: str
    commitments: int
    as_of: str
    half: Half
    rows: tuple[Row, ...]
    log: tuple[FirstSight, ...] = ()
    yardstick: Yardstick | None = None


def page(found: Measurement) -> str:
    """The page, ending in a newline."""
    parts = [*_how(found), *_first_sight(found.log), *_learned(found), *_per_rule(found.rows)]
    return "\n".join([*parts, *(["", *section(found.yardstick)] if found.yardstick else [])]).rstrip() + "\n"


def _how(found: Measurement) -> Iterator[str]:
    yield "# Validation\n"
    yield "Written by `checker validate`; change nothing here by hand.\n"
    yield "## What was measured and how\n"
    yield (
        f"checker {found.version} with {found.commitments} commitments of {', '.join(found.packs)}, "
        f"rules sha256 `{found.rules_sha256}`, as of {found.as_of}.\n"
    )
    yield _MEANING
    yield (
        "In brackets stands the middle 95 percent of the figure over "
        f"{DRAWS} samples of as many cases, drawn with replacement. A dash: nothing to divide by.\n"
    )


def _first_sight(log: Sequence[FirstSight]) -> Iterator[str]:
    yield "## First sight\n"
    if not log:
        yield "No first sight has been logged.\n"
        return
    yield "What each file gave when it was scored for the first time, before anyone who writes rules had read it.\n"
    yield row_of(["file", "date", "commit", "cases", *NAMES.values()])
    yield rule_of(4 + len(NAMES))
    for entry in log:
        shares = entry.figures.shares()
        yield row_of(
            [entry.file, entry.date.isoformat(), entry.commit, str(entry.cases), *(_share(shares[n]) for n in NAMES)]
        )
    yield ""


def _learned(found: Measurement) -> Iterator[str]:
    title, text = _LEARNED[found.half]
    yield f"## {title}\n"
    yield f"{text}\n"
    parts = [*_groups(found.rows, lambda row: row.file), *_groups(found.rows, _language)]
    groups = [("all", found.rows), *(part for part in parts if len(part[1]) < len(found.rows))]
    yield from _table("cases of", groups)
    for name, rows in groups:
        yield f"\n{name}: label by row, verdict given by column\n"
        yield from _confusion(confusion(rows))
    yield ""


def _per_rule(rows: Sequence[Row]) -> Iterator[str]:
    yield "## Per rule\n"
    groups = _groups(rows, lambda row: row.commitment)
    yield from _table("rule", groups)
    yield "\n" + row_of(["rule", "labelled -> given, where the two differ"])
    yield rule_of(2)
    for name, mine in groups:
        yield row_of([name, _differences(confusion(mine)) or "none"])


def _language(row: Row) -> str:
    return f"language {row.lang}"


def _groups(rows: Iterable[Row], key: Callable[[Row], str]) -> list[tuple[str, tuple[Row, ...]]]:
    rows = tuple(rows)
    return [(name, tuple(row for row in rows if key(row) == name)) for name in sorted({key(row) for row in rows})]


def _table(first: str, groups: Sequence[tuple[str, Sequence[Row]]]) -> Iterator[str]:
    yield row_of([first, "cases", *NAMES.values()])
    yield rule_of(2 + len(NAMES))
    for name, rows in groups:
        yield row_of([name, *_cells(figures(rows), intervals(rows))])


def _cells(found: Figures, spread: dict[str, Interval | None]) -> list[str]:
    shares = found.shares()
    return [str(found.cases), *(_share(shares[name], spread[name]) for name in NAMES)]


def _confusion(found: Confusion) -> Iterator[str]:
    given = [*VERDICTS, *([Verdict.NOT_CHECKED] if any(got is Verdict.NOT_CHECKED for _, got in found) else [])]
    yield row_of(["label", *given])
    yield rule_of(1 + len(given))
    for label in VERDICTS:
        yield row_of([label, *(str(found.get((label, verdict), 0)) for verdict in given)])


def _differences(found: Confusion) -> str:
    pairs = [(label, got, count) for (label, got), count in sorted(found.items()) if label is not got]
    return ", ".join(f"{label} -> {got} {count}" for label, got, count in pairs)


def _share(value: float | None, interval: Interval | None = None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" + (f" ({interval[0]:.2f}-{interval[1]:.2f})" if interval else "")
