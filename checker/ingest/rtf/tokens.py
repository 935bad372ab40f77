"""The tokens of an RTF file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token: its kind ("word", "byte", "sign", "open", "close", "text"), what it says, the number of a word."""

    kind: str
    value: str
    number: int | None


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`; the bytes of a picture after \\bin are left out."""
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = found.lastgroup if found.lastgroup != "number" else "word"
        if kind is None:
            continue
        number = int(found["number"]) if found["number"] else None
        if found["word"] == "bin":
            at += max(number or 0, 0)
        else:
            yield Token(kind, found[kind], number)
