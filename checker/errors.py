"""The errors a user can meet. Nothing else reaches the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

_WIDTH, _BEFORE = 100, 60


class CheckerError(Exception):
    """Something the user can mend: what is wrong, where, and what to do. Exits with 2 unless a subclass differs."""

    exit_code = 2

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a rule file: 1-based line and column, and the text of that line."""

    file: str
    line: int
    column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def excerpt(self) -> str:
        """The line with a caret under the place, a long line cut around it; empty where the line is not known."""
        if not self.text:
            return ""
        place = self.column - 1
        start = max(0, place - _BEFORE) if len(self.text) > _WIDTH else 0
        end = start + _WIDTH
        before = ("…" if start else "") + self.text[start:place]
        after = self.text[place:end] + ("…" if end < len(self.text) else "")
        return f"\n  {before}{after}\n  {''.join(map(_blank, before))}^"


def _blank(character: str) -> str:
    """A blank as wide as the character, so that a caret below Japanese text stands where it should."""
    if character == "\t":
        return character
    return "\u3000" if east_asian_width(character) in "WF" else " "


class RuleError(CheckerError):
    """A rule file that cannot be used, with file, line, column and a caret under the place."""

    def __init__(self, message: str, mark: Mark, hint: str = "") -> None:
        super().__init__(message, str(mark), hint)
        self.mark = mark

    def __str__(self) -> str:
        advice = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.where}: {self.message}{self.mark.excerpt}{advice}"


class RulePackError(CheckerError):
    """All the errors found in files that belong together, in file order, so that an author mends them in one pass."""

    def __init__(self, errors: tuple[CheckerError, ...], files: str = "the rules") -> None:
        count = f"{len(errors)} error{'s' if len(errors) != 1 else ''} in {files}"
        super().__init__(count)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join([*(str(error) for error in self.errors), self.message])


class OutputError(CheckerError):
    """An output that could not be written; the old file, if any, is intact."""
