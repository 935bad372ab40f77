"""The rules of a run made ready: loaded, checked and compiled, or taken from the cache as an earlier run left them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from checker import program
from checker.cache import Cache
from checker.model.commitment import RulePack
from checker.ruleset import pack_of, to_bytes
from checker.selection import Selection

_KIND = "rules"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rule pack, the same compiled as bytes for worker processes, and the key of all that these depend on."""

    pack: RulePack
    data: bytes
    key: str


def prepare(rules: Selection, cache: Cache | None) -> Prepared:
    """The selected rules. Raises CheckerError for rules that cannot be used."""
    key = sha256(f"{program.identity()}\n{rules.identity()}\n".encode()).hexdigest()
    kept = cache.get(_KIND, key) if cache else None
    if kept is not None:
        try:
            return Prepared(pack_of(kept), kept, key)
        except msgspec.MsgspecError:
            pass  # made by something else than this program: as good as not kept
    return _compiled(rules, cache, key)


def _compiled(rules: Selection, cache: Cache | None, key: str) -> Prepared:
    from checker.judge import compile_rules

    pack = rules.load()
    data = to_bytes(compile_rules(pack))
    if cache:
        cache.put(_KIND, key, data)
    return Prepared(pack, data, key)
