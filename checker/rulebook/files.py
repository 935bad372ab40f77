"""Rule files as text: within limits, decoded, able to point at a place in themselves."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass, field

from checker.errors import CheckerError, Mark, RuleError

MAX_BYTES = 1024 * 1024
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, eq=False)
class RuleFile:
    """One YAML file of a pack; `cut` if it goes on. Errors print `name`; `path` is its place inside the pack."""

    name: str
    path: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    cut: bool = False

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
    """Decode a YAML file, or as much of it as a rule file may hold.

    Raises RuleError if it is not UTF-8 or holds control characters.
    """
    text = decode(name, data)
    file = RuleFile(name, path, text, tuple(text.splitlines()), cut=len(data) > MAX_BYTES)
    if control := _CONTROL.search(text):
        message = f"the control character U+{ord(control[0]):04X} cannot stand in a rule file"
        raise RuleError(message, file.mark(*_place(text[: control.start()])), "delete it")
    return file


def decode(name: str, data: bytes) -> str:
    """The first MAX_BYTES of a text, without byte order mark. Raises RuleError if they are not UTF-8."""
    try:
        decoder = getincrementaldecoder("utf-8")()
        return decoder.decode(data[:MAX_BYTES], final=len(data) <= MAX_BYTES).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        place = Mark(name, *_place(data[: error.start].decode("utf-8")))
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8 text"
        raise RuleError(message, place, "save the file as UTF-8") from None


def too_large(name: str) -> CheckerError:
    """The error for a file of a pack that is larger than MAX_BYTES."""
    return CheckerError("the file is larger than 1 MiB, the limit for files of a rule pack", name, "split it")


def _place(before: str) -> tuple[int, int]:
    """The line and the column, both from 1, of the character that follows `before`."""
    line = before.count("\n") + 1
    return line, len(before) - before.rfind("\n")
