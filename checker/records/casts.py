"""Cells in plain form as SQL in their types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.records.database import Plain
from checker.records.schemas import DIGITS, Cell, Column
from checker.records.sql import quoted

_SQL_TYPES: Mapping[Cell, str] = {
    Cell.DATE: "DATE",
    **{cell: f"DECIMAL({digits + 6}, 6)" for cell, digits in DIGITS.items()},
}
_CODE = r"\d{4}\.\d\d\.\d\d(?:\d\d)?"


def cell_of(plain: Plain, column: Column) -> str:
    """The name of a column in the file; "" where the file has none."""
    place = plain.places.get(column.name)
    return "" if place is None else f"c{place}"


def faults(cell: str, value: str, column: Column) -> Iterator[str]:
    """The conditions under which a row does not fit."""
    if cell and value != cell:
        yield f"({value} IS NULL)" if column.required else f"({cell} IS NOT NULL AND {value} IS NULL)"
    elif column.required:
        yield f"{cell} IS NULL" if cell else "true"


def value_of(cell: str, column: Column) -> str:
    """A cell in its type; NULL where it is not in plain form, "" where the file has no such column."""
    if not cell:
        return ""
    match column.cell:
        case Cell.DATE | Cell.PERCENT | Cell.NUMBER:
            return _number(f"TRY_CAST({cell} AS {_SQL_TYPES[column.cell]})", column)
        case Cell.CODE:
            allowed = "".join(f"|{choice}" for choice in column.choices)
            whole = rf"{_CODE}(?:(?: \+)? {_CODE})*{allowed}"
            return f"(CASE WHEN regexp_full_match({cell}, {quoted(whole)}) THEN {cell} END)"
        case Cell.COUNTRY | Cell.CHOICE:
            return f"TRY_CAST({cell} AS ENUM({', '.join(map(quoted, column.choices))}))"
        case Cell.TEXT:
            return cell


def _number(value: str, column: Column) -> str:
    return f"(CASE WHEN {value} > {column.above} THEN {value} END)" if column.above else value
