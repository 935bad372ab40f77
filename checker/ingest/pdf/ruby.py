"""Ruby: the small kana that spell out a kanji beside it. They are a help to read, not words of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.ingest.pdf.line import Line

_KANA = re.compile(r"[\u3041-\u30ff ]{1,24}")
_LINES_AROUND = 3


def without_ruby(lines: Sequence[Line], leading: float) -> tuple[Line, ...]:
    """`lines` without those that are only kana, squeezed in just above the stretch of another line."""
    return tuple(line for at, line in enumerate(lines) if not _is_ruby(line, lines, at, leading))


def _is_ruby(line: Line, lines: Sequence[Line], at: int, leading: float) -> bool:
    if line.text.isascii() or not _KANA.fullmatch(line.text):
        return False
    around = lines[max(at - _LINES_AROUND, 0) : at + _LINES_AROUND + 1]
    return any(
        0.2 * leading < base.v0 - line.v0 < 0.75 * leading
        and base.u0 - leading < line.u0
        and line.u1 < base.u1 + leading
        for base in around
    )
