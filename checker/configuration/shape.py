"""What may stand under a key, and the words for what may not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from checker.errors import CheckerError


class Kind(Enum):
    """The kinds of value a key can have, each with what it is called and an example."""

    TEXT = ("a text in quotation marks", 'such as "violation"')
    TEXTS = ("a list of texts", 'such as ["a", "b"]')
    NUMBER = ("a whole number", "such as 4")
    YES_NO = ("true or false", "")
    DATE = ("a date", "such as 2026-04-01")
    TABLE = ("a table", "")
    TABLES = ("a list of tables", "written [[name]] above each")


def _near(word: str, known: Iterable[str]) -> str:
    # What reads rule files is loaded only once something is wrong.
    from checker.rulebook.near import did_you_mean

    return did_you_mean(word, known)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _is_date(value: Any) -> bool:
    return isinstance(value, date) and not hasattr(value, "hour")


_FITS: Mapping[Kind, Callable[[Any], bool]] = {
    Kind.TEXT: lambda value: isinstance(value, str) and bool(value),
    Kind.TEXTS: _is_texts,
    Kind.NUMBER: lambda value: isinstance(value, int) and not isinstance(value, bool),
    Kind.YES_NO: lambda value: isinstance(value, bool),
    Kind.DATE: _is_date,
    Kind.TABLE: lambda value: isinstance(value, dict),
    Kind.TABLES: lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file: its name as errors give it, and its entries, all known and of the right kind."""

    where: str
    entries: Mapping[str, Any]

    @staticmethod
    def of(where: str, entries: Mapping[str, Any], known: Mapping[str, Kind]) -> Table:
        """The table, once it is as `known` says; CheckerError for the first entry that is not."""
        for key, value in entries.items():
            if key not in known:
                raise CheckerError(
                    f'"{key}" is not known here{_near(key, known)}',
                    where,
                    f"known are {', '.join(sorted(known))}",
                )
            kind = known[key]
            if not _FITS[kind](value):
                what, example = kind.value
                raise CheckerError(f'"{key}" must be {what}', where, example)
        return Table(where, entries)

    def text(self, key: str, default: str = "") -> str:
        """A text, or a date in ISO form."""
        return str(self.entries.get(key, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        return tuple(self.entries.get(key, ()))

    def one_of(self, key: str, choices: type[Enum]) -> str:
        """A text that is one of the values of `choices`; empty where there is none."""
        value, known = self.text(key), [str(choice.value) for choice in choices]
        if value and value not in known:
            raise CheckerError(
                f'"{value}" is no value of "{key}"{_near(value, known)}',
                self.where,
                f"known are {', '.join(known)}",
            )
        return value
