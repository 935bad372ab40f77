"""Japanese numerals: "十五", "一五", "十二・五", "5,500億", "12億5,000万", "350百万", "五千五百億"."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

from checker.read.numeral import FIGURES, Numeral, figures

DIGITS = {
    **{character: value for value, character in enumerate("〇一二三四五六七八九")},
    **{"零": 0, "壱": 1, "壹": 1, "弐": 2, "参": 3},
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}
_D = f"[{''.join(DIGITS)}]"
_S = f"[{''.join(_SMALL)}]"
_L = f"[{''.join(_LARGE)}]"
NUMERALS = "".join((*DIGITS, *_SMALL, *_LARGE))
"""The characters of kanji numerals."""

_DOTTED = r"[0-9]{1,15}+・[0-9]{1,12}+"
_FIGURES = rf"(?:{_DOTTED}|{FIGURES})"
_KANJI = (
    rf"(?:{_D}{{2,15}}+(?!{_S})|(?={_D}|{_S})(?:{_D}?千)?(?:{_D}?百)?(?:{_D}?[十拾])?{_D}?)(?:[・.]{_D}{{1,12}}+)?+"
)
_SECTION = rf"(?:{_FIGURES}\s?{_S}?|{_KANJI})"
# A numeral after 数, 何 or 幾 says "several", and one that starts inside another says nothing.
_START = rf"(?:(?=[0-9])|(?<![0-9数何幾{NUMERALS}]))"
PATTERN = (
    rf"{_START}(?:(?:{_SECTION}\s?{_L})++(?:{_SECTION})?+|{_FIGURES}{_S}|{_DOTTED}|{_KANJI})"
    rf"(?![0-9数{NUMERALS}]|[.,・][0-9{''.join(DIGITS)}])"
)
"""A numeral in folded text that holds a kanji numeral or a middle dot as its decimal point."""

_PIECE = re.compile(rf"{_FIGURES}|{_D}+|[・.]{_D}+|{_S}|{_L}")
_SUFFIX = re.compile(rf"(?:(?<=[0-9])|(?<={_D})){_S}?{_L}\Z|{_L}\Z")


def numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral that PATTERN found, or None where its places do not descend ("五万三億")."""
    written = match.group().replace(" ", "")
    value = _value(_PIECE.findall(written))
    if value is None:
        return None
    in_words = not any(character.isdecimal() for character in written)
    return Numeral(match.start(), match.end(), value, _scales(written), in_words)


def _value(pieces: list[str]) -> Decimal | None:
    total = section = Decimal(0)
    digits: Decimal | None = None
    largest = 10**16
    for piece in pieces:
        if piece in _LARGE:
            if _LARGE[piece] >= largest:
                return None
            largest = _LARGE[piece]
            total, section, digits = total + (section + (digits or 0)) * largest, Decimal(0), None
        elif piece in _SMALL:
            section, digits = section + (1 if digits is None else digits) * _SMALL[piece], None
        else:
            digits = (digits or 0) + _digits(piece)
    return total + section + (digits or 0)


def _digits(piece: str) -> Decimal:
    return figures("".join(str(DIGITS.get(character, character)) for character in piece))


def _scales(written: str) -> tuple[Decimal, ...]:
    """The units a numeral ends with, all together and the last alone: in "三千億" 千億 and 億."""
    match = _SUFFIX.search(written)
    if match is None:
        return ()
    units = [Decimal({**_SMALL, **_LARGE}[unit]) for unit in match.group()]
    return (prod(units, start=Decimal(1)), units[-1])
