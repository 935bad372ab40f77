"""Measures the whole check and writes docs/PERFORMANCE.md: `python -m benchmarks [--rounds N] [--documents N] [--big]`.

Every figure is a ratio of runs that took turns: the median of the rounds, with the least and the greatest. Ratios of
computing time leave out what starting costs, which is measured on a few documents and taken away.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import baselines, corpus, synthetic
from benchmarks.timing import Cost, Spread, interleaved, ratios, run, steady

PAGE = corpus.ROOT / "docs" / "PERFORMANCE.md"
FEW = 39
_PEAK = (
    "import resource,sys;from checker.cli.program import status_of;status_of(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024,file=sys.stderr)"
)
Row = tuple[str, str, str]


def check(folder: Path, *options: str) -> Callable[[], Cost]:
    """A run of the checker over a folder, with JSON as its output."""
    command = [sys.executable, "-m", "checker", "check", str(folder), "--format", "json", "--fail-on", "never"]
    return lambda: run([*command, *options], (0, 3), corpus.ROOT)


def other(what: str, folder: Path) -> Callable[[], Cost]:
    """A run of what the checker is compared with."""
    return lambda: run([sys.executable, "-m", "benchmarks.baselines", what, str(folder)], (0,), corpus.ROOT)


def whole(place: Path, documents: int, rounds: int) -> list[Row]:
    """The whole check against reading the text alone, and against two scripts that look for forty phrases."""
    few, many = corpus.many(place / "few", FEW), corpus.many(place / "many", documents)
    plain = ("--jobs", "1", "--no-cache")
    found = dict(
        interleaved(
            {
                "check few": check(few, *plain),
                "check": check(many, *plain),
                "five few": check(few, *plain, *_named()),
                "five": check(many, *plain, *_named()),
                "pdfium few": other("pdfium", few),
                "pdfium": other("pdfium", many),
                "regex few": other("pdfium-regex", few),
                "regex": other("pdfium-regex", many),
                "plumber": other("pdfplumber-regex", few),
            },
            rounds,
        )
    )
    cost = {name: steady(found, name, f"{name} few") for name in ("check", "five", "pdfium", "regex")}
    share = FEW / (documents - FEW)
    cost["plumber"] = [Cost(each.cpu / share, each.wall / share) for each in found["plumber"]]
    return [
        ("whole check, all rules, one worker / pypdfium2 text alone", str(ratios(cost, "check", "pdfium")), "≤ 2.0"),
        ("whole check, five named rules / pypdfium2 text alone", str(ratios(cost, "five", "pdfium")), "≤ 1.5"),
        ("all rules / five named rules", str(ratios(cost, "check", "five")), "≤ 1.15"),
        ("pypdfium2 and forty patterns / pypdfium2 text alone", str(ratios(cost, "regex", "pdfium")), ""),
        ("pdfplumber and forty patterns / whole check", str(ratios(cost, "plumber", "check")), "≥ 20"),
        ("starting: computing time of a run over no more than 39 documents, s", _seconds(found["check few"]), ""),
    ]


def again(place: Path, documents: int, rounds: int) -> list[Row]:
    """A second run over unchanged documents against the first."""
    many = corpus.many(place / "cached", documents)

    def cold() -> Cost:
        return check(many, "--jobs", "1", "--cache-dir", tempfile.mkdtemp(dir=place))()

    kept = place / "kept"
    check(many, "--jobs", "1", "--cache-dir", str(kept))()
    few = corpus.many(place / "cached-few", 1)
    check(few, "--jobs", "1", "--cache-dir", str(kept))()
    warm = check(many, "--jobs", "1", "--cache-dir", str(kept))
    start = check(few, "--jobs", "1", "--cache-dir", str(kept))
    found = dict(interleaved({"cold": cold, "warm": warm, "start": start}, rounds))
    found["steady"] = [w - s for w, s in zip(found["warm"], found["start"], strict=True)]
    return [
        ("first / second run, starting left out of the second", str(ratios(found, "cold", "steady")), "≥ 20"),
        ("first / second run, everything counted", str(ratios(found, "cold", "warm")), ""),
    ]


def workers(place: Path, documents: int, rounds: int) -> list[Row]:
    """One worker against two, on the wall clock."""
    few, many = corpus.many(place / "workers-few", FEW), corpus.many(place / "workers", 2 * documents)
    folders = (("", many), (" few", few))
    things = {f"{n}{kind}": check(folder, "--jobs", str(n), "--no-cache") for n in (1, 2) for kind, folder in folders}
    found = interleaved(things, rounds)
    cost = {str(n): steady(found, str(n), f"{n} few") for n in (1, 2)}
    return [
        ("one worker / two workers, wall clock, starting left out", str(ratios(cost, "1", "2", "wall")), "≥ 1.6"),
        ("one worker / two workers, wall clock, everything counted", str(ratios(found, "1", "2", "wall")), ""),
    ]


def starting(rounds: int) -> list[Row]:
    """`--help` against importing argparse alone."""
    things = {
        "help": lambda: run([sys.executable, "-m", "checker", "--help"], (0,), corpus.ROOT),
        "argparse": lambda: run([sys.executable, "-c", "import argparse"]),
    }
    told = str(ratios(interleaved(things, rounds), "help", "argparse"))
    return [("`checker --help` / `python -c 'import argparse'`", told, "≤ 4")]


def rules(place: Path, sizes: Sequence[int], rounds: int) -> list[Row]:
    """More rules against ten, and whether the answers are those of plain patterns."""
    texts = {path.name: baselines.pdfium_text(path) for path in corpus.pdfs()}
    packs = {}
    rows: list[Row] = []
    for size in sizes:
        found = synthetic.phrases(list(texts.values()), size)
        packs[size] = synthetic.pack(place / f"rules-{size}", found)
        rows.append(_identity(place, packs[size], found, texts))
    few, many = corpus.many(place / "rules-few", 1), corpus.many(place / "rules-many", 5 * FEW)

    def fresh(folder: Path, size: int) -> Callable[[], Cost]:
        def once() -> Cost:
            for file in folder.glob("*.pdf"):  # a new hash: compiled rules are kept, results are not found
                file.write_bytes(file.read_bytes() + b"% again\n")
            return check(folder, "--jobs", "1", "--rules", str(packs[size]), "--cache-dir", str(place / "rules"))()

        return once

    things = {f"{size}{kind}": fresh(folder, size) for size in sizes for kind, folder in (("", many), (" few", few))}
    found_costs = interleaved(things, rounds)
    cost = {str(size): steady(found_costs, str(size), f"{size} few") for size in sizes}
    for size, goal in zip(sizes[1:], ("≤ 1.5", "≤ 2.5"), strict=False):
        rows.append((f"{size:,} rules / 10 rules", str(ratios(cost, str(size), "10")), goal))
    return rows


def _identity(place: Path, pack: Path, found: list[tuple[str, str]], texts: dict[str, str]) -> Row:
    output = place / "identity.json"
    check(
        corpus.CORPUS, "--jobs", "1", "--rules", str(pack), "--output", str(output), "--cache-dir", str(place / "rules")
    )()
    findings = json.loads(output.read_text("utf-8"))["findings"]
    given = {
        (each["commitment"], Path(each["document"]).name) for each in findings if each["verdict"] == "needs_review"
    }
    plain = synthetic.plain(found, texts)
    told = f"{len(given)} answers, {len(plain - given)} only by patterns, {len(given - plain)} only by rules"
    return (f"{len(found):,} rules against plain patterns", told, "0 and 0")


def memory(place: Path, sizes: Sequence[int]) -> list[Row]:
    """The peak memory of the process that schedules and reports, by the number of documents; half have a finding."""
    import subprocess

    peaks = []
    for size in sizes:
        folder = place / f"memory-{size}"
        folder.mkdir()
        for number in range(size):
            told = f"Notice {number}. The harvest of tea was good this year.\n" * 60
            rate = f"The duty on products of Japan is {number % 9 + 11} percent ad valorem.\n" if number % 2 else ""
            (folder / f"{number}.txt").write_text(f"{told}\n{rate}\n{told}", "utf-8")
        options = [
            "check",
            str(folder),
            "--jobs",
            "1",
            "--no-cache",
            "--format",
            "json",
            "--output",
            str(place / "m.json"),
        ]
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, *options], cwd=corpus.ROOT, capture_output=True, text=True, check=True
        )
        peaks.append(f"{done.stderr.split()[-1]} MB at {size:,}")
    return [("peak memory of the parent, texts of 7,000 characters, half with a finding", ", ".join(peaks), "flat")]


def _named() -> list[str]:
    named = (
        "vehicle-acceptance-no-additional-testing",
        "msca-no-discrimination",
        "msca-balance-safety",
        "msca-respect-ip",
    )
    return [word for name in (*named, "baseline-15pct-tariff") for word in ("--select", name)]


def _seconds(costs: Sequence[Cost]) -> str:
    return str(Spread.of([cost.cpu for cost in costs]))


def main() -> None:
    """Measure, print as JSON lines, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--documents", type=int, default=195, help="PDFs in one run")
    parser.add_argument("--big", action="store_true", help="also 10,000 rules and 5,000 documents")
    given = parser.parse_args()
    sizes = (10, 1_000, 10_000) if given.big else (10, 1_000)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        parts = (
            lambda: whole(place, given.documents, given.rounds),
            lambda: again(place, given.documents, given.rounds),
            lambda: workers(place, given.documents, given.rounds),
            lambda: starting(given.rounds),
            lambda: rules(place, sizes, given.rounds),
            lambda: memory(place, (100, 1_000, 5_000) if given.big else (100, 1_000)),
        )
        rows = []
        for part in parts:
            for row in part():
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
                sys.stdout.flush()
                rows.append(row)
    PAGE.write_text(page(rows, given.rounds, given.documents), "utf-8")


def page(rows: Sequence[Row], rounds: int, documents: int) -> str:
    """The table as a page; what surrounds it stands in the page already and is kept."""
    table = "\n".join(
        ("| what | median (least-greatest) | goal |", "|---|---|---|", *("| " + " | ".join(r) + " |" for r in rows))
    )
    head, marker, rest = PAGE.read_text("utf-8").partition("<!-- table -->\n")
    _, end, tail = rest.partition("<!-- end -->\n")
    measured = f"{rounds} rounds that took turns, {documents} PDFs a run, one machine with two cores.\n\n"
    return head + marker + measured + table + "\n" + end + tail


if __name__ == "__main__":
    main()
