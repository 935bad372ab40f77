"""CSV and its relatives: any delimiter, any encoding, as a file in UTF-8."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from checker.ingest.charset import decode
from checker.limits import RECORD_CELL_CHARACTERS, RECORD_COLUMNS, RECORD_ROWS
from checker.model.document import Problem
from checker.records.table import Direct, Row, TableError

_DELIMITERS = (",", "\t", ";", "|")
_OTHERS = {b"%PDF": "a PDF", b"PK\x03\x04": "an archive or an Office file", b"PAR1": "a Parquet file"}
_SAMPLE = 1 << 16
_CHUNK = 1 << 22
_WHOLE = (b"", 0)
"""The state of a decoder that waits for no further byte of a character."""


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV file in UTF-8; `regular` if every line of it is a row of `columns` cells."""

    file: Path
    delimiter: str
    columns: int
    regular: bool
    problems: tuple[Problem, ...] = ()
    sheet: str = ""

    @property
    def direct(self) -> Direct | None:
        """The file itself, where the database can count its rows as we do."""
        return Direct(self.file, self.delimiter, self.columns) if self.regular else None

    def rows(self) -> Iterator[Row]:
        """Every record of the file; a line break inside quotation marks starts none."""
        csv.field_size_limit(RECORD_CELL_CHARACTERS)
        with self.file.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, delimiter=self.delimiter)
            number = 0
            try:
                for number, cells in enumerate(reader, 1):
                    _bound(number, len(cells))
                    yield number, tuple(cells)
            except csv.Error:
                raise TableError(_long_cell(number + 1)) from None


def read(file: Path, workplace: Path, stated_encoding: str) -> tuple[CsvTable, ...]:
    """The table in `file`, converted to UTF-8 in `workplace` where it is in another encoding. Raises TableError."""
    _refuse_other_types(file)
    converted, regular, problems = _in_utf8(file, workplace, stated_encoding)
    with converted.open(encoding="utf-8", newline="") as stream:
        sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise TableError(Problem("E-EMPTY", "the table holds no rows", hint="export it again"))
    delimiter, columns = _dialect(sample)
    return (CsvTable(converted, delimiter, columns, regular and columns > 1, problems),)


def _refuse_other_types(file: Path) -> None:
    with file.open("rb") as stream:
        start = stream.read(4)
    for signature, name in _OTHERS.items():
        if start.startswith(signature):
            message = f"the name is that of a table of text, the content is {name}"
            raise TableError(
                Problem("E-TYPE", message, hint="give the file its right name, or export the table as CSV")
            )


def _bound(rows: int, columns: int) -> None:
    if rows > RECORD_ROWS:
        raise TableError(
            Problem("E-ROW-LIMIT", f"the table has more than {RECORD_ROWS:,} rows", hint="split it into several files")
        )
    if columns > RECORD_COLUMNS:
        raise TableError(
            Problem(
                "E-COLUMN-LIMIT",
                f"the table has more than {RECORD_COLUMNS:,} columns",
                f"row {rows}",
                "give only the columns that the records need; `checker records template` shows them",
            )
        )


def _long_cell(row: int) -> Problem:
    return Problem(
        "E-CELL-LIMIT",
        f"a cell holds more than {RECORD_CELL_CHARACTERS:,} characters, or a quotation mark is never closed",
        f"row {row}",
        "look at that row in a text editor; in CSV a quotation mark inside a cell is written twice",
    )


def _in_utf8(file: Path, workplace: Path, stated: str) -> tuple[Path, bool, tuple[Problem, ...]]:
    """The file in UTF-8 without byte order mark, whether its lines can be counted, and what is to be said of it."""
    regular = _plain_lines(file)
    if regular is not None:
        return file, regular, ()
    with file.open("rb") as stream:
        sample = stream.read(_SAMPLE * 16)
    decoded = decode(_whole(sample), stated)
    if not decoded.encoding:
        raise TableError(decoded.problem or Problem("E-ENCODING", "the encoding of the file cannot be told"))
    problems = (decoded.problem,) if decoded.problem else ()
    return _converted(file, workplace / "table.csv", decoded.encoding), False, problems


def _whole(sample: bytes) -> bytes:
    """The beginning of a file, not cut inside a character."""
    if len(sample) < _SAMPLE * 16:
        return sample
    return sample[: sample.rfind(b"\n") + 1] if 0 not in sample else sample[: len(sample) // 4 * 4]


def _plain_lines(file: Path) -> bool | None:
    """Whether no line of a UTF-8 file is blank; None where the file is not plain UTF-8. Raises TableError."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    regular, last = True, b"\n"
    with file.open("rb") as stream:
        first = stream.read(4)
        if first.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return None
        stream.seek(0)
        while chunk := stream.read(_CHUNK):
            if not (chunk.isascii() and decoder.getstate() == _WHOLE):
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    return None
            if 0 in chunk:
                return None
            regular = regular and not _has_blank_line(last + chunk[:1]) and not _has_blank_line(chunk)
            last = chunk[-1:]
    return regular


def _has_blank_line(data: bytes) -> bool:
    return b"\n\n" in data or (b"\r" in data and (b"\n\r" in data or b"\r\r" in data))


def _converted(file: Path, target: Path, encoding: str) -> Path:
    name = "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")
    marked = name if _has_mark(file) else encoding
    try:
        with file.open(encoding=marked, newline="") as source, target.open("w", encoding="utf-8", newline="") as sink:
            while text := source.read(_CHUNK):
                if "\0" in text:
                    raise TableError(
                        Problem(
                            "E-TYPE",
                            "not a table of text: it holds NUL bytes as binary data does",
                            hint="the file may be damaged, or of another type: export the table again as CSV in UTF-8",
                        )
                    )
                sink.write(text)
    except UnicodeError:
        raise TableError(
            Problem(
                "E-ENCODING",
                f"the file begins as {encoding} and holds bytes further on that are not",
                hint="save it as UTF-8 as a whole, or state its encoding",
            )
        ) from None
    return target


def _has_mark(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4).startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _dialect(sample: str) -> tuple[str, int]:
    """The delimiter that cuts most rows of the sample into equally many cells, and how many."""
    found = [(*_evenness(sample, delimiter), delimiter) for delimiter in _DELIMITERS]
    rows, columns, delimiter = max(found, key=lambda each: (each[1] > 1, each[0], each[1]))
    return (delimiter, columns) if rows else (",", 1)


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many rows have the usual number of cells, and that number."""
    csv.field_size_limit(RECORD_CELL_CHARACTERS)
    complete = sample[: sample.rfind("\n") + 1] if len(sample) >= _SAMPLE else sample
    try:
        widths = Counter(len(row) for row in csv.reader(StringIO(complete, newline=""), delimiter=delimiter) if row)
    except csv.Error:
        return 0, 0
    columns, rows = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]), default=(0, 0))
    return rows, columns
