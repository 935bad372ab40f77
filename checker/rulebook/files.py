"""Rule files as text: within limits, decoded, able to point at a place in themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.errors import CheckerError, Mark, RuleError

MAX_BYTES = 1024 * 1024
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, eq=False)
class RuleFile:
    """One YAML file of a pack. Errors print `name`; `path` is its place inside the pack."""

    name: str
    path: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)

    @property
    def stem(self) -> str:
        """The file's name without folder and endings: "a" for vocabulary/a.yaml and for a.cases.yaml."""
        return self.path.rpartition("/")[2].partition(".")[0]

    def mark(self, line: int, column: int) -> Mark:
        """The place at a line and a column, both counted from 1."""
        return Mark(self.name, line, column, self.line(line))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty after the last one."""
        return self.lines[number - 1] if number <= len(self.lines) else ""


def rule_file(name: str, path: str, data: bytes) -> RuleFile:
    """Decode a YAML file. Raises CheckerError if it is too large, not UTF-8 or holds control characters."""
    text = decode(name, data)
    file = RuleFile(name, path, text, tuple(text.splitlines()))
    if control := _CONTROL.search(text):
        line, column = _place(text[: control.start()])
        raise RuleError(
            f"the control character U+{ord(control[0]):04X} cannot stand in a rule file",
            Mark(name, line, column),
            "delete it",
        )
    return file


def decode(name: str, data: bytes) -> str:
    """The text of a file of a pack, without byte order mark. Raises CheckerError if it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise CheckerError("the file is larger than 1 MiB, the limit for files of a rule pack", name, "split it")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8"))
        raise RuleError(
            f"the byte 0x{data[error.start]:02X} is not UTF-8 text",
            Mark(name, line, column),
            "save the file as UTF-8",
        ) from None


def _place(before: str) -> tuple[int, int]:
    """The line and the column, both from 1, of the character that follows `before`."""
    line = before.count("\n") + 1
    return line, len(before) - before.rfind("\n")
