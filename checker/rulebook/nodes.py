"""The values of a YAML file, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from checker.errors import Mark
from checker.rulebook.files import RuleFile


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One value of a YAML file: a text, a list of nodes, or pairs of key and value; line and column count from 1."""

    file: RuleFile = field(repr=False)
    line: int
    column: int
    kind: Literal["text", "list", "map"]
    text: str = ""
    quoted: bool = False
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    @property
    def mark(self) -> Mark:
        """Where the value starts."""
        return self.file.mark(self.line, self.column)

    def mark_at(self, offset: int) -> Mark:
        """Where a character of the text stands; where the value starts if its text is folded or escaped."""
        start = self.column - 1 + self.quoted
        verbatim = self.text in self.file.line(self.line)[start : start + len(self.text)]
        return self.file.mark(self.line, start + 1 + offset) if verbatim else self.mark

    def get(self, key: str) -> Node | None:
        """The value of a key, or None if the key is not there."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def __getitem__(self, key: str) -> Node:
        """The value of a key that is known to be there. Raises KeyError if it is not."""
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def key(self, name: str) -> Node:
        """The node of a key itself, which is known to be there. Raises KeyError if it is not."""
        found = next((key for key, _ in self.pairs if key.text == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def list(self, key: str) -> tuple[Node, ...]:
        """The items of the list under a key; empty if the key is not there."""
        value = self.get(key)
        return value.items if value is not None else ()

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of the list under a key; empty if the key is not there."""
        return tuple(item.text for item in self.list(key))

    def word(self, key: str, default: str = "") -> str:
        """The text under a key, or the default if the key is not there."""
        value = self.get(key)
        return value.text if value is not None else default
