"""Results that earlier runs had for the same bytes, rules, program and options."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from checker.cache import Cache
from checker.ingest import Stated
from checker.isolation import reaches
from checker.result import Result, Wanted

_KIND = "results"


@dataclass(frozen=True, slots=True)
class Key:
    """What decides a result besides the rules and the program; inputs that agree in it are evaluated once."""

    sha256: str
    suffix: str
    stated: Stated
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A result, and how the document that gave it was isolated."""

    result: Result
    isolation: str


class Memory:
    """Looks results up in a cache and keeps new ones there; `isolation` is the level that a result must have had."""

    def __init__(self, cache: Cache, rules: str, wanted: Wanted, isolation: str) -> None:
        self._cache = cache
        self._context = msgspec.json.encode((rules, wanted))
        self._isolation = isolation

    def recall(self, key: Key) -> Kept | None:
        """The result for a key, if there is one."""
        data = self._cache.get(_KIND, self._name(key))
        if data is None:
            return None
        try:
            kept = msgspec.msgpack.decode(data, type=Kept)
        except msgspec.MsgspecError:
            return None
        return kept if reaches(kept.isolation, self._isolation) else None

    def keep(self, key: Key, kept: Kept) -> None:
        """Remember the result for a key. One that came about by a failure may come out otherwise the next time."""
        if not any(problem.code == "W-NO-PICTURES" for problem in kept.result.document.problems):
            self._cache.put(_KIND, self._name(key), msgspec.msgpack.encode(kept))

    def _name(self, key: Key) -> str:
        return sha256(self._context + msgspec.json.encode(key)).hexdigest()
