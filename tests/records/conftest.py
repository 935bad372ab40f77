"""Record files written for a test, checked in this process or through the command line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.cli.program import status_of
from checker.ingest import Stated
from checker.model.commitment import RulePack
from checker.model.document import State
from checker.model.report import Report
from checker.records import ROWS, RecordFile
from checker.records.check import check as judge_records
from checker.render import RENDERERS, Options
from checker.render.as_json import as_data
from checker.result import Result, Wanted
from checker.selection import Selection
from checker.unread import not_checked, settle

ANSWERS = ("correct_additional", "correct_total", "verdict", "reason")
HEADERS = ("entry_date", "origin", "hts", "column1_pct", "heading_claimed", "stated_total")
"""The columns of a small table of tariff lines."""


@dataclass(frozen=True)
class Checked:
    """What a run gave: its exit status, its report as JSON, the verdict on every row."""

    status: int
    report: dict[str, Any]
    rows: list[dict[str, str]]

    @property
    def document(self) -> dict[str, Any]:
        (document,) = self.report["documents"]
        return dict(document)

    @property
    def codes(self) -> list[str]:
        return [problem["code"] for problem in self.document["problems"]]

    def finding(self, commitment: str = "baseline-15pct-tariff") -> dict[str, Any]:
        (found,) = [each for each in self.report["findings"] if each["commitment"] == commitment]
        return dict(found)

    def verdicts(self, commitment: str = "baseline-15pct-tariff") -> dict[int, str]:
        """The verdict on each row, by its number."""
        return {int(row["row"]): row["verdict"] for row in self.rows if row["commitment"] == commitment}


Check = Callable[..., Checked]


@pytest.fixture(scope="session")
def pack() -> RulePack:
    return Selection(("us-japan-2025",), ("baseline-15pct-tariff",)).load()


@pytest.fixture
def check(tmp_path: Path, pack: RulePack) -> Check:
    """Checks a record file in this process, of that name and content; `status` is the exit status of such a run."""

    def run(name: str, content: str | bytes) -> Checked:
        file, rows = tmp_path / f"records{Path(name).suffix}", tmp_path / ROWS
        data = content.encode() if isinstance(content, str) else content
        file.write_bytes(data)
        rows.unlink(missing_ok=True)
        work = RecordFile(name, str(file), hashlib.sha256(data).hexdigest(), len(data), Stated())
        result = _records(work, pack, Wanted(rows=True))
        written = {name: rows.read_bytes()} if rows.exists() else {}
        report = Report("0", "2026-08-01", pack, (result.document,), result.findings, rows=written)
        lines = RENDERERS["rows"](report, Options()).decode()
        return Checked(report.exit_code, as_data(report), list(csv.DictReader(io.StringIO(lines))))

    return run


@pytest.fixture
def check_by_command(tmp_path: Path) -> Check:
    """Checks a record file through the command line."""

    def run(name: str, content: str | bytes, *options: str) -> Checked:
        folder = tmp_path / "input"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        report, rows = tmp_path / "report.json", tmp_path / "rows.csv"
        outputs = ["--format", "json", "--output", str(report), "-o", f"rows={rows}"]
        fixed = ["--as-of", "2026-08-01", "--jobs", "1", "-q", "--no-cache"]
        status = status_of(["check", str(folder / name), *outputs, *fixed, *options])
        with rows.open(encoding="utf-8", newline="") as stream:
            return Checked(status, json.loads(report.read_bytes()), list(csv.DictReader(stream)))

    return run


def _records(work: RecordFile, pack: RulePack, wanted: Wanted) -> Result:
    document, judged = judge_records(work, pack.commitments, wanted.rows)
    if document.state is State.NOT_CHECKED:
        return Result(document, not_checked(document, pack.commitments))
    return Result(document, settle(document, judged))


def table(*rows: Sequence[str], headers: Sequence[str] = HEADERS, delimiter: str = ",") -> str:
    """A table as CSV; cells that need it are quoted."""
    lines = []
    for row in (headers, *rows):
        cells = (f'"{cell}"' if delimiter in cell or "\n" in cell else cell for cell in row)
        lines.append(delimiter.join(cells))
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Answered:
    """The worked tariff lines without their answers, and the answers by row number."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    answers: Mapping[int, Mapping[str, str]]


@pytest.fixture(scope="session")
def worked_lines(shared: Path) -> Answered:
    with (shared / "domain" / "tariff-lines.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    headers = tuple(name for name in lines[0] if name not in ANSWERS)
    return Answered(
        headers,
        tuple(tuple(line[name] for name in headers) for line in lines),
        {number: {name: line[name] for name in ANSWERS} for number, line in enumerate(lines, 2)},
    )
