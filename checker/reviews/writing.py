"""Decisions as the text of a file of the store: appended where the file's form allows, else written anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.errors import CheckerError
from checker.model.decision import Decision
from checker.reviews import store

_KEYS = (
    "fingerprint",
    "finding_sha",
    "document",
    "quote",
    "action",
    "cause",
    "reason",
    "reviewer",
    "approver",
    "created",
    "expires",
    "note",
)
_BARE = ("action", "cause", "created", "expires")
# What YAML takes for the end of a line, and what no file may hold as it is.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def with_decisions(name: str, text: str, fresh: Sequence[Decision]) -> str:
    """The `text` of the file of the store called `name`, empty where there is none yet, with `fresh` decisions added.

    Those that it holds already are not added again. Raises CheckerError where the text is wrong as it is.
    """
    commitment = fresh[0].commitment
    known = _read(name, text) if text else ()
    added = [decision for decision in fresh if decision not in map(_unplaced, known)]
    if not added:
        return text
    wanted = tuple(map(_unplaced, (*known, *added)))
    appended = "".join((text or _head(commitment), "" if not text or text.endswith("\n") else "\n", *_entries(added)))
    return appended if _says(name, appended, wanted) else "".join((_head(commitment), *_entries(wanted)))


def _says(name: str, text: str, wanted: tuple[Decision, ...]) -> bool:
    try:
        return tuple(map(_unplaced, _read(name, text))) == wanted
    except CheckerError:
        return False


def _read(name: str, text: str) -> tuple[Decision, ...]:
    errors: list[CheckerError] = []
    read = store.decisions_in(name, text.encode(), errors)
    if errors:
        raise errors[0]
    return read


def _unplaced(decision: Decision) -> Decision:
    return replace(decision, place="")


def _head(commitment: str) -> str:
    return f"format: 1\ncommitment: {commitment}\ndecisions:\n"


def _entries(decisions: Iterable[Decision]) -> Iterator[str]:
    for decision in decisions:
        pairs = [(key, getattr(decision, key)) for key in _KEYS if getattr(decision, key)]
        for number, (key, value) in enumerate(pairs):
            yield f"{'    ' if number else '  - '}{key}: {value if key in _BARE else _quoted(value)}\n"


def _quoted(text: str) -> str:
    """`text` in double quotes, as JSON and YAML both read it."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
