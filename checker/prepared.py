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
    """A rule pack, the same compiled as bytes for worker processes, and the key of all that these depend on.

    Without a cache nobody asks for the key, and it is empty.
    """

    pack: RulePack
    data: bytes
    key: str


def prepare(rules: Selection, cache: Cache | None) -> Prepared:
    """The selected rules. Raises CheckerError for rules that cannot be used."""
    if cache is None:
        return Prepared(*_compiled(rules), key="")
    key = sha256(f"{program.identity()}\n{rules.identity()}\n".encode()).hexdigest()
    kept = cache.get(_KIND, key)
    if kept is not None:
        try:
            return Prepared(pack_of(kept), kept, key)
        except msgspec.MsgspecError:
            pass  # made by something else than this program: as good as not kept
    pack, data = _compiled(rules)
    cache.put(_KIND, key, data)
    return Prepared(pack, data, key)


def _compiled(rules: Selection) -> tuple[RulePack, bytes]:
    from checker.judge import compile_rules

    pack = rules.load()
    return pack, to_bytes(compile_rules(pack))
