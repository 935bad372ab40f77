"""Text from documents made safe to show: what a reader could not see becomes a glyph, broken lines are joined."""

from __future__ import annotations

import re

from checker.model.text import CJK

BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_KEPT = (0x09, 0x0A)
_CONTROLS = (*(code for code in range(0x20) if code not in _KEPT), *range(0x7F, 0xA0))
_NOT_TEXT = (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)

UNSEEN = frozenset((*_CONTROLS, *BIDI, *_NOT_TEXT))
"""The code points no output may carry as they are: controls except newline and tab, bidirectional controls,
and those that are not characters at all."""


def _glyph(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


_GLYPHS = {code: _glyph(code) for code in UNSEEN}

_BREAK_IN_CJK = re.compile(rf"(?<=[{CJK}])[ \t]*\r?\n[ \t]*(?=[{CJK}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def visible(text: str) -> str:
    """`text` with every unseen code point replaced by a glyph or its name: ESC becomes ␛, U+202E becomes ⟨U+202E⟩."""
    return text.translate(_GLYPHS)


def one_line(text: str) -> str:
    """`text` on one line and visible; a line break between Japanese characters leaves no blank behind."""
    return visible(_BLANKS.sub(" ", _BREAK_IN_CJK.sub("", text)).strip())
