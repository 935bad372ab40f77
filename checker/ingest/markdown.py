"""Markdown as a reader sees it: marks, link targets and comments removed, line for line with the file.

Headings keep their "#", lists their bullets, tables their "|": they are the structure of the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.ingest.inline import Words, words_of
from checker.ingest.kinds import Kind
from checker.ingest.reading import Issuers, Reading, Source
from checker.ingest.textfile import Prepared, reading_of
from checker.model.document import Problem

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 50
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[A-Za-z][\w-]*:.*\n|[ \t#-].*\n|\n)*?)---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^([A-Za-z][\w-]*):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_KEYS = {
    "agency": "issuer",
    "author": "author",
    "date": "dated",
    "dated": "dated",
    "issuer": "issuer",
    "title": "title",
}
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a Markdown file; places are lines of the file."""
    return reading_of(source, kind, known_issuers, readable)


def readable(text: str) -> Prepared:
    """`text` without its marks and with its lines where they were, and what its front matter states."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    body = "\n" * front.group().count("\n") + text[front.end() :] if front else text
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    writer = _Writer()
    for token in parser.parse(body):
        writer.take(token)
    return Prepared(writer.text(), _stated(front.group(1)) if front else {}, writer.problems())


def _stated(front_matter: str) -> dict[str, str]:
    found = {key.lower(): value for key, value in _KEY.findall(front_matter)}
    return {_KEYS[key]: found[key] for key in _KEYS if key in found}


class _Writer:
    """Collects a document's text token by token, each block on the line of the file that it comes from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._line = 0
        self._lead = ""
        self._columns = 0
        self._struck: list[int] = []
        self._too_deep = 0

    def take(self, token: Token) -> None:
        """Write what `token` shows a reader."""
        if token.level >= _DEEPEST - 1:
            self._too_deep = self._too_deep or self._line + 1
        match token.type:
            case "heading_open":
                self._lead = "#" * int(token.tag[1:]) + " "
            case "list_item_open":
                self._lead += f"{token.info}{token.markup} "
            case "blockquote_open":
                self._lead += "> "
            case "tr_open" | "th_open" | "td_open" | "tr_close" | "thead_close":
                self._table(token)
            case "inline":
                self._inline(token, words_of(token.children or ()))
            case "fence":
                self._block(token, 1, token.content)
            case "code_block":
                self._block(token, 0, token.content)
            case "html_block":
                shown = _HIDDEN.sub(lambda hidden: "\n" * hidden.group().count("\n"), token.content)
                self._block(token, 0, _TAG.sub("", shown))

    def text(self) -> str:
        """What was written so far."""
        return "".join(self._pieces) + "\n"

    def problems(self) -> tuple[Problem, ...]:
        """What of the file is not in the text although it stands there."""
        struck = ", ".join(f"line {line}" for line in self._struck)
        return (
            *((_struck_out(struck),) if struck else ()),
            *((_nested_too_deeply(self._too_deep),) if self._too_deep else ()),
        )

    def _table(self, token: Token) -> None:
        match token.type:
            case "tr_open":
                self._go_to(token, 0)
                self._columns = 0
            case "th_open" | "td_open":
                self._lead = "| "
                self._columns += 1
            case "tr_close":
                self._put("|")
            case "thead_close":
                self._put("\n" + "| --- " * self._columns + "|")

    def _inline(self, token: Token, words: Words) -> None:
        in_cell = self._lead == "| "
        if not in_cell:
            self._go_to(token, 0)
        self._put(self._lead + (words.text.replace("|", r"\|") + " " if in_cell else words.text))
        self._lead = ""
        if words.struck_out:
            self._struck.append(self._line + 1)

    def _block(self, token: Token, skipped: int, content: str) -> None:
        self._go_to(token, skipped)
        self._put(self._lead + content)
        self._lead = ""

    def _go_to(self, token: Token, skipped: int) -> None:
        line = token.map[0] + skipped if token.map else self._line + 1
        if line > self._line:
            self._put("\n" * (line - self._line))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._line += text.count("\n")


def _struck_out(where: str) -> Problem:
    return Problem(
        "W-DELETED-TEXT",
        "words that are struck out were left out of the text",
        where=where,
        hint="if they still hold, remove the marks that strike them out",
    )


def _nested_too_deeply(line: int) -> Problem:
    return Problem(
        "E-STRUCTURE",
        f"lists or quotations are nested more than {_DEEPEST} deep; what lies deeper was not read",
        where=f"line {line}",
        hint="flatten the lists and check again",
    )
