"""Packs become one rule pack; everything wrong in any of their files is raised together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from checker.errors import CheckerError, RuleError, RulePackError
from checker.model.commitment import Commitment, Edition, Instrument, RulePack
from checker.rulebook import build, cases, chains, concepts, instruments, issuers, kinds, recording, rules
from checker.rulebook.cap import first_of
from checker.rulebook.draft import Draft, read
from checker.rulebook.folder import PackFolder, find
from checker.rulebook.nodes import Node
from checker.rulebook.rules import Shelf


@dataclass(frozen=True, slots=True)
class Book:
    """A sound pack: its files, and what its rules may refer to."""

    draft: Draft
    shelf: Shelf


def packed(found: Sequence[Book]) -> RulePack:
    """Sound packs as one rule pack."""
    return RulePack(
        editions=tuple(_edition(book) for book in found),
        commitments=tuple(commitment for book in found for commitment in _commitments(book)),
        instruments={name: known for book in found for name, known in book.shelf.instruments.items()},
        sha256=_digest(found),
        issuers=issuers.gather(book.draft.instrument for book in found),
        kinds=kinds.gather(book.draft.instrument for book in found),
    )


def books(names: Sequence[str], with_cases: bool) -> tuple[Book, ...]:
    """The packs of these names, in that order, each once. Raises like `load`."""
    if not names:
        raise CheckerError("no rule pack is named", "", "name a pack or give the path of a pack's folder")
    folders: dict[Path, PackFolder] = {}
    for folder in map(find, names):
        folders.setdefault(folder.root.resolve(), folder)
    errors: list[CheckerError] = []
    drafts = [draft for folder in folders.values() if (draft := read(folder, with_cases, errors))]
    found = [book for draft in drafts if (book := _book(draft, errors))]
    errors.extend(_commitments_twice(rule for draft in drafts for rule in draft.rules))
    errors.extend(_packs_at_odds(found))
    errors.extend(issuers.check(draft.instrument for draft in drafts))
    errors.extend(kinds.check(draft.instrument for draft in drafts))
    raise_all(errors)
    return tuple(found)


def raise_all(errors: Iterable[CheckerError]) -> None:
    """Raise RulePackError with these errors, in the order of files and lines; nothing if there are none."""
    ordered = sorted(errors, key=_place)
    if ordered:
        raise RulePackError(tuple(ordered))


def _place(error: CheckerError) -> tuple[str, int, int]:
    if isinstance(error, RuleError):
        return error.mark.file, error.mark.line, error.mark.column
    return error.where, 0, 0


def _book(draft: Draft, errors: list[CheckerError]) -> Book | None:
    """Resolve what a pack's files refer to; None if there is no source text to check its rules against."""
    definitions = concepts.gather(draft, errors)
    concepts.check(definitions, errors)
    known = instruments.gather(draft, errors)
    errors.extend(chains.check(draft.instrument.list("instruments"), known))
    source = known.get(draft.instrument.word("source"))
    if source is None or not source.text_file:
        return None
    shelf = Shelf(draft.instrument.word("pack"), source, known, definitions)
    for rule in draft.rules:
        errors.extend(first_of(rules.check(rule, shelf)))
        if file := draft.records.get(rule.file.stem):
            errors.extend(first_of(recording.check(file, rule)))
    for file in draft.cases.values():
        errors.extend(first_of(cases.check(file)))
    return Book(draft, shelf)


def _commitments_twice(written: Iterable[Node]) -> Iterator[RuleError]:
    first: dict[str, Node] = {}
    for rule in written:
        name = rule["id"]
        if name.text in first:
            message = f'the commitment "{name.text}" stands twice, here and in {first[name.text].file.name}'
            yield RuleError(message, name.mark, "keep one of them, or rename one")
        first.setdefault(name.text, rule)


def _packs_at_odds(found: Sequence[Book]) -> Iterator[CheckerError]:
    """Packs that cannot be used together: two of one name, or two that describe an instrument differently."""
    packs: dict[str, Book] = {}
    known: dict[str, tuple[Instrument, Book]] = {}
    for book in found:
        other = packs.setdefault(book.shelf.pack, book)
        if other is not book:
            message = f'the pack in {other.draft.folder.shown} is called "{book.shelf.pack}" too'
            yield RuleError(message, book.draft.instrument["pack"].mark, "use one of them, or rename one")
            continue
        for entry in book.draft.instrument.list("instruments"):
            name = entry.word("id")
            instrument, owner = known.setdefault(name, (book.shelf.instruments[name], book))
            if instrument != book.shelf.instruments[name]:
                message = f'the pack {owner.shelf.pack} describes the instrument "{name}" differently'
                yield RuleError(message, entry["id"].mark, "describe it in the same way, or rename it in one of them")


def _commitments(book: Book) -> list[Commitment]:
    """A pack's commitments in the order in which the source makes them."""
    commitments = [_commitment(rule, book) for rule in book.draft.rules]
    return sorted(commitments, key=lambda commitment: (commitment.source_start, commitment.id))


def _commitment(rule: Node, book: Book) -> Commitment:
    name = rule.file.stem
    labelled, records = book.draft.cases.get(name), book.draft.records.get(name)
    return build.commitment(
        rule, book.shelf, recording.build(records) if records else (), cases.read(labelled) if labelled else ()
    )


def _edition(book: Book) -> Edition:
    return Edition(book.shelf.pack, book.draft.instrument.word("version"), _digest([book]))


def _digest(found: Sequence[Book]) -> str:
    digest = sha256()
    files = sorted((f"{book.shelf.pack}/{path}", data) for book in found for path, data in book.draft.data)
    for name, data in files:
        digest.update(f"{name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()
