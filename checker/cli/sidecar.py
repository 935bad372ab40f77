"""`<document>.meta.yaml`: what the user states about a document, in a file beside it."""

from __future__ import annotations

import os

from checker.errors import CheckerError, RuleError
from checker.ingest import Stated
from checker.intake import FileBytes, Input, load
from checker.model.document import Problem

SUFFIX = ".meta.yaml"
_MAX_BYTES = 64 * 1024


def stated(document: FileBytes, shown: str) -> Stated:
    """What is stated beside `document`, or nothing; CheckerError with the place where the file is wrong."""
    file = document.file.with_name(document.file.name + SUFFIX)
    if not os.path.lexists(file):  # unlike the path's own method it takes a name that is too long to exist
        return Stated()
    data = load(Input(shown, Stated(), FileBytes(file, document.root)), _MAX_BYTES)
    if isinstance(data, Problem):
        raise CheckerError(data.message, shown + SUFFIX, data.hint)
    return _parsed(shown + SUFFIX, data)


def _parsed(shown: str, data: bytes) -> Stated:
    from checker.rulebook import schema
    from checker.rulebook.files import rule_file
    from checker.rulebook.parse import parse

    node = parse(rule_file(shown, shown, data))
    errors = schema.check(node, "sidecar")
    if errors:
        raise errors[0]
    encoding = node.get("encoding")
    if encoding and not _is_encoding(encoding.text):
        raise RuleError(f'there is no text encoding called "{encoding.text}"', encoding.mark, "for example: shift_jis")
    return Stated(node.word("issuer"), node.word("dated"), node.word("language"), node.word("encoding"))


def _is_encoding(name: str) -> bool:
    try:
        return bool("a".encode(name))
    except (LookupError, UnicodeError):
        return False
