"""Words broken at the end of a line: whether the hyphen belongs to the word or only to the break."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"[^\W_]+\Z")
_AFTER = re.compile(r"[^\W_]+")
_SEARCHED = 400_000  # characters of the document that are searched for another writing of the word
_WORD = 5  # letters; shorter pieces are as often part of a word as a word ("over" and "land")


def joint(before: str, after: str, document: str) -> str:
    """ "-" where a word broken between `before` and `after` keeps its hyphen, "" where it does not.

    The hyphen stays before a figure or a capital ("10-15", "U.S.-Japan") and after an abbreviation ("AI-enabled").
    Otherwise the rest of the `document` decides, if it has the word unbroken; if not, the hyphen stays only in
    a compound that holds another one ("most-favored-nation") or between two words that stand in the document alone.
    """
    head = _BEFORE.search(before[-40:])
    tail = _AFTER.match(after[:40])
    if not head or not tail:
        return "-"
    first, second = head.group(), tail.group()
    capitals = first.isupper() and len(first) > 1
    if not second[0].islower():
        return "" if capitals and second.isupper() and second.isalpha() else "-"
    if capitals or first[-1].isdigit() or _stands(f"{first}-{second}", document):
        return "-"
    compound = before[-len(first) - 1 : -len(first)] == "-" or after[len(second) : len(second) + 1] == "-"
    words = (
        min(len(first), len(second)) >= _WORD and _stands(f" {first} ", document) and _stands(f" {second} ", document)
    )
    return "-" if (compound or words) and not _stands(first + second, document) else ""


def _stands(words: str, document: str) -> bool:
    return document.find(words, 0, _SEARCHED) >= 0
