"""A table as it lies in a file: its rows as texts, with the number each has in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from checker.model.document import Problem

Row = tuple[int, tuple[str, ...]]
"""The number of a row, from 1 as its file counts, and its cells."""
HEAD = 50


class Table(Protocol):
    """One table of a record file; it can be read several times."""

    @property
    def sheet(self) -> str:
        """The name of the sheet; "" where the format has none."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is amiss with the table as a whole, or worth knowing about it."""

    @property
    def direct(self) -> Direct | None:
        """The table as a file that the database can read by itself; None where only `rows` can."""

    def rows(self) -> Iterator[Row]:
        """All rows, the headers included. Raises TableError where the file breaks off or breaks the rules."""


@dataclass(frozen=True, slots=True)
class Direct:
    """A CSV file in UTF-8 whose lines are its rows."""

    file: Path
    delimiter: str
    columns: int


class TableError(Exception):
    """A table that cannot be read, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def head(table: Table) -> list[tuple[str, ...]]:
    """The first rows of a table, by their numbers: blank rows that the file leaves out are put back."""
    rows: list[tuple[str, ...]] = []
    for number, cells in islice(table.rows(), HEAD):
        rows.extend(() for _ in range(min(number, HEAD) - len(rows) - 1))
        rows.append(cells)
    return rows
