"""Reading amounts of money and percentages out of English and Japanese text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from checker.match.fold import HIDDEN, fold
from checker.model.text import Span
from checker.read import units
from checker.read.amount import amounts
from checker.read.comparators import Compared, compared
from checker.read.fractions import fractions
from checker.read.numerals import numerals
from checker.read.numerals_ja import NUMERALS
from checker.read.quantity import Comparator, Quantity, Unit
from checker.read.ranges import Piece, pieces

__all__ = ["Comparator", "Quantity", "Unit", "duty_free", "quantities"]

# One of these stands in every text that states an amount; looking for them is far cheaper than reading.
_ANCHORS = (
    *"%﹪‰$¥￥€£₩₹¢㌫㌦㌣割円元億兆",
    *("cent", "pct", "basis", "bp", "pp", "dollar", "yen", "euro", "illion", "bn", "tn", "usd", "jpy", "eur", "won"),
    *("yuan", "renminbi", "rupee", "sterling", "franc", "value", "price", "worth", "cost", *units.CODES.split("|")),
    *("パーセント", "ﾊﾟｰｾﾝﾄ", "ベーシス", "分の", "ドル", "ﾄﾞﾙ", "セント", "ユーロ"),
    *("ウォン", "ポンド", "ルピー", "バーツ", "フラン"),
)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
# What falls out of a numeral: invisible characters, and line breaks inside a Japanese one.
_BREAK = r"[^\S\n]*+\n\s*+"
_DROPPED = re.compile(
    rf"{HIDDEN}+|(?<=[{NUMERALS}・]){_BREAK}(?=[0-9{NUMERALS}・])|(?<=[0-9{NUMERALS}]){_BREAK}(?=[・万億兆])"
)
_BROKEN = re.compile(rf"(?<=\u00ad)\n|(?<=[０-９][．，]){_BREAK}(?=[０-９])")
_DUTY_FREE = re.compile(
    r"[\s|]*(free(?:\s+of\s+duty)?|duty[\s-]free|nil|none|無税|免税|零|なし|無し)"
    r"(?:\s*(?:[*†‡¹²³⁰-⁹]|\d/|[(][^()]{0,200}[)]))*[\s|.。]*"
)


def quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities stated in `text`, which stands at `offset` in its document; ordered, none overlapping.

    Bare numbers, dates and references are no quantities. Where words and figures of one number differ ("fifteen (25)
    percent") the words govern.
    """
    folded = _folded(text)
    if not any(anchor in folded for anchor in _ANCHORS):
        return ()
    plain, places = _whole(text, folded)
    read = _pieces(plain)
    found: list[Quantity] = []
    floor = 0
    for piece, following in zip_longest(read, read[1:]):
        ceiling = following.start if following else len(plain)
        said = _compared(plain, piece, floor, ceiling)
        span = Span(offset + places[said.start], offset + places[said.end - 1] + 1)
        amount = piece.amount
        found.append(Quantity(span, amount.value, amount.unit, said.comparator, piece.upper, amount.per))
        floor = said.end
    return tuple(found)


def duty_free(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The rate of zero that a table cell states in words ("Free", "nil", 無税); empty where the cell says otherwise."""
    match = _DUTY_FREE.fullmatch(_folded(text))
    if match is None:
        return ()
    span = Span(offset + match.start(1), offset + match.end(1))
    return (Quantity(span, Decimal(0), Unit.PERCENT, Comparator.EQUAL, None, ""),)


def _folded(text: str) -> str:
    """The text in lower case, folded, every character in its place."""
    if text.isascii():
        return text.lower()
    # An em dash opens a phrase: it is no minus and joins no range.
    return fold(text.replace("—", ";").replace("―", ";")).translate(_LOWER)


def _whole(text: str, folded: str) -> tuple[str, Sequence[int]]:
    """The folded text with its numerals in one piece, and where each character of it stands in `text`."""
    dropped = {
        place
        for match in (*_DROPPED.finditer(folded), *_BROKEN.finditer(text))
        for place in range(match.start(), match.end())
    }
    if not dropped:
        return folded, range(len(folded))
    places = [place for place in range(len(folded)) if place not in dropped]
    return "".join(folded[place] for place in places), places


def _pieces(text: str) -> list[Piece]:
    found = numerals(text)
    parts = [Piece(part, part.start, part.end) for part in fractions(text, found)]
    read = sorted([*parts, *pieces(text, found, tuple(amounts(text, found)))], key=lambda piece: piece.start)
    kept: list[Piece] = []
    for piece in read:
        if not kept or kept[-1].end <= piece.start:
            kept.append(piece)
    return kept


def _compared(text: str, piece: Piece, floor: int, ceiling: int) -> Compared:
    if piece.upper is not None:
        return Compared(Comparator.RANGE, max(floor, piece.start), piece.end)
    return compared(text, piece.start, piece.end, floor, ceiling)
