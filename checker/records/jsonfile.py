"""JSON and NDJSON: a list of objects, or an object a line; the keys are the headers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from checker.limits import RECORD_JSON_BYTES
from checker.model.document import Problem
from checker.records.stored import StoredTable, store
from checker.records.table import Row, TableError

_SHAPE = 'records in JSON are a list of objects, as [{"entry_date": "2025-10-15", "origin": "JP"}]'


def read(file: Path, folder: Path, stated_encoding: str) -> tuple[StoredTable, ...]:
    """The table in a JSON file. Raises TableError."""
    del stated_encoding
    if file.stat().st_size > RECORD_JSON_BYTES:
        message = f"a JSON file of more than {RECORD_JSON_BYTES // 1_000_000} MB is not read"
        raise TableError(Problem("E-SIZE", message, hint="write one object a line (NDJSON), or CSV"))
    return _table(folder, _objects(_parsed(file.read_bytes(), "")))


def read_lines(file: Path, folder: Path, stated_encoding: str) -> tuple[StoredTable, ...]:
    """The table in an NDJSON file. Raises TableError."""
    del stated_encoding
    with file.open("rb") as stream:
        keys = list(dict.fromkeys(key for record in _each(stream) for key in record))
    with file.open("rb") as stream:
        return _stored(folder, keys, _each(stream))


def _table(folder: Path, records: list[dict[str, Any]]) -> tuple[StoredTable, ...]:
    keys = list(dict.fromkeys(key for record in records for key in record))
    return _stored(folder, keys, records)


def _stored(folder: Path, keys: list[str], records: Iterable[dict[str, Any]]) -> tuple[StoredTable, ...]:
    target = folder / "table.csv"
    store(target, _rows(keys, records))
    return (StoredTable(target),)


def _rows(keys: list[str], records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    yield 1, tuple(keys)
    for number, record in enumerate(records, 2):
        yield number, tuple(_text(record.get(key)) for key in keys)


def _each(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            record = _parsed(line, f"line {number}")
            if not isinstance(record, dict):
                raise TableError(Problem("E-JSON", "this line is no object", f"line {number}", _SHAPE))
            yield record


def _objects(found: Any) -> list[dict[str, Any]]:
    """The list of objects, be it the only list inside an object."""
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
        found = lists[0] if len(lists) == 1 else [found]
    if not isinstance(found, list) or not found or not all(isinstance(record, dict) for record in found):
        raise TableError(Problem("E-JSON", "the file holds no list of objects", hint=_SHAPE))
    return found


def _parsed(data: bytes, where: str) -> Any:
    try:
        # Numbers stay as they are written: 15.10 is not 15.1 to a reader who looks for it.
        return json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) and not where else where
        message = "this is not valid JSON in UTF-8"
        raise TableError(Problem("E-JSON", message, place, "export it again, or as CSV")) from None


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
