"""Going through a page once: its blocks in order, without what is no word of it or is not seen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from checker.ingest.grid import Slot, squared
from checker.ingest.html.styles import conceals
from checker.ingest.writer import Writer, Written
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody
        td tfoot th thead tr ul""",
    )
)
_NO_WORDS = frozenset(
    re.findall(
        r"\w+",
        """script style template noscript rt rp head iframe object embed svg math canvas audio video map select button
        input textarea datalist noframes""",
    )
)
_DELETED = frozenset(("del", "s", "strike"))
_LEVELS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = re.findall(r"\w+", "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
_LETTERED: Mapping[str, Sequence[str]] = {
    "a": ascii_lowercase,
    "A": ascii_uppercase,
    "i": _ROMAN,
    "I": [number.upper() for number in _ROMAN],
}
_BREAK = "\v"  # a line's end as the page shows it; those of the file are blanks
_CJK = "[\u3000-\u9fff\uf900-\ufaff\uff01-\uff9f]"
_WRAPPED = re.compile(rf"(?<={_CJK})[ \t\r]*\n[ \t\r\n]*(?={_CJK})")
_MOST = 10_000
_SHOWN = 5
_FRAMES = ("table", "ul", "ol", *_LEVELS, "form")


class Walk:
    """Writes what a page shows; with `everything`, what it conceals too."""

    def __init__(self, concealed: frozenset[str], everything: bool = False) -> None:
        self._concealed = concealed
        self._everything = everything
        self._writer = Writer()
        self._line: list[str] = []
        self._lead = ""
        self._close = False
        self._place = ""
        self._raised = 0
        self._kept = 0
        self.hidden: list[str] = []
        self.deleted: list[str] = []

    def written(self, root: _Element) -> Written:
        """The text of the page under `root`."""
        self._element(root, f"/{root.tag}")
        self._end()
        return self._writer.written()

    def problems(self) -> tuple[Problem, ...]:
        """What stands in the page but was left out."""
        return (*_left_out(self.hidden), *_struck(self.deleted))

    def _element(self, element: _Element, path: str) -> None:
        """Write an element and what it holds, but not what follows it."""
        tag = element.tag
        if tag in _NO_WORDS or (element.attrib and self._is_concealed(element)):
            return
        if tag in _DELETED:
            self.deleted.append(f"line {element.sourceline}")
        elif tag in _BLOCKS:
            if tag != "table" or not self._table(element, path):
                self._block(element, path)
        elif tag == "br":
            self._line.append(_BREAK)
        elif tag == "sup":
            self._raised += 1
            self._inside(element, path)
            self._raised -= 1
        else:
            self._inside(element, path)

    def _block(self, element: _Element, path: str) -> None:
        self._end()
        tag = element.tag
        if tag in _LEVELS:
            self._lead = _LEVELS[str(tag)]
        elif tag == "li":
            self._lead = _item_mark(element)
            self._close = element.getprevious() is not None or next(element.iterancestors("li"), None) is not None
        self._kept += tag == "pre"
        self._inside(element, path)
        self._kept -= tag == "pre"
        self._end()
        if tag in _LEVELS or tag == "li":
            self._lead, self._close = "", False

    def _inside(self, element: _Element, path: str) -> None:
        if element.text:
            self._words(element.text, element, path)
        counts: dict[str, int] = {}
        for child in element:
            tag = str(child.tag)
            counts[tag] = number = counts.get(tag, 0) + 1
            self._element(child, f"{path}/{tag}[{number}]")
            if child.tail:
                self._words(child.tail, element, path)

    def _words(self, words: str, element: _Element, path: str) -> None:
        if self._kept:
            words = words.replace("\n", _BREAK)
        elif self._raised and words.strip().isascii() and words.strip().isdigit():
            words = words.strip().translate(_FIGURES)
        self._line.append(words)
        if not self._place and not words.isspace():
            self._place = f"line {element.sourceline}, {path}"

    def _end(self) -> None:
        """Write the block that was collected; a list mark waits for words."""
        words = _joined("".join(self._line)) if self._line else ""
        self._line.clear()
        if words:
            self._writer.block(self._lead + words, self._place, self._close)
            self._lead, self._close = "", False
        self._place = ""

    def _is_concealed(self, element: _Element) -> bool:
        attributes = element.attrib
        names = [f".{name}" for name in attributes.get("class", "").split()] if self._concealed else []
        concealed = (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or (bool(self._concealed) and not self._concealed.isdisjoint((*names, f"#{attributes.get('id', '')}")))
            or ("style" in attributes and conceals(element.get("style", "")))
        )
        if concealed and any(text.strip() for text in element.itertext()):
            self.hidden.append(f"line {element.sourceline}")
        return concealed and not self._everything

    def _table(self, table: _Element, path: str) -> bool:
        """Write a table as one; False where it only frames other blocks."""
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        framed = any(True for row in cells for cell in row for _ in cell.iterdescendants(*_FRAMES))
        if framed or max(map(len, cells), default=0) < 2:
            return False
        self._end()
        place = f"line {table.sourceline}, {path}"
        caption = table.find("caption")
        if caption is not None:
            self._writer.block(self._alone(caption, path), f"{place}/caption")
        grid = squared([[self._slot(cell, path) for cell in row] for row in cells])
        heads = [bool(row) and all(cell.tag == "th" for cell in row) for row in cells]
        self._writer.table(
            [
                [(words, f"{place}, row {down}, cell {across}") for across, words in enumerate(row, 1)]
                for down, row in enumerate(grid, 1)
            ],
            heads.index(False) if False in heads else 0,
        )
        return True

    def _slot(self, cell: _Element, path: str) -> Slot:
        return Slot(self._alone(cell, path), _number(cell, "colspan"), _number(cell, "rowspan"))

    def _alone(self, element: _Element, path: str) -> str:
        """The words of an element by itself."""
        inner = Walk(self._concealed, self._everything)
        inner._inside(element, path)
        inner._end()
        self.hidden += inner.hidden
        self.deleted += inner.deleted
        return inner._writer.written().text.strip()


def _joined(raw: str) -> str:
    """Words as a page shows them: blanks run together, none where Japanese goes on in the next line of the file."""
    words = _BLANKS.sub(" ", _WRAPPED.sub("", raw) if "\n" in raw and not raw.isascii() else raw)
    if _BREAK in words:
        words = "\n".join([line.strip(" ") for line in words.split(_BREAK)])
    return words.strip(" \n")


def _item_mark(item: _Element) -> str:
    """The mark of a list item: its number in the form the list asks for, or a bullet."""
    owner = item.getparent()
    if owner is None or owner.tag != "ol":
        return "- "
    number = _number(owner, "start") + sum(1 for _ in item.itersiblings("li", preceding=True))
    number = _number(item, "value") if item.get("value") else number
    form = _LETTERED.get(owner.get("type", ""))
    return f"{form[number - 1]}. " if form and number <= len(form) else f"{number}. "


def _number(element: _Element, name: str) -> int:
    value = element.get(name, "")
    return min(int(value), _MOST) if value.isascii() and value.isdigit() and int(value) else 1


def _left_out(lines: list[str]) -> tuple[Problem, ...]:
    if not lines:
        return ()
    message = "the page holds words that no reader sees (hidden, white, tiny or off the page); they were left out"
    hint = "where they would change a verdict, it is left to a reviewer"
    return (Problem("W-HIDDEN-TEXT", message, _some(lines), hint),)


def _struck(lines: list[str]) -> tuple[Problem, ...]:
    if not lines:
        return ()
    message = "words that are struck out were left out of the text"
    return (Problem("W-DELETED-TEXT", message, _some(lines), "if they still hold, ask for a clean copy"),)


def _some(lines: list[str]) -> str:
    shown = list(dict.fromkeys(lines))
    return ", ".join(shown[:_SHOWN]) + (f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else "")
