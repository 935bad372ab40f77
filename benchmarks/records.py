"""What checking a table of tariff lines costs, beside DuckDB scanning the same file and summing a column.

    python -m benchmarks.records [ROWS] [ROUNDS]

Both are processes of their own, so the start of the checker and the reading of its rules are part of its time.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import Cost, Spread, interleaved, ratios, run

HEADERS = ("entry_date", "origin", "hts", "column1_pct", "heading_claimed", "stated_total")
LINES = (
    ("2025-10-15", "JP", "2103.10.00", "3", "9903.02.73", "15"),
    ("2025-10-15", "JP", "9201.10.00", "4.7", "9903.02.73", "19.7"),
    ("2025-10-17", "JP", "6110.30.30", "32", "9903.02.72", "32"),
    ("2025-10-20", "JP", "8703.23.01", "2.5", "9903.94.41", "15"),
    ("2025-10-20", "JP", "8411.91.90", "0", "9903.96.02", "0"),
    ("2025-10-21", "DE", "8457.10.00", "4.2", "9903.02.20", "15"),
    ("2026-03-10", "JP", "6403.99.60", "8.5", "9903.03.01", "18.5"),
)
SUM = "import duckdb, sys; duckdb.sql(f\"SELECT sum(stated_total) FROM read_csv('{sys.argv[1]}')\").fetchall()"
CHECK = ("-m", "checker", "check", "--select", "baseline-15pct-tariff", "--no-cache", "--jobs", "1", "-q")


def main(arguments: Sequence[str]) -> None:
    """Print the computing time of both in seconds, with their spread, and how many times the one is the other."""
    rows, rounds = (int(arguments[at]) if len(arguments) > at else given for at, given in enumerate((1_000_000, 3)))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.csv"
        _write(file, rows)

        def checked() -> Cost:
            return run([sys.executable, *CHECK, str(file)], allowed=(1,))

        def summed() -> Cost:
            return run([sys.executable, "-c", SUM, str(file)])

        found = interleaved({"check": checked, "scan and sum": summed}, rounds)
    for name, costs in found.items():
        print(f"{name:>12}: {Spread.of([cost.cpu for cost in costs])} s for {rows:,} rows")  # noqa: T201 - it tells
    print(f"{'ratio':>12}: {ratios(found, 'check', 'scan and sum')}")  # noqa: T201


def _write(file: Path, rows: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADERS)
        writer.writerows(LINES[row % len(LINES)] for row in range(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
