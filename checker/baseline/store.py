"""The file of a baseline: JSON, sorted, one entry a line, so that two branches of a repository can be merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import msgspec

from checker.errors import CheckerError
from checker.model.baseline import Known


@dataclass(frozen=True, slots=True)
class _File:
    format: Literal[1]
    known: tuple[Known, ...]


def as_data(known: Iterable[Known]) -> dict[str, Any]:
    """The content of the file that keeps `known`."""
    entries = [asdict(entry) for entry in sorted(known, key=_place)]
    return {"format": 1, "known": entries}


def read(data: bytes, name: str) -> tuple[Known, ...]:
    """What the file `name` keeps; CheckerError where it is no baseline.

    An entry that two branches added both stands there twice after they were merged, and counts once.
    """
    try:
        file = msgspec.json.decode(data, type=_File, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CheckerError(
            f"this is no baseline as `checker baseline write` makes it: {error}",
            name,
            "if two branches were merged, keep the entries of both sides; else write it again",
        ) from None
    merged: dict[tuple[str, str], Known] = {}
    for known in file.known:
        key = (known.fingerprint, known.document)
        merged[key] = _together(merged[key], known) if key in merged else known
    return tuple(sorted(merged.values(), key=_place))


def _together(one: Known, other: Known) -> Known:
    return replace(one, count=max(one.count, other.count), since=min(one.since, other.since))


def _place(known: Known) -> tuple[str, str, str]:
    return known.document, known.commitment, known.fingerprint
