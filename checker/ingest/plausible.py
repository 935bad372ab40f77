"""How much a text looks like Japanese or a Western language rather than like bytes read in the wrong encoding."""

from __future__ import annotations

import re

from checker.ingest.characters import is_cjk

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 4000
_SIGNS = frozenset("–—‘’“”•…§°¢£®©™½¼¾·«»±×²³µ\xa0\xad")


def plausibility(text: str, encoding: str) -> float:
    """A figure from -1 to 1 for `text` as decoded from `encoding`: the mean over its characters beyond ASCII."""
    rate = _western if encoding == "cp1252" else _japanese
    padded = f" {text} "
    places = [match.start() for match, _ in zip(_FOREIGN.finditer(padded), range(_SAMPLE), strict=False)]
    return sum(rate(padded[at - 1], padded[at], padded[at + 1]) for at in places) / len(places) if places else 0.0


def _western(before: str, character: str, after: str) -> float:
    crowded = _is_foreign_letter(before) or _is_foreign_letter(after)
    if character in _SIGNS:
        return 0.0 if crowded else 0.8
    if _is_foreign_letter(character):
        return 1.0 if not crowded and (_is_latin(before) or _is_latin(after)) else -0.5
    return -0.5


def _is_foreign_letter(character: str) -> bool:
    return "À" <= character <= "ÿ" and character != "×"


def _japanese(before: str, character: str, after: str) -> float:
    if "\uff61" <= character <= "\uff9f" or not is_cjk(character):
        return -0.5  # half-width kana and symbols: what single bytes of another encoding turn into
    if "\u4e00" <= character <= "\u9fff":
        if _is_latin(before) and _is_latin(after):
            return -1.0
        return 0.6 if _is_common(character) else 0.0
    return 1.0


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _is_common(kanji: str) -> bool:
    """Whether a kanji is of the first level of JIS X 0208, as nearly all kanji in running text are."""
    return kanji.encode("cp932", "replace") < b"\x98\x73"
