"""Two ways to look at a sentence: as words with their stems (English), and as letters without blanks (Japanese).

Words are written " stem/form" one after another, so that a term can ask for a stem (" test/"), for a form
("/testing ") or for a beginning ("/test"). Both views remember where in the document each piece stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from checker.match.fold import CJK, HIDDEN, flat
from checker.match.irregular import BASES
from checker.model.text import Span

_INITIALS = r"(?:[a-z]\.){2,}"
_NUMBER = r"\d+(?:,\d+)*(?:\.\d+)*"
_SIGN = r"[^\s\w-]"
_MARKED = "①-⑳⑴-⒇⒈-⒛¹²³⁰-⁹₀-₉"
_LETTER = rf"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff61-\uff9f{_MARKED}]"
_WORD = re.compile(rf"{_INITIALS}|{_NUMBER}|{_LETTER}+(?:'[a-z]+)?\d*|[{_MARKED}]|{_SIGN}")
# The same words, found faster: two letters of a kind begin no initials.
_ASCII_WORD = re.compile(rf"[a-z]{{2,}}(?:'[a-z]+)?\d*|{_INITIALS}|{_NUMBER}|[a-z](?:'[a-z]+)?\d*|{_SIGN}")
_LATIN = re.compile("[a-z]{2}")
_NEGATED = re.compile(r"(?:ca|could|do|does|did|is|are|was|were|wo|would|should|have|has|had|must|need)n't|cannot")
# Letters that stay as they are; a half-width voice mark belongs to the letter before it.
_LETTERS = re.compile(r"(?:[!-~\u3001-\u3035\u3041-\u30ff\u3400-\u9fff](?![ﾞﾟ]))+|[\s\S][ﾞﾟ]?")
_MARKED_DIGITS = re.compile(rf"[{_MARKED}]")
_DETERMINERS = frozenset(
    {
        "a",
        "all",
        "an",
        "ani",
        "each",
        "everi",
        "her",
        "his",
        "it",
        "such",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
    }
)
_KNOWN = 1 << 16

DETERMINER = "^"
"""Stands before the stem of a word such as "the" or "any", which terms pass over."""


@dataclass(frozen=True, slots=True)
class View:
    """A text to match terms in: piece i begins at `starts[i]` in `text` and stands at `places[i]` in the document."""

    text: str
    starts: Sequence[int]
    places: Sequence[tuple[int, int]]

    def place(self, start: int, end: int) -> Span:
        """The document span of the pieces that `text[start:end]` touches; of a piece kept as it is, only its part."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        (begin, _), (begun, stop) = self.places[first], self.places[last]
        if self._whole(first):
            begin += start - self.starts[first]
        if self._whole(last):
            stop = begun + end - self.starts[last]
        return Span(begin, stop)

    def _whole(self, piece: int) -> bool:
        """Whether a piece has as many characters as it has in the document."""
        begin, stop = self.places[piece]
        return self.starts[piece + 1] - self.starts[piece] == stop - begin


@lru_cache(maxsize=_KNOWN)
def stem(word: str) -> str:
    """The English stem of a lower-case word, with a sign before the stems of determiners."""
    if _NEGATED.fullmatch(word):
        return "not"
    base = word.removesuffix("'s").removesuffix("'").rstrip(".")
    base = BASES.get(base, base)
    stemmed = str(_stemmer().stemWord(base)) if base.isalpha() and base.isascii() else base
    return DETERMINER + stemmed if stemmed in _DETERMINERS else stemmed


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    import Stemmer

    return Stemmer.Stemmer("english")


def bare(literal: str) -> str:
    """The word of a literal of the words view: that of " test/", "/testing " or "/test"."""
    return literal.strip(" /").removeprefix(DETERMINER)


def forms(text: str) -> list[str]:
    """The words and signs of a flat text, hyphens left out; marked digits stand by themselves."""
    return _pattern(text).findall(text)


def words(text: str, offset: int) -> View:
    """The words of `text`, which stands at `offset` in its document; marked digits stand by themselves."""
    text = flat(text)
    found = list(_pattern(text).finditer(text))
    pieces = [_piece(match.group()) for match in found]
    places = [(offset + match.start(), offset + match.end()) for match in found]
    return _view(pieces, places, " ")


def words_text(text: str) -> str:
    """The text of the view of the words of a flat text, without their places: far cheaper where nothing may match."""
    return "".join(chain.from_iterable(map(word_pieces, text.split()))) + " "


@lru_cache(maxsize=_KNOWN)
def word_pieces(run: str) -> tuple[str, ...]:
    """The words of what stands between two blanks of a flat text, each as it stands in a view; none goes beyond."""
    return tuple(map(_piece, forms(run)))


def letters(text: str, offset: int) -> View:
    """The letters of `text` without blanks, in compatibility form; digits in circles or raised become a separator."""
    pieces, places = [], []
    for match in _LETTERS.finditer(flat(text)):
        piece = _compatible(match.group())
        if _is_letter(piece):
            pieces.append(piece)
            places.append((offset + match.start(), offset + match.end()))
    return _view(pieces, places)


def letters_text(text: str) -> str:
    """The text of the view of the letters of a flat text, without their places."""
    return "".join(filter(_is_letter, map(_compatible, _LETTERS.findall(text))))


def _is_letter(piece: str) -> bool:
    return piece != HIDDEN and not piece.isspace()


def has_words(text: str) -> bool:
    """Whether a flat text has Latin letters to match English terms in."""
    return _LATIN.search(text) is not None


def has_letters(text: str) -> bool:
    """Whether a text has Japanese letters to match Japanese terms in."""
    return not text.isascii() and CJK.search(text) is not None


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


@lru_cache(maxsize=_KNOWN)
def _piece(form: str) -> str:
    return f" {stem(form)}/{form}"


def _view(pieces: Iterable[str], places: Sequence[tuple[int, int]], closing: str = "") -> View:
    starts = tuple(accumulate(map(len, pieces), initial=0))
    return View("".join(pieces) + closing, starts, places)


def _compatible(raw: str) -> str:
    """Compatibility form of a letter (or half-width kana with its mark); kana and kanji stay as they are."""
    if len(raw) > 2 or raw.isascii() or "\u3041" <= raw <= "\u30ff" or "\u3400" <= raw <= "\u9fff":
        return raw
    return "|" if _MARKED_DIGITS.fullmatch(raw) else unicodedata.normalize("NFKC", raw).lower()
