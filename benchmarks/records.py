"""What checking tables of tariff lines costs, beside DuckDB scanning the same file and summing a column.

    python -m benchmarks.records [--rows N] [--rounds N] [--big]

Both are processes of their own. The lines differ from each other as real ones do: days of a year, thousands of tariff
numbers, rates of their own. Writes the part on records of docs/PERFORMANCE.md.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks import corpus
from benchmarks.timing import Cost, Spread, interleaved, ratios, run, steady

PAGE = corpus.ROOT / "docs" / "PERFORMANCE.md"
HEADERS = ("entry_date", "origin", "hts", "column1_pct", "heading_claimed", "stated_total")
FEW = 10
SUM = "import duckdb, sys; duckdb.sql(f\"SELECT sum(stated_total) FROM read_csv('{sys.argv[1]}')\").fetchall()"
CHECK = ("check", "--select", "baseline-15pct-tariff", "--no-cache", "--jobs", "1", "-q")
_PEAK = (
    "import resource,sys;from checker.cli.program import status_of;status_of(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024,file=sys.stderr)"
)
Row = tuple[str, str, str]


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.records", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--big", action="store_true", help="also ten times as many rows")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        rows = [*_csv(place, given.rows, given.rounds), *_xlsx(place)]
        if given.big:
            rows.extend(_linear(place, given.rows))
    for row in rows:
        sys.stdout.write(" | ".join(row) + "\n")
    PAGE.write_text(_page(rows, given.rounds), "utf-8")


def _csv(place: Path, rows: int, rounds: int) -> list[Row]:
    many, few = _written(place / "lines.csv", rows), _written(place / "few.csv", FEW)
    things = {"check": _checked(many), "check few": _checked(few), "sum": _summed(many), "sum few": _summed(few)}
    found = dict(interleaved(things, rounds))
    goal = f"{rows:,} tariff lines in CSV / DuckDB scanning the file and summing a column"
    told = [(f"{goal}, everything counted", str(ratios(found, "check", "sum")), "")]
    found = {name: steady(found, name, f"{name} few") for name in ("check", "sum")}
    seconds = Spread.of([cost.cpu for cost in found["check"]])
    return [
        (f"{goal}, starting left out", str(ratios(found, "check", "sum")), "≤ 3"),
        *told,
        (f"{rows:,} tariff lines in CSV, computing time, starting left out, s", str(seconds), ""),
        (f"peak memory of the process that reads {rows:,} lines", _peak(many), "< 1,000 MB"),
    ]


def _linear(place: Path, rows: int) -> list[Row]:
    """Ten times as many rows, once: the time is to be ten times as long."""
    few, once, tenfold = (_written(place / f"{size}.csv", size) for size in (FEW, rows, 10 * rows))
    start, one, ten = (_checked(file)().cpu for file in (few, once, tenfold))
    ratio = f"{(ten - start) / (one - start):.1f} ({ten - start:.0f} s)"
    return [
        (f"{10 * rows:,} lines / {rows:,} lines, starting left out, one round", ratio, "about 10"),
        (f"peak memory of the process that reads {10 * rows:,} lines", _peak(tenfold), "< 1,000 MB"),
    ]


def _xlsx(place: Path, rows: int = 100_000) -> list[Row]:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("lines")
    sheet.append(HEADERS)
    for line in _lines(rows):
        sheet.append(line)
    book.save(place / "lines.xlsx")
    few = _checked(_written(place / "few.csv", FEW))().cpu
    seconds = f"{_checked(place / 'lines.xlsx')().cpu - few:.1f}"
    return [(f"{rows:,} rows in Excel, computing time, starting left out, s, one round", seconds, "")]


def _checked(file: Path) -> Callable[[], Cost]:
    return lambda: run([sys.executable, "-m", "checker", *CHECK, str(file)], allowed=(0, 1))


def _summed(file: Path) -> Callable[[], Cost]:
    return lambda: run([sys.executable, "-c", SUM, str(file)])


def _peak(file: Path) -> str:
    done = subprocess.run([sys.executable, "-c", _PEAK, *CHECK, str(file)], capture_output=True, text=True, check=True)
    return f"{done.stderr.split()[-1]} MB"


def _written(file: Path, rows: int) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADERS)
        writer.writerows(_lines(rows))
    return file


def _lines(rows: int) -> Iterator[tuple[str, ...]]:
    chance = random.Random(1)
    goods = [
        (
            f"{chance.randint(101, 9706):04}.{chance.randint(10, 99)}.{chance.randint(0, 99):02}",
            chance.randrange(0, 200),
        )
        for _ in range(6_000)
    ]
    headings = ("9903.01.32", "9903.96.02", "9903.03.01", "9903.76.01", "9903.94.41", "")
    for _ in range(rows):
        code, tenths = chance.choice(goods)
        day = date(2025, 7, 20) + timedelta(days=chance.randrange(300))
        own = "9903.02.72" if tenths >= 150 else "9903.02.73"
        heading = own if chance.random() < 0.8 else chance.choice(headings)
        total = max(150, tenths) if chance.random() < 0.9 else tenths + 150
        origin = "JP" if chance.random() < 0.9 else "DE"
        yield day.isoformat(), origin, code, f"{tenths / 10:g}", heading, f"{total / 10:g}"


def _page(rows: Sequence[Row], rounds: int) -> str:
    """The page with the table on records written anew."""
    table = "".join("| " + " | ".join(row) + " |\n" for row in (("what", "median (least-greatest)", "goal"), *rows))
    head, marker, rest = PAGE.read_text("utf-8").partition("<!-- records -->\n")
    _, end, tail = rest.partition("<!-- end records -->\n")
    lines = table.split("\n", 1)
    return f"{head}{marker}{rounds} rounds that took turns.\n\n{lines[0]}\n|---|---|---|\n{lines[1]}{end}{tail}"


if __name__ == "__main__":
    main()
