"""The compiled rules of a run as bytes, which worker processes take and the cache keeps.

Plain data in MessagePack, checked against the types of `model/` when it is read; never pickles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, make_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import msgspec

from checker.model.commitment import Commitment, Concept, Criterion, Edition, Instrument, RulePack
from checker.model.kind import DocumentKind

if TYPE_CHECKING:
    from checker.judge import Compiled

# A union of dataclasses cannot be read back; one optional field for each of them can.
_Written: Any = make_dataclass("_Written", [(kind.__name__, kind | None, None) for kind in get_args(Criterion)])
# Concepts are shared by many commitments: a commitment gives their numbers.
_Commitment: Any = make_dataclass(
    "_Commitment",
    list((get_type_hints(Commitment) | {"criteria": tuple[_Written, ...], "concepts": dict[str, int]}).items()),
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A wording without what it computes of itself."""

    concept: str
    role: str
    pattern: object


@dataclass(frozen=True, slots=True)
class _Pack:
    editions: tuple[Edition, ...]
    concepts: tuple[Concept, ...]
    commitments: msgspec.Raw
    instruments: dict[str, Instrument]
    sha256: str
    issuers: tuple[tuple[str, tuple[str, ...]], ...]
    kinds: tuple[DocumentKind, ...]
    wordings: msgspec.Raw


def to_bytes(compiled: Compiled) -> bytes:
    """Compiled rules as bytes."""
    pack = compiled.pack
    words = {
        lang: [_Word(each.concept, each.role, each.pattern) for each in found]
        for lang, found in compiled.lexicon.table.items()
    }
    numbers: dict[bytes, int] = {}
    commitments = [_Commitment(**_fields(commitment, numbers)) for commitment in pack.commitments]
    written = _Pack(
        editions=pack.editions,
        concepts=tuple(msgspec.msgpack.decode(each, type=Concept) for each in numbers),
        commitments=_raw(commitments),
        instruments=dict(pack.instruments),
        sha256=pack.sha256,
        issuers=pack.issuers,
        kinds=pack.kinds,
        wordings=_raw(words),
    )
    return msgspec.msgpack.encode(written)


def pack_of(data: bytes) -> RulePack:
    """The rule pack alone. Raises msgspec.MsgspecError for bytes that are no compiled rules."""
    return _pack(msgspec.msgpack.decode(data, type=_Pack))


def compiled_of(data: bytes) -> Compiled:
    """Compiled rules from their bytes. Raises msgspec.MsgspecError for bytes that are none."""
    # Only a process that judges loads what judges.
    from checker.judge import compile_rules
    from checker.match.wording import Wording

    written = msgspec.msgpack.decode(data, type=_Pack)
    return compile_rules(_pack(written), msgspec.msgpack.decode(written.wordings, type=dict[str, tuple[Wording, ...]]))


def _pack(written: _Pack) -> RulePack:
    commitments = msgspec.msgpack.decode(written.commitments, type=list[_Commitment])
    return RulePack(
        editions=written.editions,
        commitments=tuple(_commitment(commitment, written.concepts) for commitment in commitments),
        instruments=written.instruments,
        sha256=written.sha256,
        issuers=written.issuers,
        kinds=written.kinds,
    )


def _fields(commitment: Commitment, numbers: dict[bytes, int]) -> dict[str, Any]:
    """The fields of a `_Commitment`; concepts not met before are added to `numbers`, under their bytes."""
    shallow = {field.name: getattr(commitment, field.name) for field in fields(commitment)}
    return shallow | {
        "criteria": tuple(_Written(**{type(each).__name__: each}) for each in commitment.criteria),
        "concepts": {
            name: numbers.setdefault(msgspec.msgpack.encode(concept), len(numbers))
            for name, concept in commitment.concepts.items()
        },
    }


def _commitment(written: Any, concepts: Sequence[Concept]) -> Commitment:
    shallow = {field.name: getattr(written, field.name) for field in fields(written)}
    return Commitment(
        **shallow
        | {
            "criteria": tuple(_criteria(written.criteria)),
            "concepts": {name: concepts[number] for name, number in written.concepts.items()},
        }
    )


def _criteria(written: Sequence[Any]) -> Iterator[Criterion]:
    for each in written:
        yield next(kind for field in fields(each) if (kind := getattr(each, field.name)) is not None)


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(value))
