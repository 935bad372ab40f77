"""The notation of terms, checked: what a term may hold in each language, and which concepts it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

Fault = tuple[int, str, str]
"""The offset of a place in the term, what is wrong there, and a hint."""

_PLAIN = re.compile(r"[^{}()|=*?.…‥｛｝（）｜＝＊？\\^\[\]]+")
_FULL_WIDTH = str.maketrans("（）｜｛｝＝＊？", "()|{}=*?")
_REGULAR = re.compile(r"[\\^\[\]]|\(\?|[)+*]\+|\)[*{]|\.\*")
_DOTS = re.compile(r"…|‥|(?<!\.)\.\.(?!\.)|\.{4,}")
_REFERENCE = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GAP = re.compile(r"\.\.\.([1-9]\d?)?")
_ENGLISH_SLOT = re.compile(r"\S+")
_ENGLISH_WORD = re.compile(r"=?[^=*?]+|[^=*?]+\*")
_ENGLISH_SIGN = re.compile(r"[=*?]")
_JAPANESE_PIECE = re.compile(r"\.\.\.\d*|\{[^{}]*\}|\([^()]*\)\??|[^.{}()]+|.")


def references(term: str) -> Iterator[tuple[int, str]]:
    """The concepts that a term refers to, each with its offset in the term."""
    for reference in _REFERENCE.finditer(term):
        yield reference.start(), reference[1]


def faults(term: str, lang: str) -> Iterator[Fault]:
    """Everything in a term that the notation of its language ("en" or "ja") does not have."""
    if _PLAIN.fullmatch(term):
        return
    plain = term.translate(_FULL_WIDTH) if lang == "ja" else term
    if regular := _REGULAR.search(plain):
        hint = (
            "write the words themselves; | parts alternatives, ... is a gap, and * after a word stands for any ending"
        )
        yield regular.start(), "a term holds words; regular expressions mean nothing in it", hint
        return
    broken = [*_unpaired(plain, "{", "}"), *(_unpaired(plain, "(", ")") if lang == "ja" else ())]
    if broken:
        yield from broken
        return
    if dots := _DOTS.search(plain):
        yield dots.start(), "a gap is written as three dots", 'for example: "run ... barrier"'
    pieces = list((_ENGLISH_SLOT if lang == "en" else _JAPANESE_PIECE).finditer(plain))
    yield from _gaps(pieces)
    if all(piece.group().startswith("...") or _optional(piece.group(), lang) for piece in pieces):
        yield 0, "this term asks for nothing: all of it may be left out", "let one word of it be required"
    check = _english_slot if lang == "en" else _japanese_piece
    for piece in pieces:
        yield from check(piece.start(), piece.group())


def _optional(piece: str, lang: str) -> bool:
    return piece.endswith("?" if lang == "en" else ")?")


def _unpaired(term: str, opening: str, closing: str) -> Iterator[Fault]:
    """Brackets without their partner, and brackets inside brackets."""
    opened: list[int] = []
    for offset, sign in enumerate(term) if opening in term or closing in term else ():
        if sign == opening:
            if opened:
                yield offset, f"{opening} cannot stand inside {opening} {closing}", "write a term for each alternative"
            opened.append(offset)
        elif sign == closing and not opened:
            yield offset, f"this {closing} closes nothing", f"add {opening} or delete it"
        elif sign == closing:
            opened.pop()
    for offset in opened:
        yield offset, f"this {opening} is never closed", f"add {closing} or delete it"


def _gaps(pieces: list[re.Match[str]]) -> Iterator[Fault]:
    """Gaps that lie between no two words."""
    gaps = [piece.group().startswith("...") for piece in pieces]
    for number, piece in enumerate(pieces):
        alone = number in (0, len(pieces) - 1) or gaps[number - 1]
        if gaps[number] and alone:
            yield piece.start(), "a gap needs a word on either side", "delete it, or write the words it lies between"


def _english_slot(offset: int, slot: str) -> Iterator[Fault]:
    if slot.startswith("..."):
        yield from _gap(offset, slot)
    elif "..." in slot:
        yield offset + slot.index("..."), "a gap stands by itself", "leave a blank before and after it"
    else:
        yield from _english_choice(offset, slot.removesuffix("?"))


def _english_choice(offset: int, choice: str) -> Iterator[Fault]:
    for start, word in _alternatives(offset, choice):
        yield from _empty(start, word)
        if word.startswith("{") and word.endswith("}"):
            yield from _reference(start, word)
        elif "{" in word:
            yield start + word.index("{"), "a {concept} stands by itself", "leave a blank or a | before and after it"
        elif word and not _ENGLISH_WORD.fullmatch(word):
            hint = "=word asks for this form only, word* for any ending, word? may be left out"
            yield start, f'a sign stands in the wrong place in "{word}"', hint


def _japanese_piece(offset: int, piece: str) -> Iterator[Fault]:
    if piece.startswith("..."):
        yield from _gap(offset, piece)
    elif piece.startswith("{"):
        yield from _reference(offset, piece)
    elif piece.startswith("("):
        yield from _japanese_choice(offset, piece)
    elif "|" in piece:
        yield offset + piece.index("|"), "alternatives in a Japanese term stand in brackets", "for example: (甲|乙)"
    elif found := _ENGLISH_SIGN.search(piece):
        message = f"{found.group()} means nothing here in a Japanese term"
        yield offset + found.start(), message, "delete it; only ? has a meaning, after brackets: (甲|乙)?"


def _japanese_choice(offset: int, piece: str) -> Iterator[Fault]:
    choice = piece.removesuffix("?")[1:-1]
    if "|" not in choice and choice and not piece.endswith("?"):
        hint = f"write {choice} without brackets, or ({choice})? if it may be left out"
        yield offset, "only one alternative stands in these brackets", hint
    for start, letters in _alternatives(offset + 1, choice):
        yield from _empty(start, letters.strip())
        if "{" in letters or "..." in letters:
            yield (
                start,
                "brackets hold plain letters only, no gap and no {concept}",
                "write a term for each alternative",
            )


def _alternatives(offset: int, choice: str) -> Iterator[tuple[int, str]]:
    for alternative in choice.split("|"):
        yield offset, alternative
        offset += len(alternative) + 1


def _empty(offset: int, alternative: str) -> Iterator[Fault]:
    if not alternative:
        yield (
            offset,
            "an alternative is empty",
            "write a word on either side of |; a ? after all of them makes them optional",
        )


def _gap(offset: int, gap: str) -> Iterator[Fault]:
    if not _GAP.fullmatch(gap):
        yield offset, f'"{gap}" is not a gap', "a gap is ... or, with its greatest length, ...1 to ...99"


def _reference(offset: int, reference: str) -> Iterator[Fault]:
    if not _ID.fullmatch(reference[1:-1]):
        yield offset, f"{reference} does not hold the id of a concept", "for example: {vehicle-test}"
