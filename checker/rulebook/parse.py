"""YAML becomes nodes, one event at a time, within limits that keep the parser safe.

Rule files use a small part of YAML: anchors, aliases, merges, tags and further documents are refused where they start,
so that what a reader sees is all there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

import yaml

from checker.errors import RuleError
from checker.rulebook.files import RuleFile, too_large
from checker.rulebook.nodes import Node
from checker.rulebook.syntax import MAX_DEPTH, TOO_DEEP, explained

MAX_NODES = 100_000
_LONG_NUMBER = re.compile(r"[-+]?[0-9_]{31,}")


def parse(file: RuleFile) -> Node:
    """Read the one YAML document of a file. Raises CheckerError at the first place that is not plain, bounded YAML."""
    try:
        node = _Reader(file).document()
    except yaml.MarkedYAMLError as error:
        raise (too_large(file.name) if file.cut else explained(file, error)) from None
    if file.cut:
        raise too_large(file.name)
    return node


class _Reader:
    def __init__(self, file: RuleFile) -> None:
        self._file = file
        self._events: Iterator[yaml.Event] = yaml.parse(file.text, Loader=yaml.CSafeLoader)
        self._count = 0
        self._tabs = "\t" in file.text

    def document(self) -> Node:
        next(self._events)
        start = next(self._events)
        if not isinstance(start, yaml.DocumentStartEvent):
            raise RuleError("the file is empty", self._file.mark(1, 1), "a rule file starts with the line: format: 1")
        node = self._node(next(self._events), 1)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(after, "a second YAML document starts here", "a file of a rule pack holds one; delete the ---")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._bound(event, depth)
        line, column = _place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._file, line, column, "list", items=tuple(self._items(depth + 1)))
        if isinstance(event, yaml.MappingStartEvent):
            return Node(self._file, line, column, "map", pairs=tuple(self._pairs(depth + 1)))
        text, quoted = self._scalar(event)
        return Node(self._file, line, column, "text", text, quoted)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth)

    def _pairs(self, depth: int) -> Iterator[tuple[Node, Node]]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth)
            if key.kind != "text":
                self._refuse(event, "a key must be a word", "a text that starts with [ or { needs quotes")
            if key.text == "<<" and not key.quoted:
                self._refuse(event, "merges (<<) are not allowed in rule files", "write the keys out where they belong")
            if key.text in lines:
                message = f'the key "{key.text}" stands twice, in line {lines[key.text]} and here in line {key.line}'
                self._refuse(event, message, "keep one of them")
            lines[key.text] = key.line
            yield key, self._node(next(self._events), depth)

    def _scalar(self, event: yaml.Event) -> tuple[str, bool]:
        """The text of a scalar and whether it is quoted or a block."""
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "aliases (*) are not allowed in rule files", "write the text out where it belongs")
        if _LONG_NUMBER.fullmatch(event.value) and not event.style:
            digits = f"{len(event.value):,}"
            self._refuse(event, f"a number of {digits} digits is too long", "put digits that are a text in quotes")
        return event.value, bool(event.style)

    def _bound(self, event: yaml.Event, depth: int) -> None:
        """Refuse what goes beyond the limits, and marks that would make a value more than what stands there."""
        self._count += 1
        if self._count > MAX_NODES:
            self._refuse(event, f"the file holds more than {MAX_NODES:,} values", "split it")
        if depth > MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event, *TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            if event.anchor is not None:
                self._refuse(event, "anchors (&) are not allowed in rule files", "write the text out where it belongs")
            if event.tag is not None:
                self._refuse(event, "tags (!) are not allowed in rule files", "put a text that starts with ! in quotes")
        if self._tabs and self._tabbed(event):
            self._refuse(event, "a tab indents this line", "indent with blanks only")

    def _tabbed(self, event: yaml.Event) -> bool:
        line, column = _place(event)
        before = self._file.line(line)[: column - 1]
        return "\t" in before and not before.strip()

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> NoReturn:
        raise RuleError(message, self._file.mark(*_place(event)), hint)


def _place(event: yaml.Event) -> tuple[int, int]:
    """The line and the column, counted from 1, at which an event starts."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
