"""The words of one Markdown paragraph, heading or table cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\](?!:)")
_RAISED = re.compile(r"(<sup>)\s*[\d*†‡,]+\s*(?=</sup>)", re.IGNORECASE)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_STRUCK_TAGS = ("del", "s", "strike")


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader reads, line ends included, and whether words that are struck out were left out of it."""

    text: str
    struck_out: bool


def words_of(children: Sequence[Token]) -> Words:
    """The words that the inline tokens `children` show.

    Marks of footnotes are left out: glued to a figure they would change it.
    """
    pieces: list[str] = []
    depth = 0
    struck_out = False
    for child in children:
        tag = _TAG_NAME.match(child.content) if child.type == "html_inline" else None
        name = tag.group(2).lower() if tag else ""
        if child.type == "s_open" or (tag and not tag.group(1) and name in _STRUCK_TAGS):
            depth += 1
            struck_out = True
        elif child.type == "s_close" or (tag and tag.group(1) and name in _STRUCK_TAGS):
            depth = max(depth - 1, 0)
        elif depth == 0 or child.type in ("softbreak", "hardbreak"):
            pieces.append(_shown(child, name))
    text = _NOTE_MARK.sub("", _RAISED.sub(r"\1", "".join(pieces)))
    return Words(text.replace("<sup>", "").replace("</sup>", ""), struck_out)


def _shown(child: Token, tag: str) -> str:
    match child.type:
        case "softbreak" | "hardbreak":
            return "\n"
        case "html_inline":
            return " " if tag == "br" else child.content.lower() if tag == "sup" else ""
        case _:
            return child.content
