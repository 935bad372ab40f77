"""From the tokens of an RTF file to its blocks."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from checker.ingest.characters import REPLACEMENT
from checker.ingest.grid import Slot, squared
from checker.ingest.rtf.tokens import Token, tokens
from checker.ingest.writer import Writer, Written

_SKIPPED = frozenset(
    ("colortbl", "filetbl", "fonttbl", "generator", "info", "listtable", "pict", "revtbl", "stylesheet", "themedata")
)
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
_SIGNS = {"~": "\xa0", "_": "-", "-": "\xad", "{": "{", "}": "}", "\\": "\\"}
_CHARSETS = {128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 204: "cp1251", 238: "cp1250"}
_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TINY = 8  # half points
_DEEPEST = 1_000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group: where words go ("" is the text), how they look, how they are encoded."""

    target: str = ""
    hidden: bool = False
    white: bool = False
    tiny: bool = False
    deleted: bool = False
    inserted: bool = False
    raised: bool = False
    font: int = 0
    skips: int = 1


class Walk:
    """Reads one view of a file: changes accepted or not, with everything that is hidden in it or without."""

    def __init__(self, text: str, accepted: bool = True, everything: bool = False) -> None:
        self._text = text
        self._accepted = accepted
        self._everything = everything
        self._writer = Writer()
        self._states = [_State()]
        self._bytes = bytearray()
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._colours: list[tuple[int, int, int]] = []
        self._colour = [0, 0, 0]
        self._line: list[str] = []
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._in_table = False
        self._notes: list[list[str]] = []
        self._noted: dict[str, list[str]] = {}
        self._skip = 0
        self._high = 0
        self._starred = False
        self._paragraphs = 0
        self._tables = 0
        self.changed = False
        self.hidden = False
        self.metadata: dict[str, str] = {}

    def written(self) -> Written:
        """The text of the file."""
        for token in tokens(self._text):
            self._take(token)
        self._flush()
        if self._cells:
            self._rows.append(self._cells)  # its last row was never ended
        self._table()
        self._paragraph()
        for number, note in enumerate(self._notes, 1):
            words = "".join(note).strip()
            self._writer.block(f"{str(number).translate(_FIGURES)} {words}" if words else "", f"footnote {number}")
        self.metadata = {name: "".join(words).strip() for name, words in self._noted.items()}
        return self._writer.written()

    def _take(self, token: Token) -> None:
        match token.kind:
            case "text":
                self._bytes += token.value[self._skipped(len(token.value)) :].encode("latin-1")
                return
            case "byte":
                if not self._skipped(1):
                    self._bytes.append(int(token.value, 16))
                return
        self._flush()
        state = self._states[-1]
        match token.kind:
            case "open":
                if len(self._states) < _DEEPEST:
                    self._states.append(state)
            case "close":
                if len(self._states) > 1:
                    self._states.pop()
            case "sign":
                if token.value == "*":
                    self._starred = True
                    return
                self._put(_SIGNS.get(token.value, ""))
            case _:
                self._word(token.value, token.number)
        self._starred = False

    def _skipped(self, count: int) -> int:
        """How many of the next characters stand in for a Unicode character that was already read."""
        taken = min(self._skip, count)
        self._skip -= taken
        return taken

    def _word(self, word: str, number: int | None) -> None:
        on = number != 0
        if self._starred or word in _SKIPPED:
            self._set(target=word if word in ("fonttbl", "colortbl") or (word == "info") else "skipped")
        elif word in ("title", "author") and self._states[-1].target == "info":
            self._set(target=word)
        elif word in ("header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl", "footerr"):
            self._set(target="skipped")
        elif word == "footnote":
            self._notes.append([])
            self._put_in_text(str(len(self._notes)).translate(_FIGURES))
            self._set(target="note")
        elif self._states[-1].target in ("fonttbl", "colortbl"):
            self._table_entry(word, number or 0)
        elif self._states[-1].target != "skipped" and not self._look(word, number, on):
            self._structure(word, number)

    def _look(self, word: str, number: int | None, on: bool) -> bool:
        """Whether a word only changes how the words after it look."""
        match word:
            case "v":
                self._set(hidden=on)
            case "deleted":
                self._set(deleted=on)
            case "revised":
                self._set(inserted=on)
            case "super":
                self._set(raised=on)
            case "nosupersub" | "plain":
                state = self._states[-1]
                self._states[-1] = (
                    _State(state.target, font=state.font, skips=state.skips) if word == "plain" else state
                )
                self._set(raised=False)
            case "cf":
                white = 0 <= (number or 0) < len(self._colours) and self._colours[number or 0] == (255, 255, 255)
                self._set(white=white)
            case "fs":
                self._set(tiny=number is not None and number < _TINY)
            case "f":
                self._set(font=number or 0)
            case "uc":
                self._set(skips=max(number or 0, 0))
            case _:
                return False
        return True

    def _structure(self, word: str, number: int | None) -> None:
        match word:
            case "ansicpg":
                self._page = _codec(number or 0)
            case "u":
                self._put(self._unicode((number or 0) % 0x10000))
                self._skip = self._states[-1].skips
            case "par" | "sect" | "page":
                if self._states[-1].target == "note":
                    self._put(" ")
                else:
                    self._end()
            case "intbl":
                self._in_table = True
            case "pard":
                self._in_table = False
            case "cell":
                self._cells.append("".join(self._line).strip())
                self._line.clear()
            case "row":
                self._rows.append(self._cells)
                self._cells = []
            case "chftn":
                return
            case _:
                self._put(_CHARACTERS.get(word, ""))

    def _unicode(self, unit: int) -> str:
        """The character of a UTF-16 unit; the first half of a pair waits for the second."""
        high, self._high = self._high, unit if 0xD800 <= unit < 0xDC00 else 0
        if self._high:
            return ""
        if 0xDC00 <= unit < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00) if high else REPLACEMENT
        return chr(unit)

    def _table_entry(self, word: str, number: int) -> None:
        match word:
            case "f":
                self._set(font=number)
            case "fcharset":
                self._fonts[self._states[-1].font] = _CHARSETS.get(number, "")
            case "red" | "green" | "blue":
                self._colour[("red", "green", "blue").index(word)] = number

    def _set(self, **changes: object) -> None:
        self._states[-1] = replace(self._states[-1], **changes)  # type: ignore[arg-type]

    def _flush(self) -> None:
        """Write the bytes that were collected, in the encoding of their font."""
        if self._bytes:
            page = self._fonts.get(self._states[-1].font) or self._page
            words = bytes(self._bytes).decode(page, "replace")
            self._bytes.clear()
            self._put(words)

    def _put(self, words: str) -> None:
        state = self._states[-1]
        if not words or state.target in ("skipped", "fonttbl", "info"):
            return
        if state.target == "colortbl":
            for _ in range(words.count(";")):
                self._colours.append((self._colour[0], self._colour[1], self._colour[2]))
                self._colour = [0, 0, 0]
        elif state.target in ("title", "author"):
            self._noted.setdefault(state.target, []).append(words)
        elif self._is_shown(state, words):
            self._put_in_text(words.translate(_FIGURES) if state.raised else words)

    def _put_in_text(self, words: str) -> None:
        into = self._notes[-1] if self._states[-1].target == "note" and self._notes else self._line
        into.append(words)
        if self._rows and not self._in_table and not self._cells and words.strip():
            self._table()

    def _is_shown(self, state: _State, words: str) -> bool:
        if state.deleted or state.inserted:
            self.changed = True
            if state.deleted is self._accepted:
                return False
        if (state.hidden or state.white or state.tiny) and words.strip():
            self.hidden = True
            return self._everything
        return True

    def _end(self) -> None:
        if self._in_table:
            self._line.append(" ")
        else:
            self._table()
            self._paragraph()

    def _paragraph(self) -> None:
        words = "".join(self._line).strip()
        self._line.clear()
        self._paragraphs += 1
        self._writer.block(words, f"paragraph {self._paragraphs}")

    def _table(self) -> None:
        """Write the table whose rows were collected."""
        if self._rows:
            self._tables += 1
            grid = squared([[Slot(words) for words in row] for row in self._rows if row])
            self._writer.table(grid, f"table {self._tables}", 0)
            self._rows = []


def _codec(page: int) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
