"""Japanese numerals: "十五", "一五", "十二・五", "5,500億", "12億5,000万", "350百万", "五千五百億"."""

from __future__ import annotations

import re
from decimal import Decimal

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

_PIECE = re.compile(rf"{_FIGURES}|{_D}+(?:[・.]{_D}+)?|{_S}|{_L}")
_SUFFIX = re.compile(rf"(?<=[0-9])\s?({_S}?{_L})\Z|({_L})\Z")


def numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral that PATTERN found, or None where its places do not descend ("五万三億")."""
    written = match.group().replace(" ", "")
    value = _value(_PIECE.findall(written))
    if value is None:
        return None
    in_words = not any(character.isdecimal() for character in written)
    return Numeral(match.start(), match.end(), value, _scales(written), in_words)


def _value(pieces: list[str]) -> Decimal | None:
    total = section = current = Decimal(0)
    largest = 10**16
    pending = False
    for piece in pieces:
        if piece in _LARGE:
            if _LARGE[piece] >= largest:
                return None
            largest = _LARGE[piece]
            total, section, current, pending = total + (section + current) * largest, Decimal(0), Decimal(0), False
        elif piece in _SMALL:
            section, current, pending = section + (current if pending else 1) * _SMALL[piece], Decimal(0), False
        else:
            current, pending = _digits(piece), True
    return total + section + current


def _digits(piece: str) -> Decimal:
    return figures("".join(str(DIGITS.get(character, character)) for character in piece))


def _scales(written: str) -> tuple[Decimal, ...]:
    """What the numeral ends with: all its units after figures, the last one alone after kanji."""
    match = _SUFFIX.search(written)
    if match is None:
        return ()
    units = match[1] or match[2]
    whole, last = Decimal(1), Decimal(_LARGE[units[-1]])
    for unit in units:
        whole *= {**_SMALL, **_LARGE}[unit]
    return (whole, last) if whole != last else (whole,)
