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
    """What the JSON in `data` says; what its standard leaves open, and readers take in different ways, is refused."""
    try:
        text = data.decode("utf-8-sig")
        # Numbers stay as they are written: 15.10 is not 15.1 to a reader who looks for it.
        found = json.loads(
            text, parse_float=str, parse_int=str, parse_constant=_no_number, object_pairs_hook=_each_key_once
        )
        if "\\u" in text:
            json.dumps(found, ensure_ascii=False).encode()
    except _UnclearError as error:
        raise _refused(str(error), where) from None
    except UnicodeEncodeError:
        raise _refused("it holds half of a character (a lone surrogate), which stands for nothing", where) from None
    except RecursionError:
        raise _refused("it is nested too deeply", where) from None
    except json.JSONDecodeError as error:
        raise _refused("it is damaged or cut short", where or f"line {error.lineno}") from None
    except ValueError:
        raise _refused("it is not in UTF-8", where) from None
    return found


class _UnclearError(Exception):
    """What a part of a JSON file does not make clear."""


def _refused(why: str, where: str) -> TableError:
    return TableError(Problem("E-JSON", f"the JSON cannot be read: {why}", where, "export it again, or as CSV"))


def _no_number(word: str) -> NoReturn:
    raise _UnclearError(f"it holds {word}, which is no number")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _UnclearError(f'the key "{twice}" stands twice in one object')
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
