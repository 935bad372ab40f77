"""JSON as every output writes it: sorted keys, one item of a list a line, nothing in it that a terminal obeys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker.render.visible import UNSEEN

Json = dict[str, Any]

_LINE_SEPARATORS = (0x2028, 0x2029)
_UNSEEN = "[" + "".join(re.escape(chr(code)) for code in sorted({*UNSEEN, *_LINE_SEPARATORS})) + "]"
# Build services obey these marks wherever in a line of a log they stand.
_COMMAND = r"#(?=#\[|#vso\[)"
_ESCAPED = re.compile(f"{_UNSEEN}|{_COMMAND}")


def dumped(data: Mapping[str, Any]) -> bytes:
    """`data` in UTF-8; the lists among its members have one item a line."""
    members = (f"{json.dumps(key)}: {_member(data[key])}" for key in sorted(data))
    return (_harmless("{\n" + ",\n".join(members) + "\n}") + "\n").encode()


def lines(items: list[Any]) -> bytes:
    """A JSON array in UTF-8 with one item a line."""
    return (_harmless(_member(items)) + "\n").encode()


def _harmless(text: str) -> str:
    # What is escaped can only stand inside JSON strings, where the escape means the same.
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _member(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _dump(value)
    return "[\n" + ",\n".join(_dump(item) for item in value) + "\n]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
