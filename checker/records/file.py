"""A record file on its way through a run: copied aside and hashed by the run, read by a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.ingest import Source, Stated
from checker.limits import RECORD_CPU_SECONDS_PER_GB, WORKER_CPU_SECONDS, WORKER_WALL_SECONDS

MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
    ".jsonl": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
}
"""The endings of record files, and their media types."""
ROWS = "rows.csv"
"""The file with the verdict on every row: sheet, row, commitment, verdict, stated, expected, reason."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record file to check: its logical path, the copy that holds its bytes, their hash and number.

    `inside` names the kinds of the containers it came in, the outermost first. `copy` lies alone in a folder in which
    whoever reads it may put files of its own; the verdict on every row, if wanted, goes into the file ROWS there.
    """

    path: str
    copy: str
    sha256: str
    size: int
    stated: Stated
    inside: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of its name, which says how it is read."""
        return ending(self.path)

    @property
    def cpu_seconds(self) -> int:
        """The computing time that reading it may take."""
        return WORKER_CPU_SECONDS + RECORD_CPU_SECONDS_PER_GB * self.size // 1_000_000_000

    @property
    def wall_seconds(self) -> int:
        """The time in which an answer must come."""
        return WORKER_WALL_SECONDS * self.cpu_seconds // WORKER_CPU_SECONDS


Work = Source | RecordFile
"""What a worker checks: a document by its bytes, or a record file by its copy."""


def ending(path: str) -> str:
    """The ending of a file's name in lower case, with its dot."""
    return PurePosixPath(path).suffix.lower()


def is_record_file(path: str) -> bool:
    """Whether a file of this name is read as records."""
    return ending(path) in MEDIA_TYPES
