"""An office's own look: a small YAML file with a title, an accent colour and a logo that goes into the page."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path

from checker.errors import CheckerError, RuleError

LOGO_BYTES = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
# A picture in a page runs nothing and loads nothing; one that tries to is not what an office wants to send out.
_LIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|style|!DOCTYPE|!ENTITY)|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Brand:
    """What a brand file says; what it does not say is empty. `logo` is an address that holds the picture itself."""

    title: str = ""
    accent: str = ""
    logo: str = ""


def read(file: Path) -> Brand:
    """The brand in `file`. Raises CheckerError, with the place where one is known, for what is wrong with it."""
    from checker.rulebook import schema
    from checker.rulebook.files import rule_file
    from checker.rulebook.parse import parse

    node = parse(rule_file(file.name, file.name, _bytes(file, "the brand file")))
    errors = schema.check(node, "brand")
    if errors:
        raise errors[0]
    logo = node.get("logo")
    try:
        picture = _inlined(file.parent / logo.text) if logo is not None else ""
    except CheckerError as error:
        assert logo is not None
        raise RuleError(error.message, logo.mark, error.hint) from None
    return Brand(node.word("title"), node.word("accent"), picture)


def _inlined(file: Path) -> str:
    data = _bytes(file, "the logo")
    if len(data) > LOGO_BYTES:
        raise CheckerError(
            f"the logo has {len(data):,} bytes; at most {LOGO_BYTES:,} go into a report", hint="make it smaller"
        )
    kind = _kind(data)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _kind(data: bytes) -> str:
    if data.startswith(_PNG):
        return "png"
    if b"<svg" not in data[:1000]:
        raise CheckerError("the logo is neither a PNG nor an SVG picture", hint="save it as one of the two")
    live = _LIVE.search(data)
    if live:
        found = live[0].decode("ascii", "replace").strip()
        raise CheckerError(
            f"the logo holds more than a picture: {found}", hint="export it as plain SVG, or save it as PNG"
        )
    return "svg+xml"


def _bytes(file: Path, what: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CheckerError(f"{what} cannot be opened: {(error.strerror or str(error)).lower()}", file.name) from None
