"""A pack as written: every file read, parsed and checked against its schema; nothing in it is resolved yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.errors import CheckerError, RuleError
from checker.rulebook import schema, sharing
from checker.rulebook.files import MAX_BYTES, decode, rule_file, too_large
from checker.rulebook.folder import CASES, PackFolder
from checker.rulebook.nodes import Node
from checker.rulebook.parse import parse
from checker.rulebook.validator import SchemaName

INSTRUMENT = "instrument.yaml"
RECORDS = ".records.yaml"


@dataclass(frozen=True, slots=True)
class Draft:
    """The sound files of a pack.

    `records` and `cases` are kept by the id of their rule, `texts` by file name. `data` holds the bytes of every file
    that decides verdicts, sorted by name: cases are not among them.
    """

    folder: PackFolder
    instrument: Node
    vocabularies: tuple[Node, ...]
    rules: tuple[Node, ...]
    records: Mapping[str, Node]
    cases: Mapping[str, Node]
    texts: Mapping[str, str]
    data: tuple[tuple[str, bytes], ...]


def read(folder: PackFolder, with_cases: bool, errors: list[CheckerError]) -> Draft | None:
    """Read a pack, adding everything wrong in it to `errors`.

    Rules that are not sound are left out. None if something that rules refer to is not sound, since every rule would
    then seem wrong.
    """
    before = len(errors)
    reading = _Reading(folder, errors)
    listing = folder.listing(errors)
    instrument = reading.file(INSTRUMENT, "instrument")
    vocabularies = reading.files((path for path in listing if path.startswith("vocabulary/")), "vocabulary")
    shared = reading.files((path for path in listing if path.startswith(sharing.FOLDER)), "criteria")
    texts = reading.texts(instrument) if instrument else {}
    complete = len(errors) == before
    if not any(map(_is_rule, listing)):
        errors.append(CheckerError("the pack holds no rule", folder.shown, "write one in <commitment-id>.yaml"))
    rules = reading.files(filter(_is_rule, listing), "rule")
    records = reading.beside(listing, RECORDS, "records")
    cases = reading.beside(listing, CASES, "cases", with_cases)
    if instrument is None or not complete:
        return None
    by_name = {file.file.stem: file for file in shared}
    rules = tuple(sharing.expanded(rule, by_name, errors) for rule in rules)
    data = tuple(sorted(reading.data.items()))
    return Draft(folder, instrument, vocabularies, rules, records, cases, texts, data)


def _is_rule(path: str) -> bool:
    return "/" not in path and not path.endswith((CASES, RECORDS)) and path != INSTRUMENT


class _Reading:
    """Reads the files of one pack, and remembers their bytes and what is wrong with them."""

    def __init__(self, folder: PackFolder, errors: list[CheckerError]) -> None:
        self._folder = folder
        self._errors = errors
        self.data: dict[str, bytes] = {}

    def files(self, paths: Iterable[str], name: SchemaName) -> tuple[Node, ...]:
        """The sound ones of several files."""
        nodes = [self.file(path, name) for path in paths]
        return tuple(node for node in nodes if node is not None)

    def file(self, path: str, name: SchemaName) -> Node | None:
        """A file's content; None if there is anything wrong with it."""
        try:
            data = self._folder.read(path)
            node = parse(rule_file(self._folder.name(path), path, data))
        except CheckerError as error:
            self._errors.append(error)
            return None
        if name != "cases":
            self.data[path] = data
        objections = schema.check(node, name)
        self._errors.extend(objections)
        return None if objections else node

    def texts(self, instrument: Node) -> dict[str, str]:
        """The texts of the instruments that have one in the pack."""
        nodes = (node for entry in instrument.list("instruments") if (node := entry.get("text")))
        return {node.text: text for node in nodes if (text := self._text(node)) is not None}

    def _text(self, node: Node) -> str | None:
        try:
            self.data[node.text] = data = self._folder.read(node.text)
            if len(data) > MAX_BYTES:
                raise too_large(self._folder.name(node.text))
            return decode(self._folder.name(node.text), data).replace("\r\n", "\n")
        except RuleError as error:
            self._errors.append(error)
        except CheckerError as error:
            self._errors.append(RuleError(f"{node.text}: {error.message}", node.mark, error.hint))
        return None

    def beside(
        self, listing: tuple[str, ...], ending: str, name: Literal["records", "cases"], wanted: bool = True
    ) -> dict[str, Node]:
        """The files of one kind that stand beside rules, by the rules' ids, read only where wanted."""
        found = {}
        for path in listing:
            rule = path.removesuffix(ending)
            if rule == path:
                continue
            if f"{rule}.yaml" not in listing:
                self._errors.append(
                    CheckerError(f"there is no rule {rule}.yaml for these {name}", self._folder.name(path))
                )
            elif wanted and (node := self.file(path, name)):
                found[rule] = node
        return found
