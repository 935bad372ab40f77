"""Raised figures: marks of notes and exponents, which must not be read as part of the figure or word before them.

They become the superscript figures of Unicode, one for one: 15 with note 1 reads "15¹", not "151". Only pages whose
lines run across are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.ingest.pdf.pages import OpenPage

# A figure right after a word or a closing sign, or at the start of a line. The look-behind follows the first figure,
# because patterns that begin with a set of characters are found several times as fast.
_SUSPECT = re.compile(r"[0-9](?<=[^ 0-9(\[$€£¥/–—-][0-9])[0-9]*")
# Figures at the end of a line, which pdfium often sees after a mark, or too long for what they count ("151 percent").
_ODD = re.compile(r"[0-9][0-9]+(?:(?=\r\n)|(?<=[0-9]{3})(?= ?(?:%|％|per ?cent|[mbt]r?illion)))")
_ANY = re.compile(r"[0-9][0-9]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEAST = 1.0  # points above the rest of the line
_MOST = 12.0


def with_raised_figures(opened: OpenPage) -> str:
    """The text of a page with raised figures written as such; its length does not change.

    Every look at a position costs: only a page where a suspect is raised is looked at figure by figure.
    """
    text = opened.text
    suspects = {match.span() for pattern in (_SUSPECT, _ODD) for match in pattern.finditer(text)}
    if not _raised(opened, suspects):
        return text
    for start, end in _raised(opened, suspects | {match.span() for match in _ANY.finditer(text)}):
        text = text[:start] + text[start:end].translate(_RAISED) + text[end:]
    return text


def _raised(opened: OpenPage, figures: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the raised ones among `figures`, or the raised ends of them, start and end."""
    found = [(_beside(opened.text, start, end), start, end) for start, end in sorted(figures)]
    points = iter(opened.origins([place for beside, _, end in found for place in (beside, end - 1)]))
    raised: list[tuple[int, int]] = []
    for (_, start, end), x0, y0, x1, y1 in zip(found, points, points, points, points, strict=True):
        if _LEAST < y1 - y0 < _MOST and abs(x1 - x0) > _LEAST:
            heights = opened.origins(range(start, end))[1::2]
            first = next(at for at, height in enumerate(heights, start) if height > y0 + _LEAST)
            raised.append((first, end))
    return raised


def _beside(text: str, start: int, end: int) -> int:
    """The character that a figure is compared with: the one before it, the next one of its line, or its own first."""
    if start and not text[start - 1].isspace():
        return start - 1
    after = end + 1 if text[end : end + 1] == " " else end
    at_start = not start or text[start - 1] == "\n"
    return after if at_start and text[after : after + 1].isalpha() else start
