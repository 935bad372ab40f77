"""The codes of a table told apart: each distinct one is read once, and what the rules ask about it answered once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.records.casts import value_of
from checker.records.formula import Formula, Logic, Name, Type, walk
from checker.records.schemas import Column
from checker.records.sql import Known, Sql, condition, identifier

# So many answers fit the bits of one number; a row that carries numbers instead of truths is joined far sooner.
_BITS = 60


@dataclass(frozen=True, slots=True)
class Codes:
    """The distinct cells of one column in a table of the database, and the conditions that are answered for each."""

    column: Column
    cell: str
    asked: tuple[Formula, ...]

    @staticmethod
    def of(column: Column, cell: str, formulas: Iterable[Formula]) -> Codes:
        """The codes of `column`, which the file calls `cell`, and what the formulas ask of a code alone."""
        name = Name(Type.CODE, column.name)
        parts = (part for formula in formulas for part in walk(formula))
        found = (p for p in parts if p.type is Type.TRUTH and not isinstance(p, Logic) and set(_asks(p)) == {name})
        return Codes(column, cell, tuple(dict.fromkeys(found)))

    @property
    def table(self) -> str:
        """The name of the table as SQL."""
        return identifier(f"codes of {self.column.name}")

    @property
    def code(self) -> str:
        """SQL for the code of a row; NULL where its cell holds none."""
        return f"{self.table}.code"

    @property
    def join(self) -> str:
        """SQL that joins the table to the rows."""
        return f" LEFT JOIN {self.table} ON {self.cell} IS NOT DISTINCT FROM {self.table}.cell"

    def creation(self, lines: str) -> str:
        """SQL that makes the table from the rows in the table `lines`."""
        code = Known({self.column.name: Sql("code")})
        fields = ["cell", "code"]
        for name, asked in self._numbers():
            bits = (f"(CASE WHEN {condition(each, code)} THEN {1 << bit} ELSE 0 END)" for bit, each in enumerate(asked))
            fields.append(f"CAST({' + '.join(bits)} AS BIGINT) AS {name}")
        distinct = f"SELECT DISTINCT {self.cell} AS cell FROM {lines}"
        codes = f"SELECT cell, {value_of('cell', self.column)} AS code FROM ({distinct})"
        return f"CREATE TEMP TABLE {self.table} AS SELECT {', '.join(fields)} FROM ({codes})"

    @property
    def fields(self) -> list[str]:
        """The columns with the answers, which the rows are to carry."""
        return [name for name, _ in self._numbers()]

    @property
    def answers(self) -> dict[Formula, str]:
        """The SQL that stands for each condition on a row."""
        return {
            each: f"(({name} & {1 << bit}) <> 0)" for name, asked in self._numbers() for bit, each in enumerate(asked)
        }

    def _numbers(self) -> Iterator[tuple[str, tuple[Formula, ...]]]:
        for start in range(0, len(self.asked), _BITS):
            yield identifier(f"{self.column.name} in {start}"), self.asked[start : start + _BITS]


def _asks(formula: Formula) -> Iterator[Name]:
    return (part for part in walk(formula) if isinstance(part, Name))
