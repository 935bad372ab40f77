"""Two ways to look at a sentence: as words with their stems (English), and as letters without blanks (Japanese).

Words are written " stem/form" one after another, so that a term can ask for a stem (" test/"), for a form
("/testing ") or for a beginning ("/test"). Both views remember where in the document each piece stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from checker.match.fold import CJK, HIDDEN, fold
from checker.match.irregular import BASES
from checker.model.text import Span

_MARKED = "①-⑳⑴-⒇⒈-⒛¹²³⁰-⁹₀-₉"
_WORD = re.compile(
    r"(?:[a-z]\.){2,}"  # u.s.
    r"|\d+(?:,\d+)*(?:\.\d+)*"
    rf"|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff61-\uff9f{_MARKED}]+(?:'[a-z]+)?\d*"
    rf"|[{_MARKED}]"
    r"|[^\s\w]",
)
_MARKED_DIGITS = re.compile(rf"[{_MARKED}]")
_NEGATED = re.compile(r"(?:ca|could|do|does|did|is|are|was|were|wo|would|should|have|has|had|must|need)n't|cannot")


@dataclass(frozen=True, slots=True)
class View:
    """A text to match terms in: piece i begins at `starts[i]` in `text` and stands at `places[i]` in the document."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Span, ...]

    def place(self, start: int, end: int) -> Span:
        """The document span of the pieces that `text[start:end]` touches."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        return self.places[max(first, 0)].join(self.places[max(last, 0)])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The English stem of a lower-case word."""
    if _NEGATED.fullmatch(word):
        return "not"
    base = word.removesuffix("'s").removesuffix("'").rstrip(".")
    base = BASES.get(base, base)
    return str(_stemmer().stemWord(base)) if base.isalpha() and base.isascii() else base


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for form, base in BASES.items():
        forms[stem(base)] = (*forms.get(stem(base), ()), form)
    return forms


def forms_of(base: str) -> tuple[str, ...]:
    """The irregular forms of a stem ("drive": drove, driven); empty for a regular word."""
    return _irregular().get(base, ())


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    import Stemmer

    return Stemmer.Stemmer("english")


def words(text: str, offset: int) -> View:
    """The words of `text`, which stands at `offset` in its document; marked digits stand by themselves."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Span] = []
    length = 0
    for match in _WORD.finditer(_lowered(fold(text))):
        form = match.group()
        if form in (HIDDEN, "-"):
            continue
        piece = f" {stem(form)}/{form}"
        starts.append(length)
        places.append(Span(offset + match.start(), offset + match.end()))
        pieces.append(piece)
        length += len(piece)
    return View("".join(pieces) + " ", tuple(starts), tuple(places))


def letters(text: str, offset: int) -> View:
    """The letters of `text` without blanks, in compatibility form; digits in circles or raised become a separator."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Span] = []
    length = 0
    folded = _lowered(fold(text))
    position = 0
    while position < len(folded):
        width = 2 if folded[position + 1 : position + 2] in ("ﾞ", "ﾟ") else 1
        raw = folded[position : position + width]
        piece = "|" if _MARKED_DIGITS.fullmatch(raw) else _compatible(raw)
        if piece.strip() and piece != HIDDEN:
            starts.append(length)
            places.append(Span(offset + position, offset + position + width))
            pieces.append(piece)
            length += len(piece)
        position += width
    return View("".join(pieces), tuple(starts), tuple(places))


def has_words(text: str) -> bool:
    """Whether a text has Latin letters to match English terms in."""
    return re.search(r"[A-Za-zＡ-Ｚａ-ｚ]{2}", text) is not None


def has_letters(text: str) -> bool:
    """Whether a text has Japanese letters to match Japanese terms in."""
    return CJK.search(text) is not None


def _compatible(raw: str) -> str:
    """Compatibility form of a character (or half-width kana with its mark); kana and kanji stay as they are."""
    if raw.isascii() or "\u3041" <= raw <= "\u30ff" or "\u3400" <= raw <= "\u9fff":
        return raw
    return unicodedata.normalize("NFKC", raw).lower()


def _lowered(text: str) -> str:
    """Lower case letter by letter, so that nothing moves (U+0130 would otherwise become two characters)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
