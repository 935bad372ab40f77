"""`<document>.meta.yaml`: what the user states about a document, in a file beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from checker.errors import CheckerError, RuleError
from checker.ingest import Stated
from checker.intake import FileBytes, Input, load
from checker.model.document import Problem

SUFFIX = ".meta.yaml"
_MAX_BYTES = 64 * 1024


def stated(document: FileBytes, shown: str) -> Stated:
    """What is stated beside `document`, or nothing; CheckerError with the place where the file is wrong."""
    file = document.file.with_name(document.file.name + SUFFIX)
    if not file.exists():
        return Stated()
    data = load(Input(shown, Stated(), FileBytes(file, document.root)), _MAX_BYTES)
    if isinstance(data, Problem):
        raise CheckerError(data.message, shown + SUFFIX, data.hint)
    return _parsed(shown + SUFFIX, data)


def _parsed(shown: str, data: bytes) -> Stated:
    from checker.rulebook.files import rule_file
    from checker.rulebook.near import did_you_mean, listed
    from checker.rulebook.parse import parse

    node = parse(rule_file(shown, Path(shown).name, data))
    if node.kind != "map":
        raise RuleError("this file states nothing", node.mark, "write lines such as: issuer: Acme Corporation")
    for key, value in node.pairs:
        if key.text not in _RIGHT:
            near = did_you_mean(key.text, _RIGHT)
            raise RuleError(f'unknown key "{key.text}"{near}', key.mark, f"a document is described by {listed(_RIGHT)}")
        if value.kind != "text" or not _RIGHT[key.text](value.text):
            raise RuleError(f'the key "{key.text}" needs {_WANTED[key.text]}', value.mark)
    return Stated(**{key.text: value.text for key, value in node.pairs})


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_encoding(text: str) -> bool:
    try:
        return b"".decode(text) == ""
    except LookupError:
        return False


_RIGHT: Mapping[str, Callable[[str], bool]] = {
    "issuer": lambda text: bool(text.strip()),
    "dated": _is_date,
    "language": lambda text: text in ("en", "ja"),
    "encoding": _is_encoding,
}
_WANTED = {
    "issuer": "a name",
    "dated": "a date such as 2026-04-01",
    "language": "en or ja",
    "encoding": "the name of a text encoding, such as utf-8 or shift_jis",
}
