"""The issuers that packs can name: what each is reported as, and the names documents use for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.errors import RuleError
from checker.rulebook.concepts import LANGUAGES
from checker.rulebook.nodes import Node


def check(files: Iterable[Node]) -> Iterator[RuleError]:
    """Every name that instrument files, of one pack or of several, give to two issuers."""
    owners: dict[str, str] = {}
    for issuer in _listed(files):
        for name in (issuer["name"], *_aliases(issuer)):
            owner = owners.setdefault(name.text.lower(), issuer.word("name"))
            if owner != issuer.word("name"):
                message = f'"{name.text}" names two issuers, {owner} and {issuer.word("name")}'
                yield RuleError(message, name.mark, "leave it to the issuer that documents mean by it")


def gather(files: Iterable[Node]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The issuers of instrument files, each with its other names; what several files say of one is put together."""
    found: dict[str, dict[str, None]] = {}
    for issuer in _listed(files):
        found.setdefault(issuer.word("name"), {}).update((alias.text, None) for alias in _aliases(issuer))
    return tuple((name, tuple(aliases)) for name, aliases in found.items())


def _listed(files: Iterable[Node]) -> Iterator[Node]:
    for file in files:
        yield from file.list("issuers")


def _aliases(issuer: Node) -> Iterator[Node]:
    if names := issuer.get("names"):
        for lang in LANGUAGES:
            yield from names.list(lang)
